import type { Filled } from '../table/table'
import { cellWriter, type Piece, type Unfit } from './cells'
import type { StataColumn } from './column'

/** About how many bytes are written at once. */
const PIECE = 256 * 1024

/** How many bytes a row takes: the same for all. */
export const rowBytes = (columns: readonly StataColumn[]): number =>
  columns.reduce((total, { bytes }) => total + bytes, 0)

/**
 * The rows of a table, each of fixed width (section 5.10), without their tags. Throws a RangeError when a value does not
 * fit, or when there are more or fewer rows than the table says: its map would be wrong.
 */
export async function* rowPieces(
  filled: Filled,
  columns: readonly StataColumn[],
  unfit: Unfit,
): AsyncGenerator<Buffer> {
  const width = rowBytes(columns)
  const most = Math.max(1, Math.floor(PIECE / width))
  const writers = columns.map((column) => cellWriter(column, unfit))
  const places = placesOf(columns)
  let piece: Piece = pieceOf(0)
  let at = 0
  let row = 0
  for await (const rows of filled.rows()) {
    for (const values of rows) {
      if (row === filled.count) throw miscounted(filled)
      if (at === piece.bytes.length) {
        if (at > 0) yield piece.bytes
        piece = pieceOf(width * Math.min(most, filled.count - row))
        at = 0
      }
      row++
      writers.forEach((write, column) => {
        write(piece, at + (places[column] as number), values[column] ?? null, row)
      })
      at += width
    }
  }
  if (row < filled.count) throw miscounted(filled)
  if (at > 0) yield piece.bytes
}

const miscounted = ({ table, count }: Filled) => new RangeError(`${table.name}: not the ${count} rows that it says`)

/** Where in a row each column begins. */
function placesOf(columns: readonly StataColumn[]): number[] {
  let end = 0
  return columns.map(({ bytes }) => {
    end += bytes
    return end - bytes
  })
}

function pieceOf(length: number): Piece {
  const bytes = Buffer.alloc(length)
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, length) }
}
