import { parse } from 'csv-parse/sync'
import type { Day } from '../../app/protocol/day'
import { BadValue } from './column'
import { BadFile, decoded } from './decode'
import type { CohortFile, RefusedRow, Row } from './file'

type Line = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/**
 * Reads one file of a cohort: its rows, and the rows that refuse themselves with line and column.
 * Throws BadFile when it is empty, in another encoding, no CSV, or lacks a column.
 */
export function readFile(file: CohortFile, bytes: Buffer): { rows: Row[]; refused: RefusedRow[] } {
  const [header, ...lines] = linesOf(file, decoded(file.name, bytes, file.encoding))
  if (!header || lines.length === 0) throw new BadFile(file.name, 'file_empty')
  const at = new Map(header.record.map((name, index) => [name.trim(), index]))
  const missing = Object.keys(file.columns).filter((column) => !at.has(column))
  if (missing.length > 0) throw new BadFile(file.name, 'column_missing', missing)
  const rows: Row[] = []
  const refused: RefusedRow[] = []
  for (const line of lines) {
    const row = readRow(file, at, header.record.length, line)
    if ('code' in row) refused.push(row)
    else rows.push(row)
  }
  return { rows, refused }
}

function linesOf({ name, delimiter }: CohortFile, text: string): Line[] {
  try {
    return parse(text, {
      delimiter,
      // all of them: a line that somebody added by hand often ends in another way than the rest
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Line[]
  } catch {
    throw new BadFile(name, 'file_unreadable')
  }
}

function readRow(
  file: CohortFile,
  at: ReadonlyMap<string, number>,
  width: number,
  { record, info }: Line,
): Row | RefusedRow {
  const where = { file: file.name, line: info.lines }
  if (record.length !== width) return { ...where, column: '', code: 'wrong_number_of_columns' }
  const cells: Record<string, unknown> = {}
  for (const [column, read] of Object.entries(file.columns)) {
    try {
      cells[column] = read(record[at.get(column) as number] ?? '')
    } catch (error) {
      if (error instanceof BadValue) return { ...where, column, code: error.code }
      throw error
    }
  }
  return {
    ...where,
    number: cells[file.number] as string,
    on: cells[file.day] as Day,
    order: file.order(cells),
    play: (stage) => file.play(stage, cells),
  }
}
