import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/**
 * What a migration leaves to processes of the version before it, which do not know it: after `expand` they go on, after
 * `contract` they cannot. Its first line says which (docs/decisions/017-migrations.md).
 */
type Kind = 'expand' | 'contract'
/** A migration of the folder: `0001_tables.sql` and what it says. */
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string; readonly kind: Kind }
/** A migration as the database remembers it. */
export type Applied = { readonly name: string; readonly sha256: string; readonly kind: string }

/** The database cannot be migrated or used as it is; the message says why and what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** What a migration does not say of itself it is not: a process that does not know it stops. */
const kindOf = (sql: string): Kind => (sql.startsWith('-- expand:') ? 'expand' : 'contract')

/** The migrations that this version knows, in their order. */
export function migrationsIn(folder: string = FOLDER): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_\w+\.sql$/.test(name))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex'), kind: kindOf(sql) }
  })
}

/**
 * What is still to be applied. Throws a MigrationError when a file was changed since, and when the database has one
 * that this version does not know and that does not leave it alone.
 */
export function missingFrom(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  const ours = new Map(migrations.map((migration) => [migration.name, migration.sha256]))
  for (const { name, sha256, kind } of applied) {
    if (!ours.has(name) && kind !== 'expand')
      throw new MigrationError(`the database has migration ${name}, which this version does not know: use a newer one`)
    if (ours.has(name) && ours.get(name) !== sha256)
      throw new MigrationError(
        `migration ${name} was changed after it was applied: restore the file, or use an empty database`,
      )
  }
  const there = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !there.has(name))
}

/** Looks whether this version can work with a database as it is. Throws a MigrationError that says why not. */
export function demandUsable(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const [missing] = missingFrom(applied, migrations)
  if (missing)
    throw new MigrationError(
      `the database lacks migration ${missing.name}: migrate it first, as its owner (koppel migrate)`,
    )
}

/** What the owner and the study's role may ask for to know what was applied. */
export const APPLIED = 'SELECT name, sha256, kind FROM public.koppel_migration ORDER BY name'
