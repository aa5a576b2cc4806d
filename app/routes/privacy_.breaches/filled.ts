import {
  BREACHED,
  type Breached,
  type BreachFacts,
  REPORTING,
  type Reporting,
  TELLING,
  type Telling,
} from '../../protocol/breach'
import { tooLong } from '../../protocol/free-text'
import { momentAt, wallAt } from '../../protocol/moment'
import { done, type Result, refuse } from '../../protocol/refusal'
import { freeTextOf, textOf } from '../gate/form'

/** The form as it was filled in: every field as text, so that what was typed comes back. */
export type Filled = {
  readonly happened: string
  readonly discovered: string
  readonly material: readonly Breached[]
  readonly people: string
  readonly consequences: string
  readonly measures: string
  readonly reporting: Reporting
  readonly reported: string
  readonly reason: string
  readonly telling: Telling
  readonly closed: boolean
}

/** An empty form: discovered at this moment, until somebody says otherwise. */
export const emptyForm = (at: Date): Filled => ({
  happened: '',
  discovered: wallAt(at),
  material: [],
  people: '',
  consequences: '',
  measures: '',
  reporting: 'open',
  reported: '',
  reason: '',
  telling: 'not_yet',
  closed: false,
})

/** A form that says what is known. */
export const formOfFacts = (facts: BreachFacts): Filled => ({
  ...facts,
  discovered: wallAt(new Date(facts.discoveredAt)),
  people: `${facts.people}`,
  reported: facts.reportedAt === null ? '' : wallAt(new Date(facts.reportedAt)),
  closed: facts.closedAt !== null,
})

/** What was sent of a form. */
export function filledIn(form: FormData): Filled {
  const of = <T extends string>(name: string, all: readonly T[], first: T) =>
    all.find((one) => one === form.get(name)) ?? first
  return {
    happened: freeTextOf(form, 'happened'),
    discovered: textOf(form, 'discovered'),
    material: BREACHED.filter((one) => form.getAll('material').includes(one)),
    people: textOf(form, 'people'),
    consequences: freeTextOf(form, 'consequences'),
    measures: freeTextOf(form, 'measures'),
    reporting: of('reporting', REPORTING, 'open'),
    reported: textOf(form, 'reported'),
    reason: freeTextOf(form, 'reason'),
    telling: of('telling', TELLING, 'not_yet'),
    closed: form.get('closed') === 'yes',
  }
}

/**
 * The facts that a form says, at a moment; `before` is what was known. The minute that a wall shows stands for the
 * moment that was known before, so that saving again changes nothing. Refused for what is no moment or no number, or is too long.
 */
export function factsIn(filled: Filled, at: Date, before: BreachFacts | null): Result<BreachFacts> {
  const discoveredAt = instantOf(filled.discovered, before?.discoveredAt)
  if (!discoveredAt) return refuse('no_moment', { field: 'discovered' })
  if (!/^\d{1,7}$/.test(filled.people)) return refuse('no_number', { field: 'people' })
  const reported = filled.reporting === 'reported' && filled.reported !== ''
  const reportedAt = reported ? instantOf(filled.reported, before?.reportedAt) : null
  if (reportedAt === undefined) return refuse('no_moment', { field: 'reported' })
  for (const field of ['happened', 'consequences', 'measures', 'reason'] as const) {
    const long = tooLong(filled[field], field)
    if (long) return long
  }
  const { happened, material, consequences, measures, reporting, reason, telling } = filled
  return done({
    ...{ happened, discoveredAt, material, people: Number(filled.people), consequences, measures },
    ...{ reporting, reportedAt, reason, telling },
    closedAt: filled.closed ? (before?.closedAt ?? at.toISOString()) : null,
  })
}

function instantOf(wall: string, known: string | null | undefined): string | undefined {
  if (known && wallAt(new Date(known)) === wall) return known
  return momentAt(wall)?.toISOString()
}
