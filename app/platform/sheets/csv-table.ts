import { type Result, refuse } from '../../protocol/refusal'
import { CsvRecords } from './csv-records'
import { delimiterOf } from './delimiter'
import { encodingOf, textOf } from './encoding'
import type { Chosen, Delimiter, Encoding, SheetRow, Source, Table } from './table'
import { tableOf } from './table-of'

/** Characters from which the delimiter is guessed. */
const HEAD = 128 * 1024
/** Spaces and delimiters only. */
const NOTHING = /^[\s;,|]*$/
/** What some spreadsheets write above the header to say which delimiter they mean. */
const SAYS_DELIMITER = /^sep=([;,\t|])(?:\r\n|\r|\n)/i

/** A CSV as a table. Refusals: `not_a_table` when no delimiter makes columns of it, and those of `tableOf`. */
export async function csvTable(source: Source, chosen: Chosen): Promise<Result<Table>> {
  const encoding = chosen.encoding ?? (await encodingOf(source))
  const head = await startOf(source, encoding)
  const whole = head.length < HEAD
  if (whole && NOTHING.test(head)) return refuse('file_empty')
  // of text that somebody chose an encoding for, and of UTF-16 without a mark
  if (head.includes('\0')) return refuse('not_a_table')
  const said = SAYS_DELIMITER.exec(head)
  const delimiter = chosen.delimiter ?? ((said?.[1] as Delimiter | undefined) || delimiterOf(head, whole))
  if (!delimiter) return refuse('not_a_table')
  const guess = { format: 'csv', encoding, delimiter, sheet: null, sheets: [] } as const
  return tableOf(guess, () => records(source, encoding, delimiter, said ? 1 : 0), 'refused')
}

/** All records below `passed` lines. */
async function* records(
  source: Source,
  encoding: Encoding,
  delimiter: Delimiter,
  passed: number,
): AsyncGenerator<SheetRow> {
  const reader = new CsvRecords(delimiter)
  for await (const text of textOf(source, encoding))
    for (const row of reader.push(text)) if (row.line > passed) yield row
  for (const row of reader.end()) if (row.line > passed) yield row
}

async function startOf(source: Source, encoding: Encoding): Promise<string> {
  let head = ''
  for await (const text of textOf(source, encoding)) {
    head += text
    if (head.length >= HEAD) break
  }
  return head
}
