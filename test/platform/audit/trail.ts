import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Ask, ChainName } from '../../../app/platform/audit/chains'
import { chains } from '../../../app/platform/audit/chains'
import { sealAll } from '../../../app/platform/audit/heads'
import { type Walked, walk } from '../../../app/platform/audit/walk'
import { afterwards } from '../../afterwards'
import { freshDatabase, type TestDatabase } from '../../database'

/** A trail of one's own: entries as the roles write them, links as the job makes them, and the owner with the triggers off. */
export type Trail = {
  readonly database: TestDatabase
  readonly owner: pg.Client
  readonly seal: (all?: boolean) => Promise<Record<ChainName, number>>
  readonly walked: (chain: ChainName, heads?: readonly string[]) => Promise<Walked>
}

export async function freshTrail(): Promise<Trail> {
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.urls.owner, options: '-c TimeZone=UTC -c DateStyle=ISO' })
  await owner.connect()
  afterwards(() => owner.end())
  const ask: Ask = async (statement, ...values) => (await owner.query(statement, values as unknown[])).rows
  const { study, vault, keys } = database
  return {
    database,
    owner,
    seal: (all = true) => sealAll(study, { db: vault, keys }, { all }),
    walked: (chain, heads = []) => walk(ask, chains[chain], keys.chain, heads),
  }
}

/** Entries of the study, each with something in every column. Their ids are given by the database. */
export const STUDY_ENTRIES = `
  INSERT INTO audit.entry (day, study_id, actor, role, origin, verb, subject, subject_id, details, request)
  SELECT '2012-06-01', gen_random_uuid(), 'account:' || gen_random_uuid(), 'coordinator', '203.0.113.0/24', 'hold_interview',
         'registration', gen_random_uuid(), jsonb_build_object('wave', 'T1', 'reason', 'reason ' || n), gen_random_uuid()::text
    FROM generate_series(1, $1::int) n`

export const writeStudy = (client: pg.Client, count: number) => client.query(STUDY_ENTRIES, [count])

/** Entries of the vault, as random as sealed ones are. */
export async function writeVault({ database: { vault, keys } }: Pick<Trail, 'database'>, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const id = randomUUID()
    const said = {
      at: new Date('2012-06-01T10:00:00Z').toISOString(),
      day: '2012-06-01',
      actor: 'system',
      subject: 'client',
    }
    const sealed = keys.audit.seal(JSON.stringify({ ...said, subjectId: null, details: {} }), `vault_entry:${id}`)
    await vault.$executeRaw`
      INSERT INTO audit.vault_entry (id, study_alias, month, verb, subject_hash, request_hash, sealed)
      VALUES (${id}::uuid, ${randomUUID()}::uuid, '2012-06', 'reidentify', ${randomBytes(32)}, ${randomBytes(32)}, ${sealed})`
  }
}

const TABLES = ['entry', 'sealed', 'seal', 'vault_entry', 'vault_sealed', 'vault_seal'] as const

/** What only the owner can do: take the triggers off. */
export async function unguard(owner: pg.Client): Promise<void> {
  for (const table of TABLES) await owner.query(`ALTER TABLE audit.${table} DISABLE TRIGGER ALL`)
  await owner.query('ALTER TABLE audit.vault_entry DROP CONSTRAINT vault_entry_month')
}

/** Does something to the trail, looks, and undoes it. */
export async function undone<T>(owner: pg.Client, body: () => Promise<T>): Promise<T> {
  await owner.query('BEGIN')
  try {
    return await body()
  } finally {
    await owner.query('ROLLBACK')
  }
}
