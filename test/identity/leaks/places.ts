import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { connected } from '../../platform/connect'
import type { Haystack } from './hunt'
import { MARK } from './marked'

/** Rows of a column in one piece of text: a pattern over a few long texts is quicker than over many short ones. */
const ROWS = 20_000

/**
 * All that stands in some rooms of a database, column by column as text: JSON as it is written, bytes as characters.
 * The accounts of those who work with the system are in the clear and are left out.
 */
export async function* columnsIn(ownerUrl: string, rooms: readonly string[]): AsyncGenerator<Haystack> {
  type Column = { room: string; table: string; column: string; type: string }
  const columns = await connected(ownerUrl, (owner) =>
    owner.query<Column>(
      `SELECT c.table_schema AS room, c.table_name AS table, c.column_name AS column, c.data_type AS type
         FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = ANY ($1) AND t.table_type = 'BASE TABLE'
          AND (c.table_schema, c.table_name) <> ('identity', 'account') ORDER BY 1, 2, 3`,
      [rooms],
    ),
  )
  for (const { room, table, column, type } of columns.rows) {
    const read = type === 'bytea' ? `"${column}"` : `"${column}"::text`
    const { rows } = await connected(ownerUrl, (owner) =>
      owner.query<{ value: string | Buffer }>(
        `SELECT DISTINCT ${read} AS value FROM "${room}"."${table}" WHERE "${column}" IS NOT NULL`,
      ),
    )
    for (let from = 0; from < rows.length; from += ROWS) {
      const texts = rows
        .slice(from, from + ROWS)
        .map(({ value }) => (typeof value === 'string' ? value : value.toString('latin1')))
      yield { where: `${room}.${table}.${column}`, text: texts.join('\n') }
    }
  }
}

/** Every key of a Redis with all it holds, whatever kind it is. */
export async function keysOf(redis: Redis): Promise<Haystack[]> {
  const found: Haystack[] = []
  const read: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => redis.get(key),
    hash: (key) => redis.hgetall(key),
    list: (key) => redis.lrange(key, 0, -1),
    set: (key) => redis.smembers(key),
    zset: (key) => redis.zrange(key, '0', '-1', 'WITHSCORES'),
    stream: (key) => redis.xrange(key, '-', '+'),
  }
  for (let cursor = '0', first = true; first || cursor !== '0'; first = false) {
    const [next, keys] = await redis.scan(cursor, 'COUNT', '500')
    cursor = next
    for (const key of keys) {
      const type = await redis.type(key)
      found.push({ where: `redis ${type}`, text: `${key} ${JSON.stringify(await read[type]?.(key))}` })
    }
  }
  return found
}

/** The files of a folder, with those of its folders. */
export const filesIn = (folder: string): Haystack[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ where: name, text: readFileSync(join(parentPath, name), 'utf8') }))

const CHUNK = 1 << 24
/** Where a mark may begin in one chunk and end in the next. */
const OVERLAP = 64

/**
 * The files in which the server keeps a database (tables, indexes, what was deleted and not yet overwritten) that hold
 * the mark as text, in any case. What went over into the log of the server counts as well.
 */
export async function serverFilesWithMark(ownerUrl: string): Promise<string[]> {
  const { folder, oid } = await connected(ownerUrl, async (owner) => {
    await owner.query('CHECKPOINT')
    const { rows } = await owner.query<{ folder: string; oid: number }>(
      `SELECT current_setting('data_directory') AS folder, oid FROM pg_database WHERE datname = current_database()`,
    )
    return rows[0] as { folder: string; oid: number }
  })
  const base = join(folder, 'base', `${oid}`)
  const log = join(folder, 'server.log')
  const files = [...readdirSync(base).map((name) => join(base, name)), ...(existsSync(log) ? [log] : [])]
  if (files.length < 100) throw new Error('a database has more files than these')
  return files.filter((file) => holdsMark(file))
}

function holdsMark(file: string): boolean {
  // the server makes and removes files while we look
  if (!existsSync(file)) return false
  const opened = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(CHUNK)
    for (let at = 0; ; at += CHUNK - OVERLAP) {
      const read = readSync(opened, buffer, 0, CHUNK, at)
      if (buffer.toString('latin1', 0, read).toLowerCase().includes(MARK)) return true
      if (read < CHUNK) return false
    }
  } finally {
    closeSync(opened)
  }
}
