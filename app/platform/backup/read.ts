import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BadBackup, damaged } from './bad-backup'
import { type KeptKeys, keysShape, type Manifest, manifestShape } from './manifest'
import { decrypted } from './sealed-file'
import { type Stretch, untarred } from './tar'

const AT_ONCE = 256 * 1024
/** What is no table: the contents and the keys, of which neither is long. */
const LONGEST_TEXT = 4 << 20

/** The files of a back-up, opened and unpacked, as they stream by. Throws a BadBackup where it is not what was written. */
export async function* stretchesOf(path: string, identities: readonly string[]): AsyncGenerator<Stretch> {
  const file = createReadStream(path, { highWaterMark: AT_ONCE })
  const plain = decrypted(file, identities)
  const unpacked = pipeline(plain, createGunzip(), () => undefined)
  try {
    yield* untarred(unpacked as AsyncIterable<Uint8Array>)
  } catch (error) {
    // zlib says of bytes that were no gzip what it can: to us they are one thing
    if ((error as { code?: string }).code?.startsWith('Z_')) throw damaged(error)
    throw error
  } finally {
    file.destroy()
  }
}

/** What a whole back-up says of itself. */
export type Checked = { readonly manifest: Manifest; readonly keys: KeptKeys }

/**
 * Reads a back-up from its first byte to its last and compares it with its own table of contents; nothing is written. Throws a BadBackup:
 * `backup_wrong_key`, `backup_damaged`, or `backup_form` when it was written in a form that is not known here.
 */
export async function checkBackup(path: string, identities: readonly string[]): Promise<Checked> {
  const whole = createHash('sha256')
  const texts: Record<string, Buffer[]> = { 'manifest.json': [], 'keys.json': [] }
  const seen = new Map<string, { hash: Hash; bytes: number }>()
  for await (const { name, chunk } of stretchesOf(path, identities)) {
    if (name !== 'manifest.json') whole.update(chunk)
    const text = texts[name]
    if (text) {
      if (text.reduce((sum, one) => sum + one.length, chunk.length) > LONGEST_TEXT) throw damaged()
      text.push(Buffer.from(chunk))
      continue
    }
    const table = tableOf(name)
    const entry = seen.get(table) ?? { hash: createHash('sha256'), bytes: 0 }
    entry.hash.update(chunk)
    entry.bytes += chunk.length
    seen.set(table, entry)
  }
  const manifest = manifestOf(texts['manifest.json'] ?? [])
  const same =
    manifest.sha256 === whole.digest('hex') &&
    manifest.tables.length === seen.size &&
    manifest.tables.every(({ name, bytes, sha256 }) => {
      const entry = seen.get(name)
      return entry?.bytes === bytes && entry.hash.digest('hex') === sha256
    })
  if (!same) throw damaged()
  return { manifest, keys: parsed(keysShape, texts['keys.json'] ?? []) }
}

/** The table that a file of the archive is a piece of. */
export const tableOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')))

function manifestOf(chunks: readonly Buffer[]): Manifest {
  const { format } = parsed({ parse: (value) => value as { format?: unknown } }, chunks)
  if (typeof format === 'number' && format !== 1) throw new BadBackup({ code: 'backup_form', form: format })
  return parsed(manifestShape, chunks)
}

function parsed<T>(shape: { readonly parse: (value: unknown) => T }, chunks: readonly Buffer[]): T {
  try {
    return shape.parse(JSON.parse(Buffer.concat([...chunks]).toString('utf8')))
  } catch (error) {
    throw damaged(error)
  }
}
