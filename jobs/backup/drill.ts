import { createHash } from 'node:crypto'
import { chmodSync, createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { BadBackup } from '../../app/platform/backup/bad-backup'
import { identitiesOf } from '../../app/platform/backup/sealed-file'
import { clusterOf } from '../../app/platform/embedded/cluster'
import { stopEmbedded } from '../../app/platform/embedded/server'
import type { Variables } from '../../app/platform/environment'
import { log } from '../../app/platform/log'
import { digestWhenMade, noteBackupRun, WELL_DONE } from '../../app/records/running/backups'
import type { Desk } from '../desk'
import { noteForAll } from '../every-study'
import { keptIn } from './kept'
import type { BackupPlan } from './plan'
import { identityIn } from './recipients'
import { restore } from './restore'

// what is thrown away need not survive a power cut
const THROWN_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Restores the last back-up aside, in an embedded database of its own within the home, with all that a restore looks at, and throws it
 * away. For that the home needs the key file (`backup-identity`). Without it only the file itself is looked at: whether it is what
 * was written (`unchanged`). How it went is written down and said in the log.
 */
export async function restoreDrill(desk: Pick<Desk, 'study' | 'backups' | 'stop'>): Promise<void> {
  const { study, backups, stop } = desk
  if (!backups) return
  const begun = performance.now()
  const file = keptIn(backups.folder).at(-1) ?? null
  const outcome = file === null ? 'no_backup' : await tried(desk, backups, file).catch(failed)
  if (stop?.aborted) return
  const seconds = Math.round((performance.now() - begun) / 1000)
  await noteBackupRun(study, { kind: 'drill', outcome, file, bytes: null, sha256: null, seconds })
  await noteForAll(desk, 'restore-drill')
  const said = { job: 'restore-drill', file, outcome, seconds }
  if (WELL_DONE.includes(outcome)) log.info(said, 'a restore was tried')
  else log.error(said, 'a restore was tried and went wrong')
}

async function tried({ study, stop }: Pick<Desk, 'study' | 'stop'>, plan: BackupPlan, name: string): Promise<string> {
  const { installation, env, folder } = plan
  const file = join(folder, name)
  const key = identityIn(installation.home)
  if (!existsSync(key))
    return (await digestOf(file)) === (await digestWhenMade(study, name)) ? 'unchanged' : 'backup_damaged'
  const home = join(resolve(installation.home), 'drill')
  await clear(home)
  mkdirSync(home)
  chmodSync(home, 0o755)
  try {
    const asked = { file, identities: identitiesOf(key), home, env: secretsOf(env), settings: THROWN_AWAY }
    const came = await restore({ ...asked, ...(stop && { stop }) })
    return came.ok ? 'restored' : came.refusal.code
  } finally {
    await clear(home)
  }
}

/** The secrets of the surroundings, and nothing that leads to the database at work. */
const secretsOf = ({ PATH, KOPPEL_SECRET, KOPPEL_KEYRING }: Variables): Variables => ({
  PATH,
  KOPPEL_SECRET,
  KOPPEL_KEYRING,
})

function failed(error: unknown): string {
  if (error instanceof BadBackup) return error.refusal.code
  log.error({ job: 'restore-drill', err: error }, 'a restore could not be tried')
  return 'failed'
}

/** Ends the server of a drill and takes its folders away, also those of one that was killed. */
async function clear(home: string): Promise<void> {
  if (!existsSync(home)) return
  await stopEmbedded(home, 'immediate')
  const cluster = clusterOf(home)
  // where the home is closed to the server's user its cluster lies in a folder of its own elsewhere
  for (const folder of [dirname(cluster) === home ? cluster : dirname(cluster), home])
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
