import { unharmed } from '../../protocol/harmless'
import { done, type Result, refuse } from '../../protocol/refusal'
import { MOST_COLUMNS, type SheetRow } from './table'

/** Whether nothing stands in a cell but spaces, of whichever kind. */
export const isBlank = (cell: string): boolean => cell.trim() === ''

/** What no cell of a row can hold: a letter that was lost, a character that no database takes, half of one. */
const LOST = /\p{Surrogate}|\ufffd/u

/**
 * A row refuses itself when a letter of it was lost, in the wrong encoding or in another program before, and when it holds
 * what a spreadsheet can write and nobody can keep (`_x0000_`).
 */
export const legible = (row: SheetRow): SheetRow =>
  'code' in row || !row.cells.some((cell) => LOST.test(cell) || cell.includes('\0'))
    ? row
    : { line: row.line, code: 'unreadable_character', raw: row.cells }

/** Whether a row holds anything at all; one of separators alone does not. */
export const holdsSomething = (row: SheetRow): boolean => 'code' in row || row.cells.some((cell) => !isBlank(cell))

/**
 * The header that a first row makes: trimmed, without empty cells at its end. Refusals: `too_many_columns`;
 * `duplicate_column` with the numbers of both columns and not their heading, which is a name when the header is missing.
 */
export function headerOf(cells: readonly string[]): Result<readonly string[]> {
  const names = cells.map((cell) => unharmed(cell.trim()))
  const header = names.slice(0, names.findLastIndex((name) => name !== '') + 1)
  if (header.length > MOST_COLUMNS) return refuse('too_many_columns', { max: MOST_COLUMNS })
  const seen = new Map<string, number>()
  for (const [index, name] of header.entries()) {
    const key = name.toLowerCase()
    const first = seen.get(key)
    if (first !== undefined) return refuse('duplicate_column', { first: first + 1, second: index + 1 })
    if (name !== '') seen.set(key, index)
  }
  return done(header)
}

/**
 * A row with as many cells as the header: empty ones behind them do not count, others are too many. Too few are refused
 * where every cell is written down (`short: 'refused'`), and empty where a file leaves out what is empty.
 */
export function squared(row: SheetRow, width: number, short: 'refused' | 'filled'): SheetRow {
  if ('code' in row) return row
  const { line, cells } = row
  if (cells.length === width) return row
  const fits = cells.length > width ? cells.slice(width).every(isBlank) : short === 'filled'
  if (!fits) return { line, code: 'wrong_number_of_columns', raw: cells }
  return { line, cells: Array.from({ length: width }, (_, index) => cells[index] ?? '') }
}
