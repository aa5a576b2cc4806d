import type pg from 'pg'
import { SCHEMAS } from './tables'

// The names come whole, with their schemas: nothing else is on the search path.
const QUALIFIED = `SET LOCAL search_path = pg_catalog`

const FOREIGN = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS away,
         format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS back
    FROM pg_constraint WHERE contype = 'f' AND connamespace = ANY ($1::regnamespace[]) ORDER BY 1`
const KEYS = FOREIGN.replace("contype = 'f'", "contype IN ('p', 'u', 'x')")
const INDEXES = `
  SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS away, pg_get_indexdef(i.indexrelid) AS back
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE c.relnamespace = ANY ($1::regnamespace[])
     AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
   ORDER BY 1`
// ENABLE ALWAYS stays ENABLE ALWAYS; what guards the audit against changes does not fire on adding, and stays on
const TRIGGERS = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS away,
         format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
                CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname) AS back
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgtype & 4 > 0 AND c.relnamespace = ANY ($1::regnamespace[]) ORDER BY 1`

/**
 * Runs `load` within the open transaction while what would slow it down, or write rows of its own, is put aside: references, keys,
 * indexes, and triggers on adding rows. All of it is put back as it was before the transaction ends, the references with a look at
 * every row. The owner of the tables may do so, without being a superuser.
 */
export async function putAside(owner: pg.Client, load: () => Promise<void>): Promise<void> {
  await owner.query(QUALIFIED)
  const back: string[] = []
  for (const query of [TRIGGERS, FOREIGN, KEYS, INDEXES]) {
    const { rows } = await owner.query<{ away: string; back: string }>(query, [`{${SCHEMAS.join(',')}}`])
    for (const { away } of rows) await owner.query(away)
    back.unshift(...rows.map((row) => row.back))
  }
  await load()
  // indexes, keys, what refers to them, triggers
  for (const statement of back) await owner.query(statement)
}
