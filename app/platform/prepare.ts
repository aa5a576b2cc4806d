import { resolve } from 'node:path'
import { type Connections, connectionsOf } from './database'
import { sessionsOf, startEmbedded, stopEmbedded } from './embedded/server'
import type { Variables } from './environment'
import { keyringOf } from './keyring'
import { migrate } from './migrate'
import { leaveProof, proveKeys } from './proof'
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

/** A process that was given each role's address needs no owner, and gets none. */
function givenConnections(env: Variables): Connections | null {
  const { KOPPEL_STUDY_URL, KOPPEL_VAULT_URL, KOPPEL_ANALYST_URL, KOPPEL_JOBS_URL } = env
  if (env.DATABASE_URL || !KOPPEL_STUDY_URL || !KOPPEL_VAULT_URL || !KOPPEL_ANALYST_URL || !KOPPEL_JOBS_URL) return null
  return { study: KOPPEL_STUDY_URL, vault: KOPPEL_VAULT_URL, analyst: KOPPEL_ANALYST_URL, jobs: KOPPEL_JOBS_URL }
}

/**
 * Makes a home ready for use: its embedded database is started (or, with DATABASE_URL, that one is used) and migrated.
 * With an address for each role and no DATABASE_URL nothing is started or migrated. `env` is process.env when not given.
 * Throws an EmbeddedError, a MigrationError or an EnvironmentError that says what to do.
 */
export async function prepareHome({ home, env = process.env }: { home: string; env?: Variables }): Promise<Prepared> {
  const folder = resolve(home)
  const given = givenConnections(env)
  if (given) {
    const secret = secretOf(folder, env)
    const keys = vaultKeys(secret, keyringOf(folder, secret, env))
    if (!(await proveKeys(given.vault, keys))) await leaveProof(given.vault, keys)
    return { home: folder, secret, keys, connections: given, embedded: false, started: false }
  }
  const external = env.DATABASE_URL?.trim()
  const { ownerUrl, started } = external ? { ownerUrl: external, started: false } : await startEmbedded(folder)
  const secret = secretOf(folder, env)
  const keys = vaultKeys(secret, keyringOf(folder, secret, env))
  // before the roles get this secret's passwords and others are shut out
  const proved = await proveKeys(ownerUrl, keys)
  await migrate(ownerUrl, rolePasswords(secret, env))
  if (!proved) await leaveProof(ownerUrl, keys)
  return { home: folder, secret, keys, connections: connectionsOf(ownerUrl, secret, env), embedded: !external, started }
}

/**
 * Stops the embedded database if this process started it and nobody else is connected. Close your own connections
 * first. True when it was stopped.
 */
export async function releaseHome({ home, started, connections: { owner } }: Prepared): Promise<boolean> {
  if (!started || !owner || (await sessionsOf(owner)) > 0) return false
  return stopEmbedded(home)
}
