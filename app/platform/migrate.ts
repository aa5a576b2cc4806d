import { runMigrations } from 'bullmq'
import pg from 'pg'
import { ensureRoles } from './roles'
import {
  APPLIED,
  type Applied,
  FOLDER,
  type Migration,
  MigrationError,
  migrationsIn,
  missingFrom,
} from './schema-version'
import type { RolePasswords } from './secrets'

const OLDEST = 150_000
/** Any number, the same in every version of this system: whoever migrates a database holds it. */
const LOCK = 7_226_735

async function demandVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; text: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text`,
  )
  const [version] = rows
  if (!version || version.number >= OLDEST) return
  throw new MigrationError(`this PostgreSQL is ${version.text}; 15 or newer is needed`)
}

/** What is still to be applied, and the table that remembers what was. */
async function pending(owner: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await owner.query(`
    CREATE TABLE IF NOT EXISTS public.koppel_migration (
      name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
    ALTER TABLE public.koppel_migration ADD COLUMN IF NOT EXISTS kind text NOT NULL DEFAULT 'contract';
    GRANT USAGE ON SCHEMA public TO koppel_study;
    GRANT SELECT ON public.koppel_migration TO koppel_study`)
  return missingFrom((await owner.query<Applied>(APPLIED)).rows, migrations)
}

/** One file, one transaction: all of it or nothing. */
async function apply(owner: pg.Client, { name, sql, sha256, kind }: Migration): Promise<void> {
  try {
    await owner.query('BEGIN')
    await owner.query(sql)
    await owner.query('INSERT INTO public.koppel_migration (name, sha256, kind) VALUES ($1, $2, $3)', [
      name,
      sha256,
      kind,
    ])
    await owner.query('COMMIT')
  } catch (error) {
    await owner.query('ROLLBACK').catch(() => undefined)
    throw new MigrationError(`migration ${name} failed, and nothing of it was kept: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** The queue's tables come from bullmq itself; its role may use them, and makes a sequence per queue (so CREATE). */
async function prepareQueue(owner: pg.Client): Promise<void> {
  await runMigrations(owner, 'bullmq')
  const { rows } = await owner.query<{ granted: boolean }>(
    `SELECT has_schema_privilege('koppel_jobs', 'bullmq', 'CREATE')
        AND coalesce(bool_and(has_table_privilege('koppel_jobs', c.oid, 'DELETE')), false) AS granted
     FROM pg_class c WHERE c.relnamespace = 'bullmq'::regnamespace AND c.relkind = 'r'`,
  )
  if (rows[0]?.granted) return
  await owner.query(`
    GRANT USAGE, CREATE ON SCHEMA bullmq TO koppel_jobs;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO koppel_jobs;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA bullmq TO koppel_jobs`)
}

/**
 * Brings a database to this version: roles, the migrations of prisma/migrations in order, the queue's tables. Any number
 * of processes may call it at once; one works, the others wait. `upTo` names the last one wanted. Returns the names of what was applied now.
 * Throws a MigrationError for a server older than 15, a changed or an unknown migration, and one that fails.
 */
export async function migrate(
  ownerUrl: string,
  passwords: RolePasswords,
  { folder = FOLDER, upTo }: { readonly folder?: string; readonly upTo?: string | undefined } = {},
): Promise<{ readonly applied: readonly string[] }> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await demandVersion(owner)
    await owner.query('SET client_min_messages = warning')
    await owner.query('SELECT pg_advisory_lock($1)', [LOCK])
    await ensureRoles(owner, ownerUrl, passwords)
    const known = migrationsIn(folder).filter(({ name }) => upTo === undefined || name <= upTo)
    const todo = await pending(owner, known)
    for (const migration of todo) await apply(owner, migration)
    await prepareQueue(owner)
    return { applied: todo.map((migration) => migration.name) }
  } finally {
    await owner.end()
  }
}
