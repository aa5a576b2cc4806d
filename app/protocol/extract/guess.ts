import { dayWritten, isCellError, meaningOf } from './cells'
import type { DayShape, Extract, Field, Mapping } from './extract'
import { folded, trimmed } from './folded'

/**
 * A mapping as far as headings and contents tell. `unsure`: fields whose column was guessed from what stands in it.
 * `missing`: fields that must have a column and have none. `unknownValues`: texts of a choice that mean nothing yet (at
 * most 30 a field). These are what stood in the file: to be shown to who maps it, and to nobody else.
 */
export type Guessed = {
  readonly mapping: Mapping
  readonly unsure: readonly string[]
  readonly missing: readonly string[]
  readonly unknownValues: Readonly<Record<string, readonly string[]>>
}

/** Unknown texts that are listed of one field. */
const MOST_UNKNOWN = 30
/** The share of filled cells that have to look like a field before a column is taken for it. */
const ENOUGH = 0.8

/** Guesses what the columns of a file mean: by their headings first, then by what stands in them. Never two on one. */
export function guessMapping(
  extract: Extract,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): Guessed {
  const cellsOf = cellsBy(header, sample)
  const columns = byHeading(extract, header)
  const unsure = Object.entries(byContents(extract, header, columns, cellsOf))
  for (const [field, heading] of unsure) columns[field] = heading
  const values: Record<string, Record<string, string>> = {}
  const unknownValues: Record<string, string[]> = {}
  for (const { name, reads } of extract.fields) {
    const heading = columns[name]
    if (!heading || reads.as !== 'choice') continue
    const seen = [...new Set(cellsOf(heading))].map((text) => [text, meaningOf(reads.meanings, text)] as const)
    values[name] = Object.fromEntries(seen.filter((one): one is [string, string] => one[1] !== undefined))
    const unknown = seen.filter(([, meaning]) => meaning === undefined).map(([text]) => text)
    if (unknown.length > 0) unknownValues[name] = unknown.slice(0, MOST_UNKNOWN)
  }
  const dated = extract.fields.filter(({ reads }) => reads.as === 'day').flatMap(({ name }) => columns[name] ?? [])
  return {
    mapping: { columns, values, days: shapeOf(dated.flatMap(cellsOf)) },
    unsure: unsure.map(([field]) => field),
    missing: extract.fields.filter(({ name, required }) => required && !columns[name]).map(({ name }) => name),
    unknownValues,
  }
}

/** The filled cells of a column by its heading, made once for each: a file may have hundreds of columns. */
function cellsBy(header: readonly string[], sample: readonly (readonly string[])[]) {
  const made = new Map<string, readonly string[]>()
  return (heading: string): readonly string[] => {
    const before = made.get(heading)
    if (before) return before
    const at = header.indexOf(heading)
    const cells = sample.map((row) => trimmed(row[at] ?? '')).filter((cell) => cell !== '' && !isCellError(cell))
    made.set(heading, cells)
    return cells
  }
}

/** Columns whose heading is known. The field's own name is a heading too. */
function byHeading({ fields }: Extract, header: readonly string[]): Record<string, string> {
  const columns: Record<string, string> = {}
  for (const heading of header) {
    const head = folded(heading)
    const field = fields.find(({ name, heads }) => [name, ...heads].some((known) => folded(known) === head))
    if (head !== '' && field) columns[field.name] ??= heading
  }
  return columns
}

/**
 * Columns of the fields that are still needed: one that fits a single such field, when no other column fits that field.
 * Anything less is left to whoever maps the file.
 */
function byContents(
  { fields }: Extract,
  header: readonly string[],
  taken: Readonly<Record<string, string>>,
  cellsOf: (heading: string) => readonly string[],
): Record<string, string> {
  const free = header.filter((heading) => heading !== '' && !Object.values(taken).includes(heading))
  const wanted = fields.filter(({ name }) => !taken[name])
  const fits = wanted.flatMap((field) =>
    free.filter((heading) => looksLike(field, cellsOf(heading))).map((heading) => ({ field, heading })),
  )
  const alone = fits.filter(
    (one) =>
      one.field.required &&
      fits.every((other) => other === one || (other.field !== one.field && other.heading !== one.heading)),
  )
  return Object.fromEntries(alone.map(({ field, heading }) => [field.name, heading]))
}

/** Whether the cells look like a field that can be told by its cells: a day, an address of mail, words of a choice. */
function looksLike({ reads }: Field, cells: readonly string[]): boolean {
  const fits = (cell: string): boolean => {
    if (reads.as === 'day') return dayWritten(cell) !== undefined
    if (reads.as === 'choice') return meaningOf(reads.meanings, cell) !== undefined
    return reads.as === 'text' && reads.like === 'email' && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(cell)
  }
  return cells.length > 0 && cells.filter(fits).length / cells.length >= ENOUGH
}

/** How the days are written, when all that were seen are written alike: then a day in the other order is a slip. */
function shapeOf(cells: readonly string[]): DayShape {
  const shapes = new Set(cells.flatMap((cell) => dayWritten(cell)?.shape ?? []))
  const [only] = shapes
  return shapes.size === 1 && only ? only : 'either'
}
