import type { Filled } from '../table/table'
import { longText, type Unfit } from './cells'
import type { StataColumn } from './column'

/** About how many bytes are written at once. */
const PIECE = 256 * 1024
/** What stands before a text, and the zero behind it. */
const HEAD = 20
/** A text, not bytes. */
const TEXT = 130

/** The long texts that are not empty in the order of the rows (section 5.11), without the tags of their section. */
export async function* longTexts(
  filled: Filled,
  columns: readonly StataColumn[],
  unfit: Unfit,
): AsyncGenerator<Buffer> {
  const long = longOnes(columns)
  if (long.length === 0) return
  let parts: Buffer[] = []
  let length = 0
  let row = 0
  for await (const rows of filled.rows())
    for (const values of rows) {
      row++
      for (const column of long) {
        const text = longText(column, values[column.place - 1] ?? null, row, unfit)
        if (text === '') continue
        const part = longObject(column.place, row, text)
        parts.push(part)
        length += part.length
      }
      if (length < PIECE) continue
      yield Buffer.concat(parts)
      parts = []
      length = 0
    }
  if (length > 0) yield Buffer.concat(parts)
}

/** How many bytes they take together: the map before the rows says where they end, so the rows are read for it. */
export async function longTextBytes(filled: Filled, columns: readonly StataColumn[], unfit: Unfit): Promise<number> {
  let total = 0
  for await (const piece of longTexts(filled, columns, unfit)) total += piece.length
  return total
}

const longOnes = (columns: readonly StataColumn[]) => columns.filter(({ storage }) => storage === 'long text')

/** One text under the two numbers that stand in its row. */
function longObject(place: number, row: number, text: string): Buffer {
  const length = Buffer.byteLength(text)
  const bytes = Buffer.alloc(HEAD + length + 1)
  bytes.write('GSO')
  bytes.writeUInt32LE(place, 3)
  bytes.writeBigUInt64LE(BigInt(row), 7)
  bytes.writeUInt8(TEXT, 15)
  bytes.writeUInt32LE(length + 1, 16)
  bytes.write(text, HEAD)
  return bytes
}
