import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'bullmq'
import pg from 'pg'
import { ensureRoles } from './roles'
import type { RolePasswords } from './secrets'

const FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
const OLDEST = 150_000
/** Any number, the same in every version of this system: whoever migrates a database holds it. */
const LOCK = 7_226_735

/** A migration of the folder: `0001_tables.sql` and what it says. */
type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

/** The database cannot be migrated as it is; the message says why and what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** The migrations that this version knows, in their order. */
export function migrationsIn(folder: string = FOLDER): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_\w+\.sql$/.test(name))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

async function demandVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; text: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text`,
  )
  const [version] = rows
  if (!version || version.number >= OLDEST) return
  throw new MigrationError(`this PostgreSQL is ${version.text}; 15 or newer is needed`)
}

/** What is still to be applied. Refuses when a file was changed since, or the database knows one that we do not. */
async function pending(owner: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await owner.query(`CREATE TABLE IF NOT EXISTS public.koppel_migration (
    name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
  const { rows } = await owner.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM public.koppel_migration ORDER BY name',
  )
  const ours = new Map(migrations.map((migration) => [migration.name, migration.sha256]))
  for (const { name, sha256 } of rows) {
    if (!ours.has(name)) {
      throw new MigrationError(`the database has migration ${name}, which this version does not know: use a newer one`)
    }
    if (ours.get(name) !== sha256) {
      throw new MigrationError(
        `migration ${name} was changed after it was applied: restore the file, or use an empty database`,
      )
    }
  }
  const applied = new Set(rows.map((row) => row.name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

/** One file, one transaction: all of it or nothing. */
async function apply(owner: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await owner.query('BEGIN')
    await owner.query(sql)
    await owner.query('INSERT INTO public.koppel_migration (name, sha256) VALUES ($1, $2)', [name, sha256])
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
