import pg from 'pg'
import type { Databases } from './database'
import { ROLES } from './secrets'
import { named, type Sql, sql } from './sql'

/** A table as the database knows it: how many rows it has now, and which of our roles may read it. */
export type Holding = { readonly table: string; readonly rows: number; readonly readers: readonly string[] }

const QUEUE = 'bullmq'

/**
 * Every table of the rooms and of the queue, by schema and name: its rows, counted by the role whose table it is, and
 * who may read it, asked of the database itself. The queue is one line.
 */
export async function holdings(databases: Databases): Promise<Holding[]> {
  const { study, vault } = databases
  const tables = await study.$queryRaw<{ schema: string; name: string; readers: string[] }[]>`
    SELECT n.nspname AS schema, c.relname AS name,
           ARRAY(SELECT r.rolname::text FROM pg_roles r WHERE r.rolname = ANY(${[...ROLES]}::text[])
                    AND has_schema_privilege(r.oid, n.oid, 'USAGE')
                    AND (has_table_privilege(r.oid, c.oid, 'SELECT') OR has_any_column_privilege(r.oid, c.oid, 'SELECT'))
                  ORDER BY 1) AS readers
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('identity', 'study', 'audit', ${QUEUE}) ORDER BY 1, 2`
  const own = tables.filter(({ schema }) => schema !== QUEUE)
  const queue = tables.filter(({ schema }) => schema === QUEUE)
  const counted: Holding[] = []
  for (const { schema, name, readers } of own) {
    const db = readers.includes('koppel_study') ? study : vault
    const [row] = await db.$queryRaw<{ n: number }[]>(countOf(schema, name))
    counted.push({ table: `${schema}.${name}`, rows: row?.n ?? 0, readers })
  }
  const readers = [...new Set(queue.flatMap((table) => table.readers))].sort()
  const rows = await queueRows(
    databases.jobsUrl,
    queue.map(({ name }) => name),
  )
  return [...counted, { table: QUEUE, rows, readers }]
}

const countOf = (schema: string, name: string): Sql =>
  sql`SELECT count(*)::int AS n FROM ${named(schema)}.${named(name)}`

/** How many rows the queue's tables have together, under the only role that may look. */
async function queueRows(jobsUrl: string, names: readonly string[]): Promise<number> {
  const jobs = new pg.Client({ connectionString: jobsUrl })
  await jobs.connect()
  try {
    let rows = 0
    for (const name of names) {
      const counted = await jobs.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${QUEUE}."${name}"`)
      rows += counted.rows[0]?.n ?? 0
    }
    return rows
  } finally {
    await jobs.end()
  }
}
