import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { maildirMessages } from './maildir'
import { isFromLine, mboxMessages } from './mbox'

/**
 * Up to where a mailbox was read: of an mbox file where its last message begins, with a hash of that line; of a Maildir
 * when the newest file came.
 */
export type Mark = { readonly at: number; readonly line: string } | { readonly cameMs: number }

/** A message of the mailbox, and what to remember once it is dealt with. */
type Found = { readonly raw: Buffer; readonly mark: Mark }

/** A returned message of ours has a few thousand bytes; of anything longer the beginning tells enough. */
const MOST_BYTES = 512 * 1024
/** Files may be moved into a Maildir a little after their time. */
const MARGIN_MS = 3_600_000

/**
 * The messages of a mailbox, an mbox file or a Maildir folder, from a mark on. The last message of a file, and those of the
 * last hour of a folder, come again: they may not have been whole. A file that is not the one of the mark (it was
 * emptied, or another took its place) is read from its beginning. Throws when there is no mailbox at the path.
 */
export async function* messagesOf(path: string, from: Mark | null): AsyncGenerator<Found> {
  if ((await stat(path)).isDirectory()) {
    let newest = from && 'cameMs' in from ? from.cameMs : 0
    for await (const { raw, cameMs } of maildirMessages(path, newest - MARGIN_MS, MOST_BYTES)) {
      newest = Math.max(newest, cameMs)
      yield { raw, mark: { cameMs: newest } }
    }
    return
  }
  const start = from && 'at' in from && (await lineAt(path, from.at)) === from.line ? from.at : 0
  for await (const { raw, at, fromLine } of mboxMessages(createReadStream(path, { start }), MOST_BYTES))
    yield { raw, mark: { at: start + at, line: hashOf(fromLine) } }
}

const hashOf = (line: Buffer) => createHash('sha256').update(line).digest('hex').slice(0, 32)

/** The hash of the From_ line at a place of a file; null when none begins there. */
async function lineAt(path: string, at: number): Promise<string | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2_000), 0, 2_000, at)
    const end = buffer.subarray(0, bytesRead).indexOf('\n')
    const line = buffer.subarray(0, end + 1)
    return isFromLine(line) ? hashOf(line) : null
  } finally {
    await file.close()
  }
}
