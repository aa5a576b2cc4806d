import type { Refusal } from '../refusal'
import { dayWritten } from './cells'
import { type Extract, fieldNamed, type Mapping } from './extract'

/**
 * What stands against reading a file by a mapping, nothing when it can be read: `column_missing`, a heading that the file
 * does not have; `field_without_column`, a field that a file of this kind must have; `column_twice`, two fields on one
 * column; `unknown_field` and `unknown_meaning`, which the study does not know (any more); `heading_is_a_cell`, where the
 * file has no line of headings: what is kept of a mapping would name a person. `field` is the field.
 */
export function checkMapping(extract: Extract, header: readonly string[], mapping: Mapping): readonly Refusal[] {
  return [...found(extract, header, mapping)]
}

function* found(extract: Extract, header: readonly string[], mapping: Mapping): Generator<Refusal> {
  const used = new Set<string>()
  for (const [field, column] of Object.entries(mapping.columns)) {
    if (!fieldNamed(extract, field)) yield refusal('unknown_field', field)
    if (column === '' || !header.includes(column)) yield refusal('column_missing', field, column)
    if (isCell(column)) yield refusal('heading_is_a_cell', field)
    if (used.has(column)) yield refusal('column_twice', field, column)
    used.add(column)
  }
  for (const { name, required } of extract.fields)
    if (required && !Object.hasOwn(mapping.columns, name)) yield refusal('field_without_column', name)
  for (const [field, values] of Object.entries(mapping.values)) {
    const reads = fieldNamed(extract, field)?.reads
    const known = reads?.as === 'choice' ? Object.keys(reads.meanings) : []
    if (Object.values(values).some((meaning) => meaning !== '' && !known.includes(meaning)))
      yield refusal('unknown_meaning', field)
  }
}

/** A day, a number or a mail address is what stands in a column, and never what one is called. */
const isCell = (heading: string): boolean =>
  dayWritten(heading) !== undefined || (/^[\d\s.,-]+$/.test(heading) && /\d/.test(heading)) || heading.includes('@')

const refusal = (code: string, field: string, column?: string): Refusal =>
  column === undefined ? { code, field } : { code, field, column }
