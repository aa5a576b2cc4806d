import { field, int32, section } from './bytes'
import type { StataColumn } from './column'

/** The section of value labels: one list for each column that has any, called as its column is (section 5.12). */
export const valueLabels = (columns: readonly StataColumn[]): Buffer =>
  section('value_labels', ...columns.filter(({ labels }) => labels.length > 0).map(list))

function list({ variable, labels }: StataColumn): Buffer {
  const texts = labels.map(({ label }) => Buffer.from(`${label}\0`))
  let offset = 0
  const offsets = texts.map(({ length }) => {
    offset += length
    return int32(offset - length)
  })
  const table = Buffer.concat([
    int32(labels.length),
    int32(offset),
    ...offsets,
    ...labels.map(({ value }) => int32(value)),
    ...texts,
  ])
  return section('lbl', int32(table.length), field(variable.name, 129), Buffer.alloc(3), table)
}
