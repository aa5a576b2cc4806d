import pg from 'pg'
import Cursor from 'pg-cursor'
import { now } from '../clock'
import { readable } from '../seal'
import { ROLES } from '../secrets'
import type { VaultKeys } from '../vault'
import { type Ask, CHAINS, type ChainName, chains } from './chains'
import { type Fault, walk } from './walk'

/** What no link covers yet: how many entries, and how many seconds ago the oldest was written; null when there is none. */
type Tail = { readonly entries: number; readonly oldest_seconds: number | null }

/**
 * What was found: whether the trail can be believed, how many entries it has and how many of them are sealed, what is wrong
 * with it, and where in the chain first. `heads` are the last marks of both chains, in hex; `head_known` says whether the
 * head that was asked for stands in one of them (null when none was).
 */
export type AuditCheck = {
  readonly ok: boolean
  readonly entries: number
  readonly faults: readonly string[]
  readonly sealed: number
  readonly erased: number
  readonly first: Fault | null
  readonly heads: Readonly<Record<ChainName, string>>
  readonly unsealed: Readonly<Record<ChainName, Tail>>
  readonly head_known: boolean | null
}

const AT_A_TIME = 2_000
/** A day and a moment read the same whatever the database is set to; so do the marks. */
const options = '-c TimeZone=UTC -c DateStyle=ISO'

/**
 * Looks at the audit trail as the database's owner, in one snapshot: append-only triggers in force for everyone, no role of
 * ours with the right to update, delete or truncate, every entry of the vault as it was written, and both chains from their
 * first link to their last (21 CFR 11.10(e); ASVS 5.0, 16.4.2). Takes the owner's address, what opens the vault's entries and
 * the links, and heads from elsewhere that have to be in a chain. Links that were cut off at the end can be told only by such
 * a head.
 */
export async function auditIsWhole(
  ownerUrl: string,
  keys: Pick<VaultKeys, 'audit' | 'chain'>,
  heads: readonly string[] = [],
): Promise<AuditCheck> {
  const owner = new pg.Client({ connectionString: ownerUrl, options })
  await owner.connect()
  const ask: Ask = async (statement, ...values) => (await owner.query(statement, values as unknown[])).rows
  try {
    await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const guards: string[] = []
    for (const name of CHAINS)
      for (const table of [chains[name].entries, chains[name].seals, chains[name].sealed])
        guards.push(...(await unguarded(owner, table)), ...(await tooFree(owner, table)))
    const study = await walk(ask, chains.study, keys.chain, heads)
    const vault = await walk(ask, chains.vault, keys.chain, heads)
    const inVault = await openedVault(owner, keys)
    const inStudy = await studyTail(owner)
    const found = [...study.faults, ...vault.faults]
    const missing = heads.filter((head) => !study.known.includes(head) && !vault.known.includes(head))
    const faults = [
      ...new Set([
        ...guards,
        ...found.map(told),
        ...inVault.changed.map((id) => told({ chain: 'vault', id, why: CHANGED })),
        ...missing.map(
          (head) => `the head ${head} is not in the trail: what came after it was cut off, or it is of another`,
        ),
      ]),
    ]
    return {
      ok: faults.length === 0,
      entries: inStudy.all + inVault.all,
      faults,
      sealed: study.covered + vault.covered,
      erased: study.erased + vault.erased,
      first: found[0] ?? null,
      heads: { study: study.head, vault: vault.head },
      unsealed: { study: inStudy.tail, vault: inVault.tail },
      head_known: heads.length === 0 ? null : missing.length === 0,
    }
  } finally {
    await owner.end()
  }
}

const CHANGED = 'was changed'
const told = ({ chain, id, why }: Fault): string =>
  id === null ? `the chain of the ${chain}: ${why}` : `entry ${id} of the ${chain} ${why}`

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

async function studyTail(owner: pg.Client): Promise<{ all: number; tail: Tail }> {
  const { entries, sealed } = chains.study
  const { rows } = await owner.query<Tail & { all: number }>(
    `SELECT (SELECT count(*)::int FROM ${entries}) AS all, count(*)::int AS entries,
            extract(epoch FROM clock_timestamp() - min(e.at))::int AS oldest_seconds
       FROM ${entries} e WHERE NOT EXISTS (SELECT FROM ${sealed} s WHERE s.id = e.id)`,
  )
  const { all = 0, entries: tail = 0, oldest_seconds = null } = rows[0] ?? {}
  return { all, tail: { entries: tail, oldest_seconds } }
}

/**
 * Opens all that was written in the vault: each entry is sealed by itself too, with its id bound in. Gives those that do not
 * open, and what no link covers yet.
 */
async function openedVault(owner: pg.Client, keys: Pick<VaultKeys, 'audit'>) {
  const { entries, sealed } = chains.vault
  type Row = { id: string; sealed: Buffer; tail: boolean }
  const cursor = owner.query(
    new Cursor<Row>(
      `SELECT e.id, e.sealed, s.id IS NULL AS tail FROM ${entries} e LEFT JOIN ${sealed} s ON s.id = e.id ORDER BY e.id`,
    ),
  )
  const changed: string[] = []
  const waiting: number[] = []
  let all = 0
  for (;;) {
    const rows = await cursor.read(AT_A_TIME)
    if (rows.length === 0) break
    all += rows.length
    for (const row of rows) {
      const said = readable(() => keys.audit.open(row.sealed, `vault_entry:${row.id}`))
      if (said === null) changed.push(row.id)
      if (row.tail) waiting.push(said === null ? Number.POSITIVE_INFINITY : Date.parse(JSON.parse(said).at))
    }
  }
  const since = waiting.reduce((oldest, at) => Math.min(oldest, at), Number.POSITIVE_INFINITY)
  const oldest_seconds = Number.isFinite(since) ? Math.round((now().getTime() - since) / 1000) : null
  return { all, changed, tail: { entries: waiting.length, oldest_seconds } }
}
