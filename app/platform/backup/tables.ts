import type pg from 'pg'

/** What is ours of a database. The queue is not: what is to be done stands in the tables, and a worker rings for it again. */
export const SCHEMAS = ['identity', 'study', 'audit'] as const

/** Tables whose rows stay behind, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'identity.session': 'a session that was ended since would be open again: everybody signs in anew',
}

/** How a session has to speak for the text of its rows to be the same on every server. */
export const SPEAKING =
  '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c extra_float_digits=1 -c bytea_output=hex -c client_encoding=UTF8 -c synchronize_seqscans=off -c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout=0'

export type Table = { readonly name: string; readonly columns: readonly string[] }

/** Every table of ours as the catalogue has it, by name, with the columns that can be written. */
export async function tablesOf(owner: pg.Client): Promise<readonly Table[]> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `SELECT n.nspname || '.' || c.relname AS name,
            array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind = 'r' AND n.nspname = ANY ($1) GROUP BY 1 ORDER BY 1`,
    [SCHEMAS],
  )
  return rows
}

/** A name as it stands in a statement: `"study"."answer"`. */
export const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.')

/** A table with its columns, as COPY takes it. */
export const copied = ({ name, columns }: Table): string => `${quoted(name)} (${columns.map(quoted).join(', ')})`

/** Where the sequences of ours stand. They go on during a snapshot, so a number read later is never too low. */
export async function sequencesOf(owner: pg.Client) {
  const { rows } = await owner.query<{ name: string; start: string; last: string | null }>(
    `SELECT schemaname || '.' || sequencename AS name, start_value::text AS start, last_value::text AS last
       FROM pg_sequences WHERE schemaname = ANY ($1) ORDER BY 1`,
    [SCHEMAS],
  )
  return rows.map(({ name, start, last }) => ({ name, value: last ?? start, called: last !== null }))
}
