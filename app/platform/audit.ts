import pg from 'pg'
import Cursor from 'pg-cursor'
import { readable } from './seal'
import { ROLES } from './secrets'
import type { VaultKeys } from './vault'

/** What was found: whether the trail can be believed, how many entries it has, and what is wrong with it. */
export type AuditCheck = { readonly ok: boolean; readonly entries: number; readonly faults: readonly string[] }

/** The study's chain and the vault's. */
const CHAINS = ['audit.entry', 'audit.vault_entry'] as const
const AT_A_TIME = 2_000

/**
 * Looks at the audit trail as the database's owner: append-only triggers in force for everyone, no role of ours with the
 * right to update, delete or truncate, and every entry of the vault as it was sealed. Takes the owner's address and what
 * opens the vault's entries. Whether a superuser changed the study's entries, only a hash chain can show; that comes
 * later.
 */
export async function auditIsWhole(ownerUrl: string, keys: Pick<VaultKeys, 'audit'>): Promise<AuditCheck> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const faults: string[] = []
    let entries = 0
    for (const chain of CHAINS) {
      const counted = await owner.query<{ entries: number }>(`SELECT count(*)::int AS entries FROM ${chain}`)
      entries += counted.rows[0]?.entries ?? 0
      faults.push(...(await unguarded(owner, chain)), ...(await tooFree(owner, chain)))
    }
    faults.push(...(await changed(owner, keys)))
    return { ok: faults.length === 0, entries, faults }
  } finally {
    await owner.end()
  }
}

async function unguarded(owner: pg.Client, chain: string): Promise<string[]> {
  const triggers = await owner.query<{ covered: string | null }>(
    `SELECT string_agg(DISTINCT CASE WHEN t.tgtype & 16 > 0 THEN 'update' END, '') ||
            string_agg(DISTINCT CASE WHEN t.tgtype & 8 > 0 THEN 'delete' END, '') ||
            string_agg(DISTINCT CASE WHEN t.tgtype & 32 > 0 THEN 'truncate' END, '') AS covered
       FROM pg_trigger t
      WHERE t.tgrelid = $1::regclass AND NOT t.tgisinternal AND t.tgenabled = 'A'`,
    [chain],
  )
  const whole = triggers.rows[0]?.covered === 'updatedeletetruncate'
  return whole ? [] : [`the append-only triggers of ${chain} are not all in force`]
}

async function tooFree(owner: pg.Client, chain: string): Promise<string[]> {
  const grants = await owner.query<{ role: string; right: string }>(
    `SELECT r.rolname AS role, p.right
       FROM pg_roles r CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) AS p ("right")
      WHERE r.rolname = ANY($1) AND (has_table_privilege(r.oid, $2, p.right)
         OR p.right = 'UPDATE' AND has_any_column_privilege(r.oid, $2, 'UPDATE'))`,
    [[...ROLES], chain],
  )
  return grants.rows.map(({ role, right }) => `${role} may ${right} the audit trail`)
}

/** The entries of the vault that are not what was written: each is sealed, with its id bound in. */
async function changed(owner: pg.Client, { audit }: Pick<VaultKeys, 'audit'>): Promise<string[]> {
  const cursor = owner.query(new Cursor<{ id: string; sealed: Buffer }>('SELECT id, sealed FROM audit.vault_entry'))
  const faults: string[] = []
  for (;;) {
    const rows = await cursor.read(AT_A_TIME)
    if (rows.length === 0) return faults
    for (const { id, sealed } of rows)
      if (!opens(audit, id, sealed)) faults.push(`entry ${id} of the vault was changed`)
  }
}

const opens = (audit: VaultKeys['audit'], id: string, sealed: Buffer): boolean =>
  readable(() => audit.open(sealed, `vault_entry:${id}`)) !== null
