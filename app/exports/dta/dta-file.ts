import type { Filled, Imprint } from '../table/table'
import type { Unfit } from './cells'
import { stataColumns } from './column'
import { CLOSING, head } from './head'
import { valueLabels } from './labels'
import { longTextBytes, longTexts } from './long-texts'
import { rowBytes, rowPieces } from './rows'

/**
 * A table as a Stata file of format 118 (Stata's help `dta`; Stata 14 and later), piece by piece. Codes of missing are
 * .a, .b and .c in the order of the variable, nothing is `.`, and an empty text. Throws a RangeError that names table,
 * variable and row when a value does not fit its column, or when the table has more or fewer rows than it says.
 */
export async function* dtaFile(filled: Filled, imprint: Imprint): AsyncGenerator<Uint8Array> {
  const { name } = filled.table
  const columns = stataColumns(filled.table, imprint.language)
  const unfit: Unfit = ({ variable }, row, why) => {
    throw new RangeError(`${name}: ${variable.name}, row ${row}: ${why}`)
  }
  const labels = valueLabels(columns)
  const strls = await longTextBytes(filled, columns, unfit)
  yield head(filled, columns, imprint, {
    data: '<data></data>'.length + filled.count * rowBytes(columns),
    strls: '<strls></strls>'.length + strls,
    valueLabels: labels.length,
  })
  yield Buffer.from('<data>')
  yield* rowPieces(filled, columns, unfit)
  yield Buffer.from('</data><strls>')
  yield* longTexts(filled, columns, unfit)
  yield Buffer.concat([Buffer.from('</strls>'), labels, Buffer.from(CLOSING)])
}
