import type { Variable } from '../table/table'

/** A format as SPSS knows it: `A12`, `F8.0`, `SDATE10`. */
export type Format = { readonly type: 'A' | 'F' | 'SDATE'; readonly width: number; readonly decimals: number }

/** What the types are called inside a file (PSPP, System File Format, Format Types). */
export const FORMAT_CODES: Readonly<Record<Format['type'], number>> = { A: 1, F: 5, SDATE: 39 }

/** A whole number without codes may have ten digits and a sign. */
const WIDE = 11
const NARROWEST = 8

/** How a variable is shown. A day stands as yyyy/mm/dd: the one order that nobody misreads. */
export function formatOf({ kind, width, values, missing = [] }: Variable): Format {
  if (kind === 'text') return { type: 'A', width: Math.max(1, width), decimals: 0 }
  if (kind === 'day') return { type: 'SDATE', width: 10, decimals: 0 }
  if (kind === 'number') return { type: 'F', width: 10, decimals: 6 }
  const codes = [...(values ?? []), ...missing].map(({ code }) => String(code).length)
  return { type: 'F', width: Math.max(values ? NARROWEST : WIDE, ...codes), decimals: 0 }
}
