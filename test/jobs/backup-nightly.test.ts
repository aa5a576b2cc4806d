import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makeIdentity } from '../../app/platform/backup/sealed-file'
import { now } from '../../app/platform/clock'
import { ANY_TIME } from '../../app/protocol/sending'
import { alarmsOf } from '../../app/records/running/alarms'
import { backupRuns, lastOfEach, noteBackupRun } from '../../app/records/running/backups'
import { restoreDrill } from '../../jobs/backup/drill'
import { clearOld, keptIn } from '../../jobs/backup/kept'
import { backupDue, nightlyBackup } from '../../jobs/backup/nightly'
import type { BackupPlan } from '../../jobs/backup/plan'
import { identityIn } from '../../jobs/backup/recipients'
import { lookOut } from '../../jobs/lookout'
import { ownFolder } from '../koppel/cli'
import { mailWorld, type World } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // what goes wrong is said
  process.env.KOPPEL_MODE = 'test'
})

const HOUR_MS = 3_600_000
const [home, folder, elsewhere] = [ownFolder(), ownFolder(), ownFolder()]
const begun = now().getTime()
let world: World
let plan: BackupPlan
let recipient: string
const desk = (changes: Partial<BackupPlan> = {}) => ({ study: world.database.study, backups: { ...plan, ...changes } })
const hoursOn = (hours: number) => {
  process.env.KOPPEL_NOW = new Date(begun + hours * HOUR_MS).toISOString()
}
afterEach(() => {
  delete process.env.KOPPEL_NOW
})

beforeAll(async () => {
  world = await mailWorld()
  await world.client('Aalders', 'Prins', '2012-03-01')
  recipient = await makeIdentity(join(elsewhere, 'key'), now())
  const { urls, secret, keys } = world.database
  const installation = { ownerUrl: urls.owner, home, secret, keys }
  plan = { folder: join(folder, 'backups'), recipients: recipient, installation, env: { KOPPEL_SECRET: secret } }
})

/** The kinds that stand for the study, where back-ups are wanted or not. */
async function standing(backups: boolean): Promise<string[]> {
  const { study } = world.database
  await lookOut({ study, sending: ANY_TIME, backups })
  return (await alarmsOf(study, world.study.id, 0)).map(({ kind }) => kind).filter((kind) => /backup|drill/.test(kind))
}

test('each night a file, of which the last ones stay; a missed night is made up for', async () => {
  expect(await backupDue({ study: world.database.study })).toBe(false)
  expect(await backupDue(desk())).toBe(true)
  for (const hours of [0, 24, 48]) {
    hoursOn(hours)
    await nightlyBackup(desk())
  }
  const names = keptIn(plan.folder)
  expect(names).toHaveLength(3)
  expect(names[0]).toMatch(/^koppel-\d{8}T\d{6}Z\.age$/)
  hoursOn(73)
  expect(await backupDue(desk())).toBe(false)
  hoursOn(75)
  expect(await backupDue(desk())).toBe(true)
  const { made } = await lastOfEach(world.database.study)
  expect(made).toMatchObject({ outcome: 'made', file: names[2], sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(made?.bytes).toBe(readFileSync(join(plan.folder, names[2] ?? '')).length)
  const taken = await world.database.study.auditEntry.count({ where: { verb: 'make_backup' } })
  expect(taken).toBe(3)
  writeFileSync(join(plan.folder, 'mine.age'), '')
  writeFileSync(join(plan.folder, `${names[0]}.part`), '')
  expect(clearOld(plan.folder, 2)).toEqual([names[0]])
  expect(readdirSync(plan.folder).sort()).toEqual([...names.slice(1), 'mine.age'])
})

test('what cannot be made is written down and raises an alarm after two days, where somebody wants it', async () => {
  hoursOn(30)
  expect(await standing(true)).toEqual([])
  hoursOn(48 + 49)
  expect(await standing(false)).toEqual([])
  expect(await standing(true)).toEqual(['backup_old'])
  await nightlyBackup(desk({ recipients: 'age1nobody' }))
  await nightlyBackup(desk({ installation: { ...plan.installation, ownerUrl: undefined } }))
  writeFileSync(join(folder, 'file'), '')
  await expect(nightlyBackup(desk({ folder: join(folder, 'file', 'under') }))).rejects.toThrow()
  const outcomes = (await backupRuns(world.database.study, 3)).map(({ outcome }) => outcome)
  expect(outcomes.sort()).toEqual(['bad_recipient', 'failed', 'no_owner'])
  expect(await standing(true)).toEqual(['backup_old'])
  await nightlyBackup(desk())
  expect(await standing(true)).toEqual([])
})

test('a drill without the key looks at the file, with it restores it aside; what is wrong raises an alarm', async () => {
  const drilled = async () => {
    await restoreDrill(desk())
    return (await lastOfEach(world.database.study)).drill?.outcome
  }
  expect(await drilled()).toBe('unchanged')
  expect(await standing(true)).toEqual([])

  await makeIdentity(identityIn(home), now())
  expect(await drilled()).toBe('backup_wrong_key')
  expect(await standing(true)).toEqual(['drill_failed'])
  rmSync(identityIn(home))
  writeFileSync(identityIn(home), readFileSync(join(elsewhere, 'key')), { mode: 0o600 })
  expect(await drilled()).toBe('restored')
  expect(existsSync(join(home, 'drill'))).toBe(false)
  expect(await standing(true)).toEqual([])

  const last = join(plan.folder, keptIn(plan.folder).at(-1) ?? '')
  const bytes = readFileSync(last)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(last, bytes)
  expect(await drilled()).toBe('backup_damaged')
  rmSync(identityIn(home))
  expect(await drilled()).toBe('backup_damaged')
  expect(await standing(true)).toEqual(['drill_failed'])
  await noteBackupRun(world.database.study, {
    ...{ kind: 'drill', outcome: 'restored', file: null, bytes: null, sha256: null, seconds: 1 },
  })
  expect(await standing(true)).toEqual([])
}, 120_000)
