import { createHash } from 'node:crypto'
import type { RowRead } from '../../app/protocol/extract/reader'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import type { RefusedLine } from '../../app/records/import-refusals'
import { headingOf, type OpenedFile } from './opened-file'

/** A row that was read, and its line in the file. */
export type ReadRow = { readonly line: number; readonly values: RowRead }

/**
 * Rows of a file that are taken together: those that can be read, those that refuse themselves, and how many say what an
 * earlier one said. `from` and `to` are their places among all rows.
 */
export type Batch = {
  readonly from: number
  readonly to: number
  readonly rows: readonly ReadRow[]
  readonly refused: readonly RefusedLine[]
  readonly duplicates: number
}

/**
 * A file's rows as they stand, `size` at a time, from a place on: those before it are only looked at for duplicates. Of a
 * supervision number that stands there again, another row with the same is a duplicate, one with something else is refused
 * (`duplicate_in_file`); with `often`, a number may stand there more than once.
 */
export async function* batchesOf(
  file: OpenedFile,
  { from, size, often = false }: { readonly from: number; readonly size: number; readonly often?: boolean },
): AsyncGenerator<Batch> {
  const seen = new Map<string, string>()
  let place = 0
  let batch = { from, rows: [] as ReadRow[], refused: [] as RefusedLine[], duplicates: 0 }
  for await (const row of file.rows) {
    place += 1
    const { line } = row
    const read = 'cells' in row ? file.read(row.cells) : null
    const refusal = !read
      ? { line, column: '', code: (row as { code: string }).code }
      : !read.ok
        ? { line, column: read.refusal.field ?? '', code: read.refusal.code }
        : null
    const again = read?.ok ? repeated(file, seen, read.value, often) : null
    if (place <= from) continue
    if (refusal) batch.refused.push(refusal)
    else if (again === 'same') batch.duplicates += 1
    else if (again === 'other')
      batch.refused.push({ line, column: headingOf(file, file.extract.number), code: 'duplicate_in_file' })
    else if (read?.ok) batch.rows.push({ line, values: read.value })
    if (place - batch.from < size) continue
    yield { ...batch, to: place }
    batch = { from: place, rows: [], refused: [], duplicates: 0 }
  }
  if (place > batch.from) yield { ...batch, to: place }
}

/** Whether a row stood in the file before: with the same in it, or with something else; remembers it when it did not. */
function repeated(
  { extract }: OpenedFile,
  seen: Map<string, string>,
  values: RowRead,
  often: boolean,
): 'same' | 'other' | null {
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('base64').slice(0, 22)
  const key = often ? digest : String(values[extract.number])
  const before = seen.get(key)
  if (before === undefined) {
    seen.set(key, digest)
    return null
  }
  return before === digest ? 'same' : 'other'
}

/**
 * Rows that a file may have which is taken in another order than it stands in, and so is held as a whole: a study has some
 * thousand. So many take some 50 MB.
 */
export const MOST_AT_ONCE = 100_000

/** All of a file at once. Refused (`too_many_rows`) beyond so many rows, before the rest of them is read. */
export async function wholeOf(file: OpenedFile, often: boolean, most = MOST_AT_ONCE): Promise<Result<Batch>> {
  const all = { rows: [] as ReadRow[], refused: [] as RefusedLine[], duplicates: 0 }
  let to = 0
  for await (const batch of batchesOf(file, { from: 0, size: 1000, often })) {
    all.rows.push(...batch.rows)
    all.refused.push(...batch.refused)
    all.duplicates += batch.duplicates
    to = batch.to
    if (to > most) return refuse('too_many_rows')
  }
  return done({ ...all, from: 0, to })
}
