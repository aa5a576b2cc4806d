import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { BadFile } from '../../jobs/replay/decode'

/** A row of a file of items: its line, and the answers by item code. */
export type ItemRow = { readonly line: number; readonly answers: Readonly<Record<string, number>> }
/** A cell that is no answer of the scale, or a row that does not fit the header (`column` empty): where it stands. */
export type BadCell = {
  readonly line: number
  readonly column: string
  readonly code: 'out_of_range' | 'not_a_number' | 'wrong_number_of_columns'
}

/** No row of answers is this long: a quote that nothing closes is not read to the end of the file. In characters. */
const LONGEST_ROW = 1024 * 1024

/**
 * Reads a CSV of items (comma, semicolon or tab; UTF-8) row by row: the columns asked for, empty for not answered; others
 * are passed over. A row with a cell that is no answer is refused alone. Throws BadFile when it is no CSV or a column is
 * missing, which can be after rows were given.
 */
export async function* itemsOf(
  file: string,
  { codes, points }: { codes: readonly string[]; points: number },
): AsyncGenerator<ItemRow | BadCell> {
  const name = basename(file)
  const columns = new Map<string, number>()
  let [width, rows] = [0, 0]
  for await (const { record, line } of records(name, textOf(file, name))) {
    if (width === 0) {
      width = record.length
      for (const code of codes) columns.set(code, record.indexOf(code))
      continue
    }
    const missing = codes.filter((code) => columns.get(code) === -1)
    if (missing.length > 0) throw new BadFile(name, 'column_missing', missing)
    rows += 1
    // A comma too many moves every answer after it to another item.
    if (record.length !== width) yield { line, column: '', code: 'wrong_number_of_columns' }
    else {
      const cells = [...columns].map(([code, at]) => [code, (record[at] ?? '').trim()] as const)
      yield rowOf(line, cells, points)
    }
  }
  if (rows === 0) throw new BadFile(name, 'file_empty')
}

function rowOf(line: number, cells: readonly (readonly [string, string])[], points: number): ItemRow | BadCell {
  const bad = cells.find(([, cell]) => cell !== '' && !isAnswer(cell, points))
  if (bad) return { line, column: bad[0], code: /^-?\d+$/.test(bad[1]) ? 'out_of_range' : 'not_a_number' }
  const given = cells.filter(([, cell]) => cell !== '').map(([code, cell]) => [code, Number(cell)] as const)
  return { line, answers: Object.fromEntries(given) }
}

const isAnswer = (cell: string, points: number) => /^\d+$/.test(cell) && Number(cell) >= 1 && Number(cell) <= points

/** The text of a file, piece by piece. Throws BadFile when it cannot be read, is not UTF-8, or binary. */
async function* textOf(file: string, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decoded = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw new BadFile(name, 'wrong_encoding')
    }
  }
  try {
    for await (const bytes of createReadStream(file)) {
      const text = decoded(bytes as Uint8Array)
      if (text.includes('\0')) throw new BadFile(name, 'file_unreadable')
      yield text
    }
    yield decoded()
  } catch (error) {
    // what the system says of a file: not there, a folder, not ours to read
    if ((error as NodeJS.ErrnoException).syscall) throw new BadFile(name, 'file_missing')
    throw error
  }
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } }

async function* records(
  name: string,
  text: AsyncGenerator<string>,
): AsyncGenerator<{ record: string[]; line: number }> {
  const parser = parse({
    delimiter: [',', ';', '\t'],
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
  // what goes wrong on the way comes out of the parser below
  pipeline(Readable.from(text), parser, () => undefined)
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) yield { record, line: info.lines }
  } catch (error) {
    if (error instanceof CsvError) throw new BadFile(name, 'file_unreadable')
    throw error
  }
}
