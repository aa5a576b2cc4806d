import { folded, trimmed } from '../../extract/folded'

/** A row of a file: its line, and its cells as they were written. */
export type Line = { readonly line: number; readonly cells: readonly string[] }
/** A sheet of a workbook by its name; a CSV is one sheet without a name. */
export type Sheet = { readonly name: string | null; readonly rows: readonly Line[] }

/** A row whose cells are found by heading. A heading that the table does not have is an empty cell. */
export type Row = { readonly line: number; readonly cell: (heading: string) => string }
/** A table: its headings as written, the rows below them, and the lines that are left out: wider than the headings, or too long. */
export type Found = {
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
  readonly unfit: readonly { readonly line: number; readonly code: string }[]
}

/** A cell that is longer is no question, nor a list that anybody reads. In characters. */
const LONGEST_CELL = 20_000

const blank = ({ cells }: Line): boolean => cells.every((cell) => trimmed(cell) === '')

/**
 * The table that lines make: the first that holds anything has the headings. They are found whatever their capitals, spaces
 * and signs; `also` has other names under which a heading goes. Cells that a row leaves out at its end are empty. Undefined
 * when there is no line at all.
 */
export function tableIn(lines: readonly Line[], also: Readonly<Record<string, string>> = {}): Found | undefined {
  const [first, ...below] = lines.filter((line) => !blank(line))
  if (!first) return undefined
  const known = new Map(Object.entries(also).map(([other, heading]) => [folded(other), heading]))
  const headings = first.cells.map((cell) => known.get(folded(cell)) ?? trimmed(cell))
  const places = new Map<string, number>()
  for (const [at, heading] of headings.entries()) {
    const key = folded(heading)
    if (key !== '' && !places.has(key)) places.set(key, at)
  }
  const against = ({ cells }: Line): string | undefined => {
    if (cells.some((cell) => cell.length > LONGEST_CELL)) return 'too_long'
    return cells.slice(headings.length).some((cell) => trimmed(cell) !== '') ? 'wrong_number_of_columns' : undefined
  }
  return {
    headings,
    unfit: below.flatMap((row) => {
      const code = against(row)
      return code ? [{ line: row.line, code }] : []
    }),
    rows: below
      .filter((line) => !against(line))
      .map(({ line, cells }) => ({
        line,
        cell: (heading) => trimmed(cells[places.get(folded(heading)) ?? -1] ?? ''),
      })),
  }
}

/** Whether a table has a heading, however it is written. */
export const hasHeading = ({ headings }: Found, heading: string): boolean =>
  headings.some((candidate) => folded(candidate) === folded(heading))
