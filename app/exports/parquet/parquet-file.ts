import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Filled, Imprint, Value, Variable } from '../table/table'
import { schemaOf, stored, weightOf } from './column'

/** How much of a table is held before it is written, counted in numbers; readers want groups of many rows. */
const GROUP = 1_000_000
const MOST_ROWS = 100_000

/**
 * A table as Parquet, in groups of so many rows that one fits in little memory. Codes of a missing answer stand as they
 * are; what they and all others mean stands, in both languages, in the file's own metadata under `codebook`.
 */
export async function* parquetFile({ table, rows }: Filled, imprint: Imprint): AsyncGenerator<Uint8Array> {
  const { variables } = table
  const bytes = new ByteWriter()
  const kvMetadata = [{ key: 'codebook', value: JSON.stringify({ ...imprint, table }) }]
  // bounds of each column help those who search in far larger files, and would take a third of the time
  const file = new ParquetWriter({ writer: bytes, schema: schemaOf(variables), statistics: false, kvMetadata })
  const size = Math.max(1, Math.min(MOST_ROWS, Math.floor(GROUP / weightOf(variables))))
  const columns = variables.map(() => new Array<Value>(size))
  let held = 0

  /** What was written since; the writer's own buffer is used again. */
  const taken = () => {
    const piece = bytes.getBytes().slice()
    bytes.index = 0
    return piece
  }
  const group = () => {
    const columnData = variables.map(({ name }, place) => {
      const all = columns[place] as Value[]
      return { name, data: held === size ? all : all.slice(0, held), offsetIndex: false }
    })
    file.write({ columnData, rowGroupSize: held })
    held = 0
    return taken()
  }

  for await (const batch of rows())
    for (const row of batch) {
      for (let place = 0; place < columns.length; place += 1)
        (columns[place] as Value[])[held] = stored(variables[place] as Variable, row[place] as Value)
      held += 1
      if (held === size) yield group()
    }
  if (held > 0) yield group()
  file.finish()
  yield taken()
}
