import { CsvRecords } from './csv-records'
import { holdsSomething } from './squared'
import { DELIMITERS, type Delimiter, type SheetRow } from './table'

/** Rows that are looked at. */
const ROWS = 100

/**
 * The delimiter with which a text has most rows as wide as its first, of those that can be read; of equal ones that which makes most columns.
 * Undefined when none makes two. `whole` says that the text is all of the file, so that its last row counts.
 */
export function delimiterOf(head: string, whole: boolean): Delimiter | undefined {
  let best: { delimiter: Delimiter; even: number; width: number } | undefined
  for (const delimiter of DELIMITERS) {
    const [width = 0, ...others] = widths(head, delimiter, whole)
    if (width < 2) continue
    const even = others.length === 0 ? 1 : others.filter((other) => other === width).length / others.length
    if (!best || even > best.even || (even === best.even && width > best.width)) best = { delimiter, even, width }
  }
  return best?.delimiter
}

function widths(head: string, delimiter: Delimiter, whole: boolean): number[] {
  const reader = new CsvRecords(delimiter)
  const rows: SheetRow[] = [...reader.push(head), ...(whole ? reader.end() : [])]
  const readable = rows.filter((row) => 'cells' in row && holdsSomething(row)) as { cells: readonly string[] }[]
  return readable.slice(0, ROWS).map(({ cells }) => cells.length)
}
