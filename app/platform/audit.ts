import pg from 'pg'
import { ROLES } from './secrets'

/** What was found: whether the trail can be believed, how many entries it has, and what is wrong with it. */
export type AuditCheck = { readonly ok: boolean; readonly entries: number; readonly faults: readonly string[] }

/**
 * Looks at the audit trail as the database's owner: append-only triggers in force for everyone, no role of ours with the
 * right to update, delete or truncate. Takes the owner's address. Whether a superuser changed entries, only a hash chain
 * can show; that comes later.
 */
export async function auditIsWhole(ownerUrl: string): Promise<AuditCheck> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const counted = await owner.query<{ entries: number }>('SELECT count(*)::int AS entries FROM audit.entry')
    const triggers = await owner.query<{ covered: string | null }>(`
      SELECT string_agg(DISTINCT CASE WHEN t.tgtype & 16 > 0 THEN 'update' END, '') ||
             string_agg(DISTINCT CASE WHEN t.tgtype & 8 > 0 THEN 'delete' END, '') ||
             string_agg(DISTINCT CASE WHEN t.tgtype & 32 > 0 THEN 'truncate' END, '') AS covered
        FROM pg_trigger t
       WHERE t.tgrelid = 'audit.entry'::regclass AND NOT t.tgisinternal AND t.tgenabled = 'A'`)
    const grants = await owner.query<{ role: string; right: string }>(
      `
      SELECT r.rolname AS role, p.right
        FROM pg_roles r CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) AS p ("right")
       WHERE r.rolname = ANY($1) AND (has_table_privilege(r.oid, 'audit.entry', p.right)
          OR p.right = 'UPDATE' AND has_any_column_privilege(r.oid, 'audit.entry', 'UPDATE'))`,
      [[...ROLES]],
    )
    const faults = [
      ...(triggers.rows[0]?.covered === 'updatedeletetruncate'
        ? []
        : ['the append-only triggers are not all in force']),
      ...grants.rows.map(({ role, right }) => `${role} may ${right} the audit trail`),
    ]
    return { ok: faults.length === 0, entries: counted.rows[0]?.entries ?? 0, faults }
  } finally {
    await owner.end()
  }
}
