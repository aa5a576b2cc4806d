import type { Day } from '../day'
import type { OutcomeFacts, OutcomeResult, Period, RegisterFact } from '../study'

/** An event on the day of the interview itself counts as after it, as in the periods that start there. */
export function relativeTo(facts: OutcomeFacts, on: Day): OutcomeResult['relative'] {
  const interview = facts.held.T2
  return interview === undefined ? 'no_t2' : on < interview ? 'before_t2' : 'after_t2'
}

/** An event as written in `because`: event, kind and reason, as far as it has them. */
const written = ({ event, kind, reason }: RegisterFact): string => [event, kind, reason].filter(Boolean).join(':')

/** The outcome happened: dated by the first of the events that show it. */
export function happened(facts: OutcomeFacts, shown: readonly [RegisterFact, ...RegisterFact[]]): OutcomeResult {
  const { on } = shown[0]
  return {
    value: 'yes',
    on,
    relative: relativeTo(facts, on),
    because: shown.map((fact) => ({ fact: written(fact), on: fact.on })),
  }
}

/** No event shows it: no when the period is over, not yet known while the register may still bring one. */
export const notFound = (facts: OutcomeFacts, period: Period): OutcomeResult => ({
  value: facts.followedTo >= period.to ? 'no' : 'not_yet_known',
  on: null,
  relative: null,
  because: [],
})

/** It cannot be said, for what stands in `because`. */
export const missing = (...because: string[]): OutcomeResult => ({
  value: 'missing',
  on: null,
  relative: null,
  because: because.map((fact) => ({ fact, on: null })),
})

/** What the supervisor answered decides, and it carries the questionnaire's day. */
export const answered = (facts: OutcomeFacts, on: Day, yes: boolean, because: string[]): OutcomeResult => ({
  value: yes ? 'yes' : 'no',
  on,
  relative: relativeTo(facts, on),
  because: because.map((fact) => ({ fact, on })),
})
