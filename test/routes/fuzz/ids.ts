import type { Client } from 'pg'

/** Columns by which pages and forms name things. */
const NAMED_BY = ['id', 'pseudonym', 'registration_id', 'measurement_id', 'code'] as const

/** How the things of both studies are named, some of each table, and never the studies themselves. */
export async function idsIn(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; of: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS of, column_name AS name FROM information_schema.columns
      WHERE table_schema IN ('study', 'identity') AND column_name = ANY($1) AND table_name <> ALL('{study,session,account}')`,
    [NAMED_BY],
  )
  const some = rows.map(({ of, name }) => `(SELECT ${name}::text AS id FROM ${of} ORDER BY 1 LIMIT 12)`)
  const found = await owner.query<{ id: string }>(
    `SELECT DISTINCT id FROM (${some.join(' UNION ALL ')}) every WHERE id > ''`,
  )
  return found.rows.map(({ id }) => id).sort()
}
