import type { Answered } from '../../protocol/instruments/asked'

/** The rows of `study.answer` that say something: one that was taken back says nothing. */
export const SAID = { OR: [{ value: { not: null } }, { missing: { not: null } }] }

type Row = { readonly item: string; readonly value: number | null; readonly missing: string | null }

/** Rows of answers by item: a code, or why there is none. */
export const answersOf = (rows: readonly Row[]): Answered =>
  Object.fromEntries(rows.map(({ item, value, missing }) => [item, value ?? (missing as Answered[string])]))
