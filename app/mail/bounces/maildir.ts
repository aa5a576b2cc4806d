import { open, opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A message as it lies in a Maildir: its first bytes, and when its file came or was moved (milliseconds of that disk). */
type Filed = { readonly raw: Buffer; readonly cameMs: number }

/**
 * The messages of a Maildir folder: what nobody saw yet (`new`), then the rest (`cur`), one after another, of each at most
 * `most` bytes; only files that came or were moved at `since` (milliseconds) or later. One that is moved meanwhile is
 * read where it went. Nothing is moved or marked: the folder may be read by others too.
 */
export async function* maildirMessages(folder: string, since: number, most: number): AsyncGenerator<Filed> {
  for (const part of ['new', 'cur']) {
    for await (const entry of await opendir(join(folder, part))) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue
      const filed = await read(join(folder, part, entry.name), since, most)
      if (filed) yield filed
    }
  }
}

async function read(path: string, since: number, most: number): Promise<Filed | null> {
  try {
    const { ctimeMs, size } = await stat(path)
    if (ctimeMs < since) return null
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, most)), 0, Math.min(size, most), 0)
      return { raw: buffer.subarray(0, bytesRead), cameMs: ctimeMs }
    } finally {
      await file.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
