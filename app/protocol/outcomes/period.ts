import { addMonths, type Day } from '../day'
import type { Counted, OutcomeFacts, Period, RegisterFact } from '../study'

/** Months after the start of supervision, and after the T2 interview, in which outcomes count (protocol §5). */
export const FOLLOW_UP_MONTHS = 24
const AFTER_T2_MONTHS = 12

/** 24 calendar months from the day that supervision started, the last day included. */
export const fromStart: Counted['periodOf'] = ({ startedOn }) => ({
  from: startedOn,
  to: addMonths(startedOn, FOLLOW_UP_MONTHS),
})

/** 12 calendar months from the client's T2 interview, that day and the last day included; none without T2. */
export const afterT2: Counted['periodOf'] = ({ held }) =>
  held.T2 ? { from: held.T2, to: addMonths(held.T2, AFTER_T2_MONTHS) } : null

const within = (period: Period, on: Day): boolean => on >= period.from && on <= period.to

/** Events of one name in a period, earliest first. */
export const eventsWithin = (facts: OutcomeFacts, period: Period, event: string): RegisterFact[] =>
  facts.events.filter((fact) => fact.event === event && within(period, fact.on)).sort(inOrder)

/** The order of events: by day, and of one day by what they say, so that the same events are in the same order everywhere. */
export function inOrder(one: RegisterFact, other: RegisterFact): number {
  const [a, b] = [orderOf(one), orderOf(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

const orderOf = ({ on, event, kind, reason }: RegisterFact) => [on, event, kind ?? '', reason ?? ''].join(' ')
