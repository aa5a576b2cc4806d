import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A file as it came to lie on the disk: bytes, and their SHA-256 in hex. */
export type Written = { readonly size: number; readonly sha256: string }

/** Writes a file of a folder piece by piece; it has its name only when it is whole. */
export async function writeWhole(
  folder: string,
  name: string,
  pieces: AsyncIterable<Uint8Array | string>,
): Promise<Written> {
  const hash = createHash('sha256')
  let size = 0
  async function* counted() {
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
      hash.update(bytes)
      size += bytes.length
      yield bytes
    }
  }
  const draft = join(folder, `.${name}.part`)
  await pipeline(counted(), createWriteStream(draft, { mode: 0o600 }))
  await rename(draft, join(folder, name))
  return { size, sha256: hash.digest('hex') }
}
