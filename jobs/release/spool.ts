import { randomUUID } from 'node:crypto'
import { open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Filled, Row, Table } from '../../app/exports/table/table'
import { packer, unpacked } from './packed-rows'

/** Bytes that are written and read at once. */
const BLOCK = 256 * 1024

/** A table on its way from the snapshot to the formats. One call at a time: each waits until the disk has what came. */
export type Spool = {
  /** Writes rows behind those before. Throws when a value is not of its variable's kind. */
  readonly add: (rows: readonly Row[]) => Promise<void>
  /** The table with all its rows, to be read as often as wanted, also by several at once, until `drop`. */
  readonly finish: () => Promise<Filled>
  /** Gives the disk back. */
  readonly drop: () => Promise<void>
}

/**
 * Keeps the rows of a table on the disk, so that the snapshot is read once for all formats and no table has to fit in
 * memory. The file loses its name as soon as it is open: whatever becomes of this process, nobody finds it later.
 */
export async function openSpool(folder: string, table: Table): Promise<Spool> {
  const path = join(folder, `.${table.name}-${randomUUID()}.spool`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  const packed = packer(table.variables, BLOCK)
  const blocks: { at: number; bytes: number; rows: number }[] = []
  let at = 0
  let waiting = 0
  let count = 0

  async function flush() {
    const bytes = packed.take()
    await written(bytes)
    blocks.push({ at, bytes: bytes.length, rows: waiting })
    at += bytes.length
    count += waiting
    waiting = 0
  }

  /** A disk may take less than it is given. */
  async function written(bytes: Buffer) {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
      done += bytesWritten
    }
  }

  async function* rows() {
    const longest = blocks.reduce((most, { bytes }) => Math.max(most, bytes), 0)
    const bytes = Buffer.allocUnsafe(longest)
    for (const block of blocks) {
      for (let done = 0; done < block.bytes; ) {
        const { bytesRead } = await file.read(bytes, done, block.bytes - done, block.at + done)
        if (bytesRead === 0) throw new Error('a spool is shorter than what was written')
        done += bytesRead
      }
      yield unpacked(table.variables, bytes.subarray(0, block.bytes), block.rows)
    }
  }

  return {
    async add(more) {
      for (const row of more) {
        if (!packed.add(row)) {
          await flush()
          packed.add(row)
        }
        waiting += 1
      }
    },
    async finish() {
      if (waiting > 0) await flush()
      return { table, count, rows }
    },
    drop: () => file.close(),
  }
}
