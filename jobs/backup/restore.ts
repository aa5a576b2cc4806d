import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { openOneOfEach } from '../../app/identity/opens'
import { type AuditCheck, auditIsWhole } from '../../app/platform/audit/whole'
import { BadBackup } from '../../app/platform/backup/bad-backup'
import { type HomeFiles, keysFor, writeHome } from '../../app/platform/backup/home-keys'
import { loadBackup } from '../../app/platform/backup/load'
import type { Manifest } from '../../app/platform/backup/manifest'
import { checkBackup } from '../../app/platform/backup/read'
import { beginRestore, emptied, endRestore } from '../../app/platform/backup/unfinished'
import { connectionsOf, openDatabases } from '../../app/platform/database'
import { startEmbedded, stopEmbedded } from '../../app/platform/embedded/server'
import type { Variables } from '../../app/platform/environment'
import { keyringOf } from '../../app/platform/keyring'
import { migrate } from '../../app/platform/migrate'
import { proofOf } from '../../app/platform/proof'
import { rolePasswords } from '../../app/platform/secrets'
import { type VaultKeys, vaultKeys } from '../../app/platform/vault'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import { codeVersion } from '../release/version'
import { fits } from './fits'

/** What is to be restored, with which identities, and where: the database of DATABASE_URL, else the home's own. */
export type Restoring = {
  readonly file: string
  readonly identities: readonly string[]
  readonly home: string
  readonly env: Variables
  readonly stop?: AbortSignal
  /** Settings of the home's own server, for one that is thrown away. */
  readonly settings?: Readonly<Record<string, string>>
}

/** What came back, and what was looked at afterwards. */
export type Restored = {
  /** The moment that everything shows. */
  readonly snapshot_at: string
  readonly code: string
  readonly tables: number
  readonly rows: number
  readonly audit: AuditCheck
  /** Sealed values that were opened. */
  readonly opened: number
  /** Whether the secret came out of the back-up. */
  readonly secret_restored: boolean
}

type Plan = {
  readonly manifest: Manifest
  readonly secret: string
  readonly files: HomeFiles
  readonly keys: VaultKeys
  readonly upTo: string | undefined
}

/**
 * Brings a back-up into an empty home or database: all of it or nothing. First the file is read to its end, so that nothing is touched for one
 * that is not whole. Then the database is marked, migrated, filled and compared; the audit is walked and the vault is opened. Whatever goes
 * wrong, it is emptied again; after a kill the mark stays, and nothing starts with that database but another restore.
 */
export async function restore(restoring: Restoring): Promise<Result<Restored>> {
  try {
    const plan = await planned(restoring)
    if (!plan.ok) return plan
    return await into(restoring, plan.value)
  } catch (error) {
    if (error instanceof BadBackup) return { ok: false, refusal: error.refusal }
    if (restoring.stop?.aborted) return refuse('stopped_early')
    throw error
  }
}

async function planned({ file, identities, home, env }: Restoring): Promise<Result<Plan>> {
  const { manifest, keys: kept } = await checkBackup(file, identities)
  const fit = fits(manifest, codeVersion())
  if (!fit.ok) return fit
  const { secret, files } = keysFor(kept, home, env)
  const keys = vaultKeys(secret, keyringOf(home, secret, env))
  if (proofOf(keys).toString('hex') !== manifest.proof) return refuse('other_secret')
  return done({ manifest, ...fit.value, secret, files, keys })
}

async function into(restoring: Restoring, plan: Plan): Promise<Result<Restored>> {
  const { env, settings } = restoring
  const home = resolve(restoring.home)
  const external = env.DATABASE_URL?.trim()
  mkdirSync(home, { recursive: true })
  const { ownerUrl, started } = external ? { ownerUrl: external, started: false } : await startEmbedded(home, settings)
  const owner = new pg.Client({ connectionString: ownerUrl })
  owner.on('error', () => undefined)
  await owner.connect()
  let restored: Result<Restored> | undefined
  let begun = false
  try {
    const place = await beginRestore(owner)
    if (place !== 'begun') return refuse(place === 'busy' ? 'restore_under_way' : 'not_empty')
    begun = true
    restored = await filled(restoring, plan, ownerUrl)
    if (restored.ok) await endRestore(owner)
    return restored
  } finally {
    const failed = !restored?.ok
    if (begun && failed) {
      await emptied(owner)
      for (const name of Object.keys(plan.files)) rmSync(join(home, name), { force: true })
    }
    await owner.end().catch(() => undefined)
    if (failed && started) await stopEmbedded(home)
  }
}

async function filled(
  { file, identities, stop, home }: Restoring,
  plan: Plan,
  ownerUrl: string,
): Promise<Result<Restored>> {
  const { manifest, secret, files, keys, upTo } = plan
  const passwords = rolePasswords(secret)
  await migrate(ownerUrl, passwords, { upTo })
  await loadBackup(file, identities, { manifest, ownerUrl, stop })
  writeHome(resolve(home), files)
  // what this version has beyond the one that wrote it
  await migrate(ownerUrl, passwords)
  const audit = await auditIsWhole(ownerUrl, keys)
  if (!audit.ok) return refuse('audit_broken', { faults: audit.faults })
  const databases = openDatabases(connectionsOf(ownerUrl, secret))
  try {
    const { opened, closed } = await openOneOfEach({ db: databases.vault, keys })
    if (closed.length > 0) return refuse('vault_closed', { columns: closed.join(', ') })
    const { snapshot_at, code, tables } = manifest
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    return done({ snapshot_at, code, tables: tables.length, rows, audit, opened, secret_restored: 'secret' in files })
  } finally {
    await databases.close()
  }
}
