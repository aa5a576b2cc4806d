import type { StudyProtocol } from '../protocol/study'
import type { Column } from './column'

/** What a release's codebook says: the study, how missing is written, and every column of the table. */
export type Codebook = {
  readonly study: string
  readonly missing: string
  readonly rows: number
  readonly left_out: Readonly<Record<string, number>>
  readonly columns: readonly Omit<Column, 'value'>[]
}

/** The codebook of a table. Takes the study, the columns as written, how many rows there are and who was left out, and why. */
export const codebook = (
  { code }: StudyProtocol,
  columns: readonly Column[],
  { rows, left_out }: Pick<Codebook, 'rows' | 'left_out'>,
): Codebook => ({
  study: code,
  missing: '',
  rows,
  left_out,
  columns: columns.map(({ value: _, ...described }) => described),
})
