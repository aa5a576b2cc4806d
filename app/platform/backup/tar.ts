import { damaged } from './bad-backup'

// The archive is a tar (POSIX 1003.1, ustar): with age, gzip and tar anyone gets the tables out of a back-up, also where this
// program does not run any more.
const BLOCK = 512
const LONGEST_NAME = 100
/** A piece of a table: what is held at once. */
export const PIECE = 1 << 20

/** A file of the archive, or a stretch of one. */
export type Stretch = { readonly name: string; readonly chunk: Uint8Array }

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`

/** One file of the archive: its header, what it holds, and zeroes to the next block. */
export function* tarred(name: string, body: readonly Uint8Array[], at: Date): Generator<Uint8Array> {
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new RangeError(`${name} is too long for a tar`)
  const size = body.reduce((sum, chunk) => sum + chunk.length, 0)
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(Math.floor(at.getTime() / 1000), 12), 136)
  header.write('        0', 148)
  header.write('ustar\x0000', 257, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${octal(sum, 7)} `, 148)
  yield header
  yield* body
  const rest = size % BLOCK
  if (rest > 0) yield Buffer.alloc(BLOCK - rest)
}

/** What stands behind the last file. */
export const tarEnd: Uint8Array = Buffer.alloc(2 * BLOCK)

/**
 * The files of an archive as stretches, in their order; an empty file is one empty stretch. Throws a BadBackup for what `tarred` does
 * not write, and where the end is missing.
 */
export async function* untarred(source: AsyncIterable<Uint8Array>): AsyncGenerator<Stretch> {
  let held: Uint8Array = Buffer.alloc(0)
  let [name, left, padding, ended] = ['', 0, 0, false]
  for await (const chunk of source) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
    while (held.length > 0) {
      if (left > 0) {
        const part = held.subarray(0, left)
        yield { name, chunk: part }
        left -= part.length
        held = held.subarray(part.length)
      } else if (padding > 0) {
        const part = Math.min(padding, held.length)
        padding -= part
        held = held.subarray(part)
      } else {
        if (held.length < BLOCK) break
        const header = Buffer.from(held.buffer, held.byteOffset, BLOCK)
        held = held.subarray(BLOCK)
        if (header.every((byte) => byte === 0)) ended = true
        else if (ended) throw damaged()
        else {
          name = textAt(header, 0, LONGEST_NAME)
          left = Number.parseInt(textAt(header, 124, 12), 8)
          if (textAt(header, 257, 5) !== 'ustar' || !(left >= 0)) throw damaged()
          padding = (BLOCK - (left % BLOCK)) % BLOCK
          if (left === 0) yield { name, chunk: Buffer.alloc(0) }
        }
      }
    }
  }
  if (!ended || left > 0 || held.length > 0) throw damaged()
}

const textAt = (header: Buffer, from: number, length: number) =>
  header.toString('utf8', from, from + length).replace(/\0.*$/s, '')
