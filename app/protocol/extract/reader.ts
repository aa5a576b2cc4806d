import type { Day } from '../day'
import { done, type Result, refuse } from '../refusal'
import { readCell, type Value } from './cells'
import type { Extract, Mapping } from './extract'
import { trimmed } from './folded'

/** What a row says, by field; null where it says nothing. */
export type RowRead = Readonly<Record<string, Value>>

/**
 * Reads the rows of a file by a mapping that `checkMapping` has nothing against. A field without a column is null. A row
 * is refused for its first bad cell, with the heading as `field`: `required`, and the codes of `readCell`.
 */
export function readerOf(
  extract: Extract,
  mapping: Mapping,
  header: readonly string[],
  today: Day,
): (cells: readonly string[]) => Result<RowRead> {
  const columns = extract.fields.map((field) => {
    const heading = mapping.columns[field.name]
    const values = mapping.values[field.name] ?? {}
    return {
      ...field,
      heading,
      at: heading ? header.indexOf(heading) : -1,
      ways: { days: mapping.days, values, today },
    }
  })
  return (cells) => {
    const row: Record<string, Value> = {}
    for (const { name, heading = name, at, required, reads, ways } of columns) {
      const text = trimmed(cells[at] ?? '')
      const read = text === '' ? done(null) : readCell(reads, text, ways)
      if (!read.ok) return refuse(read.refusal.code, { ...read.refusal, field: heading })
      if (required && read.value === null) return refuse('required', { field: heading })
      row[name] = read.value
    }
    return done(row)
  }
}
