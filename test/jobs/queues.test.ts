import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test, vi } from 'vitest'
import { beginRotation, rotating } from '../../app/identity/rotation'
import { smtpTransport } from '../../app/mail/smtp'
import { suppressed } from '../../app/mail/transport'
import { systemToday } from '../../app/platform/clock'
import { ZONE } from '../../app/protocol/day'
import { inquire } from '../../app/records/intake/inquire'
import { openQueue, openWorker, type QueueConnection, ringForClock, type WorkQueue } from '../../jobs/queues'
import { restoreTimetable, timetable } from '../../jobs/timetable'
import { type RunningWorker, startWorker } from '../../jobs/worker'
import { no, type SmtpPeer, smtpPeer } from '../mail/smtp-peer'
import { needs } from '../require'
import { redisServer, type TestRedis } from './redis'
import type { WorkerProcess } from './worker-process'
import { addressFor, mailWorld, minutesAgo, type World } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // several of these fail on purpose
})

const program = needs('redis-server')
const today = systemToday()

/** Waits for something to become true; the test's time-out ends it otherwise. */
async function until(condition: () => unknown): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe.each(program ? (['postgres', 'redis'] as const) : (['postgres'] as const))('on %s', (backend) => {
  let world: World
  let redis: TestRedis | undefined
  let connection: QueueConnection
  let queue: WorkQueue
  const running: (RunningWorker | { close: () => Promise<void> })[] = []
  const children: ChildProcess[] = []

  beforeAll(async () => {
    world = await mailWorld()
    redis = backend === 'redis' && program ? await redisServer(program) : undefined
    connection = { jobsUrl: world.database.jobsUrl, redisUrl: redis?.url }
    queue = openQueue(connection)
  })
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    for (const one of running.splice(0).reverse()) await one.close()
    for (const { key } of await queue.queue.getJobSchedulers()) await queue.queue.removeJobScheduler(key)
    await queue.queue.drain(true)
  })
  afterAll(async () => {
    await queue.close()
    await redis?.stop()
  })

  const peerFor = async (answers?: Parameters<typeof smtpPeer>[0]): Promise<SmtpPeer> => {
    const peer = await smtpPeer(answers)
    running.push(peer)
    return peer
  }
  const work = async (peer: SmtpPeer) => {
    const transport = smtpTransport(peer.url, 'onderzoek@koppel.example')
    const worker = await startWorker(world.desk(transport), connection, { lockDuration: 2_000, stalledInterval: 500 })
    running.push(worker)
    return worker
  }
  const asked = async (name: string, supervisor: string) => {
    const { registrationId } = await world.client(name, supervisor, today)
    expect(await inquire(world.database.study, world.on(today), registrationId)).toMatchObject({ ok: true })
  }

  test('a change of key that nobody goes on with is taken up by the minute, and ends', async () => {
    const { vault } = world.desk(suppressed)
    await world.client(`Sleutel-${backend}`, 'Prins', today)
    await beginRotation(vault, 'system')
    expect(await rotating(vault)).toBe(true)
    await work(await peerFor())
    await queue.enqueue('minute', {})
    await until(async () => !(await rotating(vault)))
  })

  test('asking is typed: a known name, and ids only', async () => {
    expectTypeOf(queue.enqueue<'advance-clock'>)
      .parameter(1)
      .toEqualTypeOf<{ readonly studyId: string }>()
    // @ts-expect-error there is no such job
    const wrong = () => queue.enqueue('send-everything', {})
    // @ts-expect-error the clock of which study?
    const incomplete = () => queue.enqueue('advance-clock', {})
    expect([wrong, incomplete]).toHaveLength(2)
    await queue.enqueue('minute', {})
    expect((await queue.queue.getWaiting()).map(({ name, data }) => [name, data])).toEqual([['minute', {}]])
  })

  test('a clock is asked to move once, however often; when that is done it can be asked again', async () => {
    for (let n = 0; n < 3; n++) await ringForClock(queue, world.study.id)
    expect(await queue.queue.getWaitingCount()).toBe(1)
    const done: string[] = []
    const worker = openWorker(connection, async (job) => void done.push(job.name))
    running.push(worker)
    await until(() => done.length === 1)
    await until(async () => (await queue.queue.getJobCounts()).active === 0)
    await ringForClock(queue, world.study.id)
    await until(() => done.length === 2)
  })

  test("the timetable stands in the study's zone, and is put there once", async () => {
    expect(await restoreTimetable(queue)).toEqual(Object.keys(timetable))
    expect(await restoreTimetable(queue)).toEqual([])
    const standing = await queue.queue.getJobSchedulers()
    expect(standing.map(({ key, pattern, tz }) => [key, pattern, tz]).sort()).toEqual([
      ['backup', '30 1 * * *', 'Europe/Amsterdam'],
      ['daily-sweep', '0 6 * * *', 'Europe/Amsterdam'],
      ['minute', '* * * * *', 'Europe/Amsterdam'],
      ['non-response', '20 * * * *', 'Europe/Amsterdam'],
      ['read-bounces', '*/10 * * * *', 'Europe/Amsterdam'],
      ['recompute-work', '0 4 * * *', 'Europe/Amsterdam'],
      ['restore-drill', '0 5 * * 0', 'Europe/Amsterdam'],
      ['retention', '30 3 * * *', 'Europe/Amsterdam'],
      ['seal-audit', '*/20 * * * * *', 'Europe/Amsterdam'],
    ])
    const sweep = standing.find(({ key }) => key === 'daily-sweep')
    const wall = new Date(sweep?.next ?? 0).toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' })
    expect(wall).toBe('06:00:00')
    expect(await queue.queue.getDelayedCount()).toBe(Object.keys(timetable).length)
  })

  test.each([
    ['daily-sweep', '2028-03-25T12:00Z', '2028-03-26T04:00Z', 'the morning on which summer time began'],
    ['daily-sweep', '2028-03-24T12:00Z', '2028-03-25T05:00Z', 'the day before'],
    ['daily-sweep', '2028-10-28T12:00Z', '2028-10-29T05:00Z', 'the morning on which it ended'],
    ['non-response', '2028-03-26T00:30Z', '2028-03-26T01:20Z', 'the hour that the clocks skip'],
    ['non-response', '2028-10-29T00:30Z', '2028-10-29T01:20Z', 'the hour that comes twice'],
    ['minute', '2028-03-26T00:59:30Z', '2028-03-26T01:00Z', 'the minute of the change'],
  ] as const)('%s after %s comes at %s: %s', async (name, after, expected, _when) => {
    const { pattern } = timetable[name]
    await queue.queue.upsertJobScheduler('then', { pattern, tz: ZONE, startDate: new Date(after) }, { name: 'minute' })
    const next = (await queue.queue.getJobScheduler('then'))?.next
    expect(new Date(next ?? 0).toISOString()).toBe(new Date(expected).toISOString())
  })

  test('a standing timetable is left alone, even by a restart in the second that it fires', async () => {
    await restoreTimetable(queue)
    const before = (await queue.queue.getDelayed()).map(({ id }) => id).sort()
    for (let n = 0; n < 5; n++) await restoreTimetable(queue)
    expect((await queue.queue.getDelayed()).map(({ id }) => id).sort()).toEqual(before)
  })

  test('an entry that lost its next job, or was written by another version, is put right', async () => {
    await restoreTimetable(queue)
    await queue.queue.drain(true)
    for (const job of await queue.queue.getDelayed()) await job.remove().catch(() => {})
    await queue.queue.upsertJobScheduler('minute', { pattern: '0 0 * * *', tz: 'UTC' }, { name: 'minute' })
    expect(await restoreTimetable(queue)).toContain('minute')
    expect(await queue.queue.getJobScheduler('minute')).toMatchObject({ pattern: '* * * * *', tz: 'Europe/Amsterdam' })
  })

  test('the minute job sends what waits, and the worker closes without losing anything', async () => {
    await asked('Aalders', 'Berends')
    const peer = await peerFor()
    const worker = await work(peer)
    await queue.enqueue('minute', {})
    await until(() => peer.arrived.length === 1)
    expect(peer.arrived[0]?.to).toEqual([addressFor('Berends')])
    await worker.close()
    expect(await queue.queue.getJobCounts('active', 'failed')).toEqual({ active: 0, failed: 0 })
  })

  test('a job of another version fails and stays to be looked at', async () => {
    await work(await peerFor())
    await queue.queue.add('of-the-future', {})
    await until(async () => (await queue.queue.getFailed()).length === 1)
    const [failed] = await queue.queue.getFailed()
    expect(failed?.failedReason).toContain('of-the-future')
    await failed?.remove()
  })

  test("a killed worker's job is taken over, and the message in its hands is not lost", async () => {
    await asked('Cornelis', 'Dekker')
    const stuck = await peerFor({ onRcptTo: () => {} })
    const parameters: WorkerProcess = {
      urls: world.database.urls,
      secret: world.database.secret,
      home: world.database.home,
      smtpUrl: stuck.url,
      queue: connection,
    }
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/jobs/worker-process.ts'], {
      env: { ...process.env, WORKER: JSON.stringify(parameters) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    await new Promise((ready) => child.stdout?.once('data', ready))
    await queue.enqueue('minute', {})
    const sending = () => world.database.study.mailEnvelope.findFirst({ where: { state: 'sending' } })
    await until(sending)
    const claimed = await sending()
    const [held] = await queue.queue.getActive()
    child.kill('SIGKILL')
    await new Promise((exit) => child.once('exit', exit))

    // the ledger gives a sender ten minutes
    await world.database.study.mailEnvelope.updateMany({
      where: { state: 'sending' },
      data: { claimedAt: minutesAgo(11) },
    })
    const peer = await peerFor()
    await work(peer)
    await until(() => peer.arrived.length === 1)
    expect(peer.arrived[0]?.mail.messageId).toBe(`<${claimed?.messageId}@koppel.example>`)
    await until(async () => !(await queue.queue.getJob(held?.id ?? '')))
    expect(await queue.queue.getFailedCount()).toBe(0)
  })

  test('a failing minute is logged and the next one goes on', async () => {
    await asked('Evers', 'Faber')
    let first = true
    const peer = await peerFor({
      onRcptTo: (_, __, callback) => {
        callback(first ? no(554, '5.7.1 sender not allowed') : null)
        first = false
      },
    })
    await work(peer)
    await queue.enqueue('minute', {})
    await until(async () => (await queue.queue.getFailedCount()) > 0)
    // the pause after a refusal has passed
    await world.database.study.mailEnvelope.updateMany({
      where: { reason: 'stopped' },
      data: { claimedAt: minutesAgo(2), retryAt: null },
    })
    await queue.enqueue('minute', {})
    await until(() => peer.arrived.length === 1)
    for (const job of await queue.queue.getFailed()) await job.remove()
  })

  test('a timetable that was lost comes back from a running worker', async () => {
    const transport = smtpTransport((await peerFor()).url, 'onderzoek@koppel.example')
    const worker = await startWorker(world.desk(transport), connection, { timetableEveryMs: 100 })
    running.push(worker)
    expect(await queue.queue.getJobSchedulersCount()).toBe(Object.keys(timetable).length)
    if (redis) await redis.flush()
    else for (const name of Object.keys(timetable)) await queue.queue.removeJobScheduler(name)
    await until(async () => (await queue.queue.getJobSchedulersCount()) === Object.keys(timetable).length)
    expect(await queue.queue.getDelayedCount()).toBe(Object.keys(timetable).length)
  })
})
