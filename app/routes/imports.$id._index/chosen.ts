import { createHash } from 'node:crypto'
import { type Chosen, DELIMITERS, ENCODINGS, type Guess } from '../../platform/sheets/table'
import type { NamedMapping } from '../../records/import-mappings'

/** Delimiters as they stand in an address. */
const NAMES = ['semicolon', 'comma', 'tab', 'bar'] as const
type DelimiterName = (typeof NAMES)[number]

/** How somebody wants a file read, as an address or a form says it; what is not said is guessed. */
export type Asked = {
  readonly encoding: (typeof ENCODINGS)[number] | null
  readonly delimiter: DelimiterName | null
  /** The number of the sheet, from 1: its name may be anybody's. */
  readonly sheet: number | null
  /** The key of a mapping that was kept. */
  readonly kept: string | null
}

/** Reads it from the parameters of an address, or the fields of a form. */
export function askedFor(said: { readonly get: (name: string) => unknown }): Asked {
  const text = (name: string) => String(said.get(name) ?? '')
  const sheet = Number(text('sheet'))
  return {
    encoding: ENCODINGS.find((one) => one === text('encoding')) ?? null,
    delimiter: NAMES.find((one) => one === text('delimiter')) ?? null,
    sheet: Number.isInteger(sheet) && sheet > 0 ? sheet : null,
    kept: text('kept') || null,
  }
}

/** The same for whoever opens the file, whose sheets are these. */
export const chosenBy = ({ encoding, delimiter, sheet }: Asked, sheets: readonly string[]): Chosen => ({
  encoding,
  delimiter: delimiter && (DELIMITERS[NAMES.indexOf(delimiter)] ?? null),
  sheet: (sheet && sheets[sheet - 1]) || null,
})

/** How a file was read, as a form says it. */
export const writtenSo = ({ encoding, delimiter, sheet, sheets }: Guess): Asked => ({
  encoding,
  delimiter: delimiter && (NAMES[DELIMITERS.indexOf(delimiter)] ?? null),
  sheet: sheet === null ? null : sheets.indexOf(sheet) + 1,
  kept: null,
})

/** What stands for a kept mapping in an address: its name may be anybody's. */
export const keyOfKept = ({ name }: Pick<NamedMapping, 'name'>): string =>
  createHash('sha256').update(name).digest('hex').slice(0, 12)
