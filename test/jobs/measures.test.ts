import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { systemToday } from '../../app/platform/clock'
import { environment } from '../../app/platform/environment'
import type { QueueDesk } from '../../app/platform/queue-sight'
import { addDays, toColumn } from '../../app/protocol/day'
import { inquire } from '../../app/records/intake/inquire'
import { raiseAlarm } from '../../app/records/running/alarms'
import { noteBackupRun } from '../../app/records/running/backups'
import { noteRun } from '../../app/records/running/runs'
import { measures } from '../../jobs/measures'
import { deskAt } from '../../jobs/queue-sight'
import { openQueue, type WorkQueue } from '../../jobs/queues'
import { metrics } from '../../scripts/web/metrics'
import { mailWorld, type World } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // a queue that cannot be reached is said
})

const TOKEN = 'f3Tz-8hVqLw2_Xn6RmYc9PbJ4sKd7GuA'
const today = systemToday()
let world: World
let queue: WorkQueue
let desk: QueueDesk
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  world = await mailWorld()
  queue = openQueue({ jobsUrl: world.database.jobsUrl })
  desk = deskAt(queue)
  closing.push(() => queue.close())
})
afterAll(async () => {
  for (const close of closing) await close()
})

const values = async (from: QueueDesk = desk) =>
  Object.fromEntries(
    (await measures(world.database.study, from))
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )

test('every measure says what it is, and what it counts', async () => {
  const { registrationId } = await world.client('Aalders', 'Berends', addDays(today, -30))
  expect(await inquire(world.database.study, world.on(today), registrationId)).toMatchObject({ ok: true })
  await world.database.study.mailEnvelope.updateMany({ data: { plannedAt: new Date('2012-01-01') } })
  // asked just now, it is due in some days
  await world.database.study.work.updateMany({ data: { opensOn: toColumn(today), dueOn: toColumn(today) } })
  await noteRun(world.database.study, world.on(today), 'daily-sweep')
  await raiseAlarm(world.database.study, world.on(today), { kind: 'mail_late', amount: 1 })
  const made = { outcome: 'made', file: 'one.age', bytes: 12, sha256: 'ab', seconds: 1 }
  await noteBackupRun(world.database.study, { kind: 'backup', ...made })
  await noteBackupRun(world.database.study, { kind: 'drill', ...made, outcome: 'backup_damaged' })
  await queue.enqueue('send-codes', {})
  const read = await values()
  expect(read).toMatchObject({
    'koppel_mail_planned{study="test"}': 1,
    'koppel_mail_sent{study="test"}': 0,
    'koppel_mail_failed{study="test"}': 0,
    koppel_drill_ok: 0,
    'koppel_queue_jobs{state="waiting"}': 1,
    'koppel_queue_jobs{state="failed"}': 0,
    'koppel_alarms{study="test",kind="mail_late"}': 1,
    'koppel_alarms{study="test",kind="worker_silent"}': 0,
  })
  expect(read['koppel_work_due{study="test"}']).toBe(1)
  expect(read['koppel_sweep_age_seconds{study="test"}']).toBeLessThan(60)
  // since the day began on which it may leave
  expect(read['koppel_mail_oldest_unsent_seconds{study="test"}']).toBeLessThanOrEqual(25 * 3600)
  expect(read.koppel_backup_age_seconds).toBeLessThan(60)
  expect(read.koppel_drill_age_seconds).toBeLessThan(60)
  const text = await measures(world.database.study, desk)
  expect(text.match(/^# TYPE \w+ gauge$/gm)).toHaveLength(11)
  expect(text).not.toMatch(/aalders|berends/i)
})

test('a queue that cannot be reached has no numbers, and hides no others', async () => {
  const away = { ...desk, sight: () => Promise.reject(new Error('gone')) }
  const read = await values(away)
  expect(Object.keys(read).some((name) => name.startsWith('koppel_queue_jobs'))).toBe(false)
  expect(read['koppel_mail_planned{study="test"}']).toBe(1)
})

test.each([
  ['the token', TOKEN, `Bearer ${TOKEN}`, 200],
  ['another', TOKEN, `Bearer ${TOKEN.slice(1)}x`, 404],
  ['a part of it', TOKEN, `Bearer ${TOKEN.slice(0, 8)}`, 404],
  ['none', TOKEN, '', 404],
  ['it in another way', TOKEN, `Basic ${TOKEN}`, 404],
  ['nothing where none is set', '', 'Bearer ', 404],
  ['any where none is set', '', 'Bearer undefined', 404],
])('%s opens it or not', async (_, set, header, status) => {
  const app = express()
  const house = {
    environment: { ...environment({}), ...(set && { metricsToken: set }) },
    databases: world.database,
    queue: desk,
  }
  metrics(app, house)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: header ? { Authorization: header } : {} })
  expect(answer.status).toBe(status)
  if (status === 200) expect(answer.headers.get('Content-Type')).toContain('version=0.0.4')
  expect((await answer.text()).includes('koppel_')).toBe(status === 200)
  await new Promise((closed) => server.close(closed))
})
