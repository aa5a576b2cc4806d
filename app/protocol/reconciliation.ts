import type { StudyProtocol, Wave } from './study'

/** How many there were at one location in one month (YYYY-MM). */
export type Counted = { readonly location: string; readonly month: string; readonly count: number }

/**
 * Signed forms beside interviews at one location: counts and nothing else. An empty location stands for forms of a place
 * that the study does not know.
 */
export type Compared = {
  readonly location: string
  readonly forms: number
  readonly interviews: number
  /** Forms minus interviews: above nought forms without an interview, below it interviews without a form. */
  readonly difference: number
}

/** The most characters of what explains a difference. */
export const LONGEST_EXPLANATION = 1_000

/** What is compared with what (protocol §6): by number, per location and month, without linking. */
export const RECONCILIATION_CITE = '§6'

/** The waves at which a form is signed: those that nothing comes before. Later ones need what was said on it (§6). */
export const wavesWithForm = ({ waves }: Pick<StudyProtocol, 'waves'>): readonly Wave[] =>
  waves.filter(({ window }) => !window)

/**
 * Lays forms beside interviews (protocol §6). Takes both counts in any order; gives the months that have any, the
 * earliest first, each with its locations by name. What is nought on both sides is left out.
 */
export function compare(
  forms: readonly Counted[],
  interviews: readonly Counted[],
): ReadonlyMap<string, readonly Compared[]> {
  const months = new Map<string, Map<string, { forms: number; interviews: number }>>()
  const add = (side: 'forms' | 'interviews', counted: readonly Counted[]) => {
    for (const { month, location, count } of counted) {
      if (count === 0) continue
      const places = months.get(month) ?? new Map<string, { forms: number; interviews: number }>()
      const both = places.get(location) ?? { forms: 0, interviews: 0 }
      places.set(location, { ...both, [side]: both[side] + count })
      months.set(month, places)
    }
  }
  add('forms', forms)
  add('interviews', interviews)
  return new Map(
    [...months].sort(byKey).map(([month, places]) => [
      month,
      [...places].sort(byKey).map(([location, both]) => ({
        location,
        ...both,
        difference: both.forms - both.interviews,
      })),
    ]),
  )
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)

/** The locations where the numbers are not equal. */
export const differing = <R extends Pick<Compared, 'difference'>>(rows: readonly R[]): R[] =>
  rows.filter(({ difference }) => difference !== 0)

/** Where the comparison of a month stands. `open`: the month is not over, and nothing of it is compared. */
export type StatementState = 'open' | 'matches' | 'differs' | 'signed_off'

/** Where a month that is over stands: signed off, or what its numbers say. */
export const statementState = (rows: readonly Pick<Compared, 'difference'>[], signedOff: boolean): StatementState =>
  signedOff ? 'signed_off' : differing(rows).length > 0 ? 'differs' : 'matches'

/** Why a statement cannot be signed off without more: numbers that differ need an explanation. */
export const remarkNeeded = (rows: readonly Pick<Compared, 'difference'>[], remark: string): boolean =>
  differing(rows).length > 0 && remark === ''

/** A month written YYYY-MM, of a year that a study can lie in; undefined for anything else. */
export const parseMonth = (text: string): string | undefined =>
  /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined
