import type { Filled, Imprint } from '../table/table'
import { caseWriter, type Unfit } from './cases'
import { dictionary } from './dictionary'
import { placed } from './layout'

/**
 * A table as a system file of SPSS (PSPP, System File Format), piece by piece. Codes of missing are user-missing with
 * their labels, a number that is null is system-missing, a text that is null is empty. Throws a RangeError that names
 * table, variable and row when a value does not fit (its text is never cut), or when there are other than `count` rows.
 */
export async function* savFile(filled: Filled, imprint: Imprint): AsyncGenerator<Uint8Array> {
  const { table, count, rows } = filled
  const all = placed(table)
  const unfit: Unfit = ({ variable }, row, why) => {
    throw new RangeError(`${table.name}: ${variable.name}, row ${row}: ${why}`)
  }
  yield dictionary(filled, all, imprint)
  const writer = caseWriter(all, unfit)
  for await (const batch of rows())
    for (const row of batch) {
      const piece = writer.add(row)
      if (piece) yield piece
    }
  const end = writer.end()
  if (end.count !== count) throw new RangeError(`${table.name}: ${end.count} rows, not ${count}`)
  yield end.rest
}
