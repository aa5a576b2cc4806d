import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, content: Buffer) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = (number: number) => {
    const four = Buffer.alloc(4)
    four.writeUInt32BE(number >>> 0)
    return four
  }
  return Buffer.concat([frame(content.length), named, frame(crc32(named))])
}

type Drawing = {
  width?: number
  height?: number
  colour?: number
  bits?: number
  interlaced?: number
  filter?: number
  packed?: Buffer
  note?: string
}

/** A PNG as a canvas draws a signature: a slanted line on a clear ground; every part of it can be made wrong. */
export function drawing(odd: Drawing = {}): Buffer {
  const { width = 60, height = 20, colour = 6, bits = 8, interlaced = 0, filter = 0, note } = odd
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bits, colour, 0, 0, interlaced], 8)
  const rows = Array.from({ length: 20 }, (_row, y) => {
    const row = Buffer.alloc(1 + 60 * 4)
    row[0] = filter
    row.set([20, 20, 90, 255], 1 + y * 3 * 4)
    return row
  })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(note ? [chunk('tEXt', Buffer.from(note))] : []),
    chunk('IDAT', odd.packed ?? deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
