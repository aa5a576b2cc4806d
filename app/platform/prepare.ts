import { resolve } from 'node:path'
import pg from 'pg'
import { type Connections, connectionsOf } from './database'
import { sessionsOf, startEmbedded, stopEmbedded } from './embedded/server'
import { said, type Variables } from './environment'
import { keyringOf } from './keyring'
import { migrate } from './migrate'
import { leaveProof, proveKeys } from './proof'
import { APPLIED, type Applied, demandUsable, FOLDER, migrationsIn } from './schema-version'
import { rolePasswords, secretOf } from './secrets'
import { type VaultKeys, vaultKeys } from './vault'

/** A home whose database runs and is up to date. */
export type Prepared = {
  readonly home: string
  readonly secret: string
  /** What opens the vault. */
  readonly keys: VaultKeys
  readonly connections: Connections
  /** Whether the database is the home's own, and whether this call started it. */
  readonly embedded: boolean
  readonly started: boolean
}

/**
 * Makes a home ready for use: its embedded database is started (or, with DATABASE_URL, that one is used) and migrated.
 * With a DATABASE_URL that names no user nothing is migrated: it is looked at whether the database fits this version.
 * `env` is process.env when not given. Throws an EmbeddedError, a MigrationError or an EnvironmentError that says what to do.
 */
export async function prepareHome({ home, env = process.env }: { home: string; env?: Variables }): Promise<Prepared> {
  const folder = resolve(home)
  const external = said(env).DATABASE_URL
  const { ownerUrl, started } = external ? { ownerUrl: external, started: false } : await startEmbedded(folder)
  const secret = secretOf(folder, env)
  const keys = vaultKeys(secret, keyringOf(folder, secret, env))
  const connections = connectionsOf(ownerUrl, secret)
  const { owner = connections.vault } = connections
  // before the roles get this secret's passwords and others are shut out
  const proved = await proveKeys(owner, keys)
  if (connections.owner) await migrate(connections.owner, rolePasswords(secret))
  else await demandMigrated(connections.study)
  if (!proved) await leaveProof(owner, keys)
  return { home: folder, secret, keys, connections, embedded: !external, started }
}

async function demandMigrated(study: string): Promise<void> {
  const client = new pg.Client({ connectionString: study })
  await client.connect()
  try {
    demandUsable((await client.query<Applied>(APPLIED)).rows, migrationsIn(FOLDER))
  } finally {
    await client.end()
  }
}

/**
 * Stops the embedded database if this process started it and nobody else is connected. Close your own connections
 * first. True when it was stopped.
 */
export async function releaseHome({ home, started, connections: { owner } }: Prepared): Promise<boolean> {
  if (!started || !owner || (await sessionsOf(owner)) > 0) return false
  return stopEmbedded(home)
}
