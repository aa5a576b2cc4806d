import type { Disclosure } from './disclosure'
import type { Shared } from './shared-numbers'

/** Letters that a second person's reason has at least, without the spaces around it. */
export const LEAST_REASON = 20

/** Why a release is held back: people in classes that are too small, numbers that too few share, dates, or an outcome that a whole class has. */
export type Objection =
  | {
      readonly code: 'too_few_alike'
      readonly rows: number
      readonly cells: number
      readonly k: number
      readonly smallest: number
    }
  | {
      readonly code: 'few_share'
      readonly number: Shared
      readonly numbers: number
      readonly rows: number
      readonly k: number
    }
  | { readonly code: 'dates_shown' }
  | { readonly code: 'outcome_shown'; readonly outcome: string; readonly classes: number; readonly rows: number }

/** Whether a release may be approved: it is safe, it is blocked, or a second person answers for it in spite of what is said. */
export type Verdict =
  | { readonly verdict: 'safe' }
  | {
      readonly verdict: 'blocked'
      readonly objections: readonly Objection[]
      /** What was wrong with the reason that was given; null when none was. */
      readonly mistake: 'too_short' | null
    }
  | { readonly verdict: 'overridden'; readonly objections: readonly Objection[]; readonly reason: string }

/**
 * The gate before approval. A class in which everybody whose outcome is known has it tells that of each of them; one in
 * which nobody has it is reported and does not block: that nothing happened is no secret that harms (decided).
 * Who may override is not decided here: a second person with the right to approve.
 */
export function gate(disclosure: Disclosure, override?: { readonly reason: string }): Verdict {
  const objections = objectionsTo(disclosure)
  if (objections.length === 0) return { verdict: 'safe' }
  if (!override) return { verdict: 'blocked', objections, mistake: null }
  const reason = override.reason.trim()
  return reason.length < LEAST_REASON
    ? { verdict: 'blocked', objections, mistake: 'too_short' }
    : { verdict: 'overridden', objections, reason }
}

function objectionsTo({ below, k, smallest, shared = [], outcomes, calendar }: Disclosure): Objection[] {
  return [
    ...(below.rows > 0 && smallest !== null
      ? [{ code: 'too_few_alike' as const, rows: below.rows, cells: below.cells, k, smallest }]
      : []),
    ...shared
      .filter((one) => one.below.numbers > 0)
      .map(({ name, below: { numbers, rows } }) => ({ code: 'few_share' as const, number: name, numbers, rows, k })),
    ...(calendar ? [{ code: 'dates_shown' as const }] : []),
    ...outcomes
      .filter(({ exposed }) => exposed > 0)
      .map(({ outcome, exposed, exposedRows }) => ({
        code: 'outcome_shown' as const,
        outcome,
        classes: exposed,
        rows: exposedRows,
      })),
  ]
}
