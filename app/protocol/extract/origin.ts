import { addDays, type Day } from '../day'
import { tooLong } from '../free-text'
import { type Refusal, refuse } from '../refusal'
import { ANNOUNCED_DAYS } from '../retention'

/**
 * Where a file with facts of people comes from (protocol §5, §6): who delivered it, on which legal basis, the day on which
 * what it told is erased, and the last day of which it knows whether something happened.
 */
export type Origin = {
  readonly source: string
  readonly legalBasis: string
  readonly deleteBy: Day
  readonly knownTo: Day
}

/** The same as somebody typed it. */
export type OriginTyped = { readonly [K in keyof Origin]: Origin[K] | null }

/** Longer is no name of a source, nor of a basis. */
export const LONGEST_ORIGIN = 200

const FIELDS = { source: 'source', legalBasis: 'legal_basis', deleteBy: 'delete_by', knownTo: 'known_to' } as const

/**
 * What stands against it, by field of the form, nothing when it can be kept: `required`, `too_long`, `in_future` for a file
 * that would know what is to come, `erased_too_soon` where its facts would go before that could be announced (`from`).
 */
export function againstOrigin(typed: OriginTyped, today: Day): readonly Refusal[] {
  const open = (Object.keys(FIELDS) as (keyof Origin)[]).filter((name) => !typed[name])
  const found = [
    ...open.map((name) => refuse('required', { field: FIELDS[name] })),
    tooLong(typed.source ?? '', FIELDS.source, LONGEST_ORIGIN),
    tooLong(typed.legalBasis ?? '', FIELDS.legalBasis, LONGEST_ORIGIN),
    typed.knownTo && typed.knownTo > today && refuse('in_future', { field: FIELDS.knownTo }),
    typed.deleteBy &&
      typed.deleteBy <= addDays(today, ANNOUNCED_DAYS) &&
      refuse('erased_too_soon', { field: FIELDS.deleteBy, from: addDays(today, ANNOUNCED_DAYS + 1) }),
  ]
  return found.flatMap((one) => (one && !one.ok ? [one.refusal] : []))
}

/** Whether nothing stands against it. */
export const isOrigin = (typed: OriginTyped, today: Day): typed is Origin => againstOrigin(typed, today).length === 0
