import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { BadBackup } from '../../app/platform/backup/bad-backup'
import { now } from '../../app/platform/clock'
import { log } from '../../app/platform/log'
import type { Refusal } from '../../app/protocol/refusal'
import { lastOfEach, noteBackupRun, noteTakingAlong } from '../../app/records/running/backups'
import type { Desk } from '../desk'
import { noteForAll } from '../every-study'
import { clearOld, nameAt } from './kept'
import { makeBackup } from './make'
import type { BackupPlan } from './plan'
import { recipientsFor } from './recipients'

const HOUR_MS = 3_600_000
/** A night that was missed is made up for. A day has 25 hours once a year. */
const DUE_AFTER_MS = 26 * HOUR_MS

/** Whether a back-up is wanted and overdue: the night was missed, or there was none yet. */
export async function backupDue({ study, backups }: Pick<Desk, 'study' | 'backups'>): Promise<boolean> {
  if (!backups) return false
  const { made } = await lastOfEach(study)
  return !made || now().getTime() - made.at.getTime() > DUE_AFTER_MS
}

/**
 * Makes the back-up of the night where a folder for it is set, and takes away those beyond the last ones; only once the new one is
 * there. How it went is written down; what fails is thrown then, and tried again.
 */
export async function nightlyBackup({ study, backups, stop }: Pick<Desk, 'study' | 'backups' | 'stop'>): Promise<void> {
  if (!backups) return
  const begun = performance.now()
  const file = nameAt(now())
  const note = (outcome: string, more: { bytes?: number; sha256?: string } = {}) =>
    noteBackupRun(study, {
      kind: 'backup',
      outcome,
      file,
      bytes: null,
      sha256: null,
      ...more,
      seconds: secondsSince(begun),
    })
  try {
    await noteTakingAlong(study)
    const made = await written(backups, file, stop)
    if ('code' in made) {
      if (made.code !== 'stopped_early') await note(made.code)
      log.error({ job: 'backup', code: made.code }, 'no back-up was made')
      return
    }
    await note('made', made)
    await noteForAll({ study }, 'backup')
    log.info({ job: 'backup', file, bytes: made.bytes, removed: clearOld(backups.folder) }, 'a back-up was made')
  } catch (error) {
    await note('failed')
    throw error
  }
}

async function written(
  { folder, recipients, installation, env }: BackupPlan,
  name: string,
  stop: AbortSignal | undefined,
): Promise<{ bytes: number; sha256: string } | Refusal> {
  try {
    const named = await recipientsFor(recipients, installation.home)
    if (!named.ok) return named.refusal
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const way = { recipients: named.value, env, ...(stop && { stop }) }
    const made = await makeBackup(installation, join(folder, name), way)
    return made.ok ? { bytes: made.value.bytes, sha256: made.value.sha256 } : made.refusal
  } catch (error) {
    if (error instanceof BadBackup) return error.refusal
    throw error
  }
}

const secondsSince = (begun: number) => Math.round((performance.now() - begun) / 1000)
