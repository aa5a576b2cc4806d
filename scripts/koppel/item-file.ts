import { parse } from 'csv-parse/sync'
import { BadFile } from '../../jobs/replay/decode'

/** A row of a file of items: its line, and the answers by item code. */
export type ItemRow = { readonly line: number; readonly answers: Readonly<Record<string, number>> }
/** A cell that is no answer of the scale, or a row that does not fit the header (`column` empty): where it stands. */
export type BadCell = {
  readonly line: number
  readonly column: string
  readonly code: 'out_of_range' | 'not_a_number' | 'wrong_number_of_columns'
}

/**
 * Reads a CSV of items (comma, semicolon or tab; UTF-8): the columns asked for, empty for not answered; others are
 * passed over. A row with a cell that is no answer is refused alone. Throws BadFile when it is no CSV or a column is missing.
 */
export function readItems(
  name: string,
  text: string,
  { codes, points }: { codes: readonly string[]; points: number },
): { rows: ItemRow[]; refused: BadCell[] } {
  const [header, ...lines] = records(name, text)
  if (!header || lines.length === 0) throw new BadFile(name, 'file_empty')
  const missing = codes.filter((code) => !header.record.includes(code))
  if (missing.length > 0) throw new BadFile(name, 'column_missing', missing)
  const rows: ItemRow[] = []
  const refused: BadCell[] = []
  for (const { record, info } of lines) {
    // A comma too many moves every answer after it to another item.
    if (record.length !== header.record.length) {
      refused.push({ line: info.lines, column: '', code: 'wrong_number_of_columns' })
      continue
    }
    const cells = codes.map((code) => [code, (record[header.record.indexOf(code)] ?? '').trim()] as const)
    const bad = cells.find(([, cell]) => cell !== '' && !isAnswer(cell, points))
    if (bad)
      refused.push({ line: info.lines, column: bad[0], code: /^-?\d+$/.test(bad[1]) ? 'out_of_range' : 'not_a_number' })
    else {
      const given = cells.filter(([, cell]) => cell !== '').map(([code, cell]) => [code, Number(cell)] as const)
      rows.push({ line: info.lines, answers: Object.fromEntries(given) })
    }
  }
  return { rows, refused }
}

const isAnswer = (cell: string, points: number) => /^\d+$/.test(cell) && Number(cell) >= 1 && Number(cell) <= points

function records(name: string, text: string): { record: string[]; info: { lines: number } }[] {
  try {
    const options = {
      delimiter: [',', ';', '\t'],
      record_delimiter: ['\r\n', '\n', '\r'],
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }
    return parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
  } catch {
    throw new BadFile(name, 'file_unreadable')
  }
}
