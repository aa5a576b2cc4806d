import type { Variables } from '../../app/platform/environment'
import { freshDatabase, type TestDatabase } from '../database'
import { connected } from '../platform/connect'
import { ownFolder } from './cli'

/** A home on a database of one's own in the tests' server: quicker to make than an embedded one. */
export type Home = { readonly folder: string; readonly owner: string; readonly env: Variables }

/** An empty home; `env` points a command's process at it. */
export async function freshHome(): Promise<Home & { readonly database: TestDatabase }> {
  const database = await freshDatabase()
  const env = { DATABASE_URL: database.urls.owner, KOPPEL_SECRET: database.secret }
  return { folder: ownFolder(), owner: database.urls.owner, env, database }
}

const TABLES = `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
  WHERE table_schema IN ('identity', 'study', 'audit') AND table_type = 'BASE TABLE' ORDER BY 1, 2`

/** How many rows every table of the three rooms has. */
export const rowCounts = (owner: string): Promise<Record<string, number>> =>
  connected(owner, async (client) => {
    const { rows } = await client.query<{ schema: string; name: string }>(TABLES)
    const counts: Record<string, number> = {}
    for (const { schema, name } of rows) {
      const found = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${schema}."${name}"`)
      counts[`${schema}.${name}`] = found.rows[0]?.n ?? -1
    }
    return counts
  })

/** What the tables say in `columns` of these types: days, words, numbers and yes or no, never ids, seals or moments. */
const SAID = ['date', 'text', 'integer', 'smallint', 'boolean']
/** Drawn at random, the machine's own, or how often something was tried. */
const OWN = ['pseudonym', 'message_id', 'folder', 'attempts', 'request']

/** What every table says, apart from what differs from one home to the next: its rows as text, in order. */
export const whatItSays = (owner: string): Promise<Record<string, readonly string[]>> =>
  connected(owner, async (client) => {
    const { rows } = await client.query<{ table: string; columns: string }>(
      `SELECT c.table_schema || '."' || c.table_name || '"' AS table,
              string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) AS columns
         FROM information_schema.columns c
        WHERE c.table_schema IN ('identity', 'study', 'audit')
          AND c.data_type = ANY($1) AND c.column_name <> ALL($2) GROUP BY 1 ORDER BY 1`,
      [SAID, OWN],
    )
    const said: Record<string, readonly string[]> = {}
    for (const { table, columns } of rows) {
      const found = await client.query<{ line: string }>(
        `SELECT row_to_json(t)::text AS line FROM (SELECT ${columns} FROM ${table}) t ORDER BY 1`,
      )
      said[table] = found.rows.map(({ line }) => line)
    }
    return said
  })
