import type { SheetRow, Table } from '../../platform/sheets/table'
import type { Day } from '../../protocol/day'
import { dayWritten } from '../../protocol/extract/cells'
import type { Extract, Mapping } from '../../protocol/extract/extract'
import { trimmed } from '../../protocol/extract/folded'
import { tellsOfPast } from '../../protocol/extract/past'
import type { Ladder } from '../../protocol/study'

/** Rows that are shown, rows from which a mapping is guessed, and rows that are counted over at most. */
const SHOWN = 20
const GUESSED = 500
const COUNTED = 20_000
/** Cells that are counted over at most: a file of 300 columns is looked at less far. */
const CELLS = 1_000_000
/** Different texts of one column that are told apart. */
const DISTINCT = 1_000

/** How a file begins: the rows to show, and the cells to guess from. */
export type Sample = { readonly shown: readonly SheetRow[]; readonly cells: readonly (readonly string[])[] }

/** The first rows of a table. */
export async function sampleOf(table: Table): Promise<Sample> {
  const rows: SheetRow[] = []
  for await (const row of table.rows) {
    rows.push(row)
    if (rows.length >= GUESSED) break
  }
  return { shown: rows.slice(0, SHOWN), cells: rows.flatMap((row) => ('cells' in row ? [row.cells] : [])) }
}

/** Texts of a column and in how many rows each stands, as far as it was counted; `more` when there are others still. */
export type Texts = { readonly counts: ReadonlyMap<string, number>; readonly more: boolean }
/** What was counted over: how many rows, whether these were all, the newest day, and the texts of each choice. */
export type Counted = {
  readonly rows: number
  readonly whole: boolean
  readonly newest: Day | null
  readonly texts: Readonly<Record<string, Texts>>
}

/** Counts over the rows of a table, as a mapping has it. */
export async function countOver(table: Table, extract: Extract, mapping: Mapping): Promise<Counted> {
  const at = (field: string) => table.header.indexOf(mapping.columns[field] ?? '')
  const choices = extract.fields
    .filter(({ name, reads }) => reads.as === 'choice' && at(name) >= 0)
    .map(({ name }) => ({ name, column: at(name), counts: new Map<string, number>(), more: false }))
  const dayColumn = at(extract.day)
  const most = Math.min(COUNTED, Math.ceil(CELLS / Math.max(1, table.header.length)))
  let rows = 0
  let whole = true
  let newest: Day | null = null
  for await (const row of table.rows) {
    if (rows >= most) {
      whole = false
      break
    }
    rows += 1
    if ('code' in row) continue
    const day = dayWritten(trimmed(row.cells[dayColumn] ?? ''))?.day
    if (day && (newest === null || day > newest)) newest = day
    for (const choice of choices) {
      const text = trimmed(row.cells[choice.column] ?? '')
      if (text === '') continue
      const before = choice.counts.get(text)
      if (before !== undefined || choice.counts.size < DISTINCT) choice.counts.set(text, (before ?? 0) + 1)
      else choice.more = true
    }
  }
  return {
    rows,
    whole,
    newest,
    texts: Object.fromEntries(choices.map(({ name, counts, more }) => [name, { counts, more }])),
  }
}

/** Whether a file tells of the past of a study that asks by this ladder; null when too little of it was seen to say. */
export function guessPast(ladder: Ladder, { whole, newest }: Counted, today: Day): boolean | null {
  if (newest === null) return null
  if (!tellsOfPast(ladder, newest, today)) return false
  return whole ? true : null
}
