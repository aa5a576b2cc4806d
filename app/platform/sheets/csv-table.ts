import { done, type Result, refuse } from '../../protocol/refusal'
import { CsvRecords } from './csv-records'
import { delimiterOf } from './delimiter'
import { encodingOf, textOf } from './encoding'
import type { Chosen, Delimiter, Encoding, Guess, SheetRow, Source, Table } from './table'
import { tableOf } from './table-of'

/** Characters from which the delimiter is guessed. */
const HEAD = 128 * 1024
/** Spaces and delimiters only. */
const NOTHING = /^[\s;,|]*$/
/** What some spreadsheets write above the header to say which delimiter they mean. */
const SAYS_DELIMITER = /^sep=([;,\t|])(?:\r\n|\r|\n)/i

/** How a CSV is written, and its records, read anew at each call. */
type Csv = { readonly guess: Guess; readonly records: () => AsyncIterable<SheetRow> }

/** A CSV as a table. Refusals: those of `csvOf` and of `tableOf`. */
export async function csvTable(source: Source, chosen: Chosen): Promise<Result<Table>> {
  const csv = await csvOf(source, chosen)
  return csv.ok ? tableOf(csv.value.guess, csv.value.records, 'refused') : csv
}

/** The records of a CSV, its header one of them. Refusals: `file_empty`; `not_a_table` when no delimiter makes columns of it. */
export async function csvOf(source: Source, chosen: Chosen): Promise<Result<Csv>> {
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
  return done({ guess, records: () => records(source, encoding, delimiter, said ? 1 : 0) })
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
