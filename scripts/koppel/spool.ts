import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The elements of a list that is too long to hold, as they stand between its brackets in JSON; can be read once. */
export type LongList = AsyncIterable<string>
/** A list that is put aside on disk while it grows. One that is not read has to be dropped. */
export type Spool = { readonly add: (element: unknown) => void; readonly list: LongList; readonly drop: () => void }

/** Characters that are written at once. */
const PIECE = 64 * 1024

/** An empty spool. Its file is taken out of its folder at once: it is gone with the process, however that ends. */
export function spool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-spool-'))
  const fd = openSync(join(folder, 'list'), 'wx+', 0o600)
  rmSync(folder, { recursive: true })
  let waiting = ''
  let first = true
  const write = () => {
    writeSync(fd, waiting)
    waiting = ''
  }
  async function* list() {
    write()
    yield* createReadStream('', { fd, start: 0, encoding: 'utf8' }) as AsyncIterable<string>
  }
  return {
    add: (element) => {
      waiting += (first ? '' : ',') + JSON.stringify(element)
      first = false
      if (waiting.length >= PIECE) write()
    },
    list: { [Symbol.asyncIterator]: list },
    drop: () => closeSync(fd),
  }
}
