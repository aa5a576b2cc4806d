import { inflateSync } from 'node:zlib'

const MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Pixels a side: no tablet draws more, and a picture that unpacks to gigabytes is refused before it is unpacked. */
const MOST_PIXELS = 4096
/** Samples a pixel, by colour type of the format: grey, colour, grey with alpha, colour with alpha. No palettes. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 }
const LAST_FILTER = 4

/**
 * A signature as a canvas draws it: PNG of 8 bits a sample, not interlaced. Gives the same picture with nothing in it
 * but its pixels (a drawing program's notes stay out of the copy). Throws a RangeError for anything else: what writes
 * the PDF unpacks pixels out of our reach, and a broken picture there would end the process.
 */
export function drawnSignature(png: Uint8Array): Buffer {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw notOne()
  const chunks = [...chunksOf(bytes)]
  const [header, ...rest] = chunks
  if (header?.type !== 'IHDR' || header.content.length !== 13 || rest.at(-1)?.type !== 'IEND') throw notOne()
  const pixels = rest.filter(({ type }) => type === 'IDAT')
  checkPixels(header.content, Buffer.concat(pixels.map(({ content }) => content)))
  return Buffer.concat([MAGIC, ...[header, ...pixels, ...rest.slice(-1)].map(({ whole }) => whole)])
}

const notOne = () => new RangeError('not a drawn signature')

function* chunksOf(bytes: Buffer) {
  for (let at = MAGIC.length; at < bytes.length; ) {
    const size = at + 12 <= bytes.length ? bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY
    const end = at + 12 + size
    if (end > bytes.length) throw notOne()
    const type = bytes.toString('latin1', at + 4, at + 8)
    yield { type, content: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) }
    if (type === 'IEND') return
    at = end
  }
}

/** The pixels unpack to exactly the rows that the header promises, each with a filter that exists. */
function checkPixels(header: Buffer, packed: Buffer) {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const samples = SAMPLES[header[9] ?? -1]
  const [bits, compression, filter, interlaced] = [header[8], header[10], header[11], header[12]]
  if (!samples || bits !== 8 || compression || filter || interlaced) throw notOne()
  if (!(width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS)) throw notOne()
  const row = 1 + width * samples
  const rows = unpacked(packed, row * height)
  for (let at = 0; at < rows.length; at += row) if ((rows[at] ?? 0) > LAST_FILTER) throw notOne()
}

function unpacked(packed: Buffer, size: number): Buffer {
  let rows: Buffer
  try {
    rows = inflateSync(packed, { maxOutputLength: size })
  } catch {
    throw notOne()
  }
  if (rows.length !== size) throw notOne()
  return rows
}
