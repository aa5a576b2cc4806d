import { crc32, deflateSync } from 'node:zlib'
import type { Signature } from './signature'

type Point = readonly [x: number, y: number]

const WHITE = 255
// of the width of the board: as thick as a ballpoint on a line of ten centimetres
const HALF_PEN = 1 / 500

/** Draws a signature, a pixel a unit: dark on white, as a grey PNG. The same strokes give the same bytes. */
export function drawn({ size: [width, height], strokes }: Signature): Buffer {
  const sheet = new Uint8Array(width * height).fill(WHITE)
  const half = Math.max(1, width * HALF_PEN)
  for (const points of strokes) {
    let from: Point | undefined
    for (const to of smoothed(points)) {
      line(sheet, width, height, from ?? to, to, half)
      from = to
    }
  }
  return png(sheet, width, height)
}

/** A stroke as a path of short lines: a curve from middle to middle, bent by the point between, as the pad draws it. */
function* smoothed(points: readonly number[]): Generator<Point> {
  const at = (index: number): Point => [points[index * 2] ?? 0, points[index * 2 + 1] ?? 0]
  const last = points.length / 2 - 1
  yield at(0)
  for (let index = 1; index < last; index++) {
    const [from, bend, to] = [middle(at(index - 1), at(index)), at(index), middle(at(index), at(index + 1))]
    const parts = Math.min(16, 2 + Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 4))
    for (let part = 0; part <= parts; part++) yield bent(from, bend, to, part / parts)
  }
  yield at(last)
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

/** A point of a quadratic curve. */
function bent(from: Point, bend: Point, to: Point, t: number): Point {
  const [a, b, c] = [(1 - t) ** 2, 2 * (1 - t) * t, t ** 2]
  return [a * from[0] + b * bend[0] + c * to[0], a * from[1] + b * bend[1] + c * to[1]]
}

/** Darkens what a round pen covers between two points. Looks in each row only at the pixels that it can reach. */
function line(sheet: Uint8Array, width: number, height: number, from: Point, to: Point, half: number): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const square = dx * dx + dy * dy
  const reach = half + 1
  const along = (t: number) => from[0] + Math.min(1, Math.max(0, t)) * dx
  const bottom = Math.min(height - 1, Math.floor(Math.max(from[1], to[1]) + reach))
  for (let y = Math.max(0, Math.ceil(Math.min(from[1], to[1]) - reach)); y <= bottom; y++) {
    const ends = dy === 0 ? [from[0], to[0]] : [along((y - reach - from[1]) / dy), along((y + reach - from[1]) / dy)]
    const right = Math.min(width - 1, Math.floor(Math.max(...ends) + reach))
    for (let x = Math.max(0, Math.ceil(Math.min(...ends) - reach)); x <= right; x++) {
      const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / square))
      const away = Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy)
      const covered = Math.min(1, Math.max(0, half + 0.5 - away))
      const pixel = y * width + x
      sheet[pixel] = Math.min(sheet[pixel] ?? WHITE, Math.round(WHITE * (1 - covered)))
    }
  }
}

/** A picture of one grey byte a pixel as PNG: 8 bits, no filters, not interlaced. */
function png(sheet: Uint8Array, width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  // each row begins with the number of its filter: 0, none
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) rows.set(sheet.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
