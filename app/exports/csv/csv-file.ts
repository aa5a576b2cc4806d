import type { Filled, Row, Value } from '../table/table'
import { LONGEST_NUMBER, longestText, writeNumber, writeText } from './cells'

const CHUNK = 256 * 1024
const COMMA = 44
const LINE_END = 10

/**
 * A table as CSV (RFC 4180, line feeds, UTF-8 without a mark): a line of names, then the rows. Numbers have a point,
 * codes of a missing answer stand as they are, a value that is missing is an empty cell.
 */
export async function* csvFile({ table, rows }: Filled): AsyncGenerator<Uint8Array> {
  const names = table.variables.map(({ name }) => name)
  let bytes = Buffer.allocUnsafeSlow(Math.max(CHUNK, roomFor(names)))
  let used = writeLine(bytes, 0, names)
  for await (const batch of rows())
    for (const row of batch) {
      const room = roomFor(row)
      if (used + room > bytes.length) {
        yield bytes.subarray(0, used)
        bytes = Buffer.allocUnsafeSlow(Math.max(CHUNK, room))
        used = 0
      }
      used = writeLine(bytes, used, row)
    }
  yield bytes.subarray(0, used)
}

function roomFor(row: Row): number {
  let room = 0
  for (const value of row) room += (typeof value === 'string' ? longestText(value) : LONGEST_NUMBER) + 1
  return room
}

function writeLine(bytes: Buffer, start: number, row: Row): number {
  let at = start
  for (let place = 0; place < row.length; place += 1) {
    const value = row[place] as Value
    if (typeof value === 'number') at = writeNumber(bytes, at, value)
    else if (value !== null) at = writeText(bytes, at, value)
    bytes[at] = COMMA
    at += 1
  }
  bytes[at - 1] = LINE_END
  return at
}
