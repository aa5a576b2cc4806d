import type { Client } from 'pg'

/** That somebody was seen is written down at reading, too: once a minute. */
const SEEN = 'identity.session'

/** All that the database holds, as one line a table: how many rows, and a sum over what stands in them. */
export async function holdings(owner: Client): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('study', 'identity', 'audit') AND schemaname || '.' || tablename <> $1 ORDER BY 1`,
    [SEEN],
  )
  const counts = tables.map(
    ({ name }) =>
      `SELECT '${name} ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS line FROM ${name} t`,
  )
  const { rows } = await owner.query<{ line: string }>(counts.join(' UNION ALL '))
  return rows.map(({ line }) => line).sort()
}

/** Who did what since an entry of the audit, and the last entry now. */
export async function doneSince(owner: Client, entry: string): Promise<Done> {
  const { rows } = await owner.query<Done>(
    `SELECT coalesce(array_agg(DISTINCT actor), '{}') AS actors, coalesce(array_agg(DISTINCT verb), '{}') AS verbs,
            coalesce(max(id), $1::bigint)::text AS last
       FROM audit.entry WHERE id > $1::bigint`,
    [entry],
  )
  return rows[0] as Done
}
type Done = { readonly actors: string[]; readonly verbs: string[]; readonly last: string }
