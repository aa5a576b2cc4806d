import { connected } from './connect'

const QUERY = `
  SELECT 'column' AS kind, table_schema || '.' || table_name || '.' || column_name AS name,
    concat_ws(' ', udt_name, character_maximum_length, datetime_precision, is_nullable, column_default) AS meaning
  FROM information_schema.columns WHERE table_schema = ANY ($1)
  UNION ALL
  SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace::regnamespace::text = ANY ($1) AND contype <> 'n'
  UNION ALL
  SELECT 'index', schemaname || '.' || indexname, indexdef FROM pg_indexes WHERE schemaname = ANY ($1)
  UNION ALL
  SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
  FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN (
    SELECT oid FROM pg_class WHERE relnamespace::regnamespace::text = ANY ($1))
  UNION ALL
  SELECT 'function', oid::regprocedure::text, md5(prosrc) FROM pg_proc WHERE pronamespace::regnamespace::text = ANY ($1)
  ORDER BY 1, 2`

/** What the three rooms of a database are made of: one line each of columns, constraints, indexes, triggers, functions. */
export const catalogueOf = (url: string): Promise<readonly string[]> =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ kind: string; name: string; meaning: string }>(QUERY, [
      ['identity', 'study', 'audit'],
    ])
    return rows.map(({ kind, name, meaning }) => `${kind} ${name}: ${meaning}`)
  })
