import { done, type Result, refuse } from '../../protocol/refusal'
import { headerOf, holdsSomething, legible, squared } from './squared'
import type { Guess, SheetRow, Table } from './table'

/**
 * The table that rows make: the first that holds anything is its header, those that hold nothing are passed over.
 * Refusals: `file_empty`, `only_a_header`, the code of a first row that cannot be read (`workbook_damaged` when nothing
 * can be read), and those of `headerOf`.
 */
export async function tableOf(
  guess: Guess,
  records: () => AsyncIterable<SheetRow>,
  short: 'refused' | 'filled',
): Promise<Result<Table>> {
  let header: readonly string[] | undefined
  for await (const found of records()) {
    const row = legible(found)
    if (!holdsSomething(row)) continue
    // the second row was only looked for
    if (header) return done(tableWith(guess, header, records, short))
    if ('code' in row) return refuse(row.code === 'rest_unreadable' ? 'workbook_damaged' : row.code)
    const read = headerOf(row.cells)
    if (!read.ok) return read
    header = read.value
  }
  return refuse(header ? 'only_a_header' : 'file_empty')
}

function tableWith(
  guess: Guess,
  header: readonly string[],
  records: () => AsyncIterable<SheetRow>,
  short: 'refused' | 'filled',
): Table {
  async function* rows(): AsyncGenerator<SheetRow> {
    let below = false
    for await (const row of records()) {
      if (!holdsSomething(row)) continue
      if (below) yield squared(legible(row), header.length, short)
      below = true
    }
  }
  return { guess, header, rows: { [Symbol.asyncIterator]: rows } }
}
