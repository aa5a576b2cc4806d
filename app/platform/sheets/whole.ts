import type { Written } from '../../protocol/instruments/files/read'
import type { Line, Sheet } from '../../protocol/instruments/files/sheet'
import { done, type Result, refuse } from '../../protocol/refusal'
import { csvOf } from './csv-table'
import { kindOf } from './kind'
import { headOf } from './open-table'
import { legible } from './squared'
import type { SheetRow, Source } from './table'
import { workbookTable } from './workbook-table'

/** Lines that a file which is read whole may have. */
const MOST_LINES = 20_000
/** What a sheet without anything to read is refused for: it is there, and empty. */
const EMPTY = ['file_empty', 'only_a_header']

/**
 * All sheets of a CSV or an .xlsx at once, for files that are read as a whole and not row by row. Refusals: those of
 * `openTable`, and `too_many_rows`.
 */
export async function wholeFile(source: Source): Promise<Result<Written>> {
  const kind = kindOf(await headOf(source))
  if (!kind.ok) return kind
  return kind.value === 'zip' ? wholeWorkbook(source) : wholeCsv(source)
}

async function wholeCsv(source: Source): Promise<Result<Written>> {
  const csv = await csvOf(source, {})
  if (!csv.ok) return csv
  const taken = await taking(csv.value.records())
  if (!taken) return refuse('too_many_rows')
  return done({ sheets: [{ name: null, rows: taken.rows }], unread: taken.unread })
}

async function wholeWorkbook(source: Source): Promise<Result<Written>> {
  const first = await workbookTable(source, {})
  if (!first.ok && !EMPTY.includes(first.refusal.code)) return first
  const names = first.ok ? first.value.guess.sheets : []
  const sheets: Sheet[] = []
  const unread: Written['unread'][number][] = []
  for (const name of names) {
    const table = await workbookTable(source, { sheet: name })
    if (!table.ok && !EMPTY.includes(table.refusal.code)) return table
    const taken = table.ok ? await taking(table.value.rows) : { rows: [], unread: [] }
    if (!taken) return refuse('too_many_rows')
    const header = table.ok ? [{ line: 1, cells: table.value.header }] : []
    sheets.push({ name, rows: [...header, ...taken.rows] })
    unread.push(...taken.unread)
  }
  return done({ sheets, unread })
}

async function taking(records: AsyncIterable<SheetRow>) {
  const rows: Line[] = []
  const unread: Written['unread'][number][] = []
  for await (const record of records) {
    const row = legible(record)
    if ('code' in row) unread.push({ line: row.line, code: row.code })
    else rows.push(row)
    if (rows.length + unread.length > MOST_LINES) return undefined
  }
  return { rows, unread }
}
