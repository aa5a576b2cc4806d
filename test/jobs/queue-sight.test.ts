import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { words } from '../../app/i18n/catalogue'
import { deskAt } from '../../jobs/queue-sight'
import { openQueue, openWorker, type QueueConnection, type WorkQueue } from '../../jobs/queues'
import { restoreTimetable, timetable } from '../../jobs/timetable'
import { freshDatabase } from '../database'
import { needs } from '../require'
import { redisServer, type TestRedis } from './redis'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // jobs fail on purpose
})

const program = needs('redis-server')

test('every recurring job has a name on the page', () => {
  expect(Object.keys(words.jobNames)).toEqual(expect.arrayContaining(Object.keys(timetable)))
})

describe.each(program ? (['postgres', 'redis'] as const) : (['postgres'] as const))('on %s', (backend) => {
  let redis: TestRedis | undefined
  let connection: QueueConnection
  let queue: WorkQueue
  const workers: { close: () => Promise<void> }[] = []

  beforeAll(async () => {
    const database = await freshDatabase()
    redis = backend === 'redis' && program ? await redisServer(program) : undefined
    connection = { jobsUrl: database.jobsUrl, redisUrl: redis?.url }
    queue = openQueue(connection)
  })
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.close()
    for (const { key } of await queue.queue.getJobSchedulers()) await queue.queue.removeJobScheduler(key)
    await queue.queue.drain(true)
  })
  afterAll(async () => {
    await queue.close()
    await redis?.stop()
  })
  const look = () => deskAt(queue).sight()

  test('an empty queue is all noughts', async () => {
    expect(await look()).toEqual({
      counts: { waiting: 0, active: 0, delayed: 0, failed: 0 },
      failed: [],
      active: [],
      timetable: [],
    })
  })

  test('the timetable is seen with the next turn of each', async () => {
    await restoreTimetable(queue)
    const seen = await look()
    expect(seen.timetable.map(({ name }) => name)).toEqual(Object.keys(timetable).sort())
    expect(seen.timetable.every(({ next }) => next instanceof Date)).toBe(true)
    expect(seen.counts.delayed).toBe(Object.keys(timetable).length)
  })

  test('a job that failed is seen without the value that it quotes, and runs again when asked', async () => {
    let broken = true
    const ran: string[] = []
    const worker = openWorker(connection, async (job) => {
      ran.push(job.name)
      if (broken) throw new Error('cannot write "Aalders" <aalders@reclassering.example>')
    })
    workers.push(worker)
    await queue.enqueue('daily-sweep', {})
    await expect.poll(async () => (await look()).counts.failed).toBe(1)
    const [failed] = (await look()).failed
    expect(failed).toMatchObject({ name: 'daily-sweep', failedAt: expect.any(Date) })
    expect(failed?.reason).toBe('cannot write "…" <…>')
    broken = false
    expect(await deskAt(queue).retry(failed?.id ?? '')).toBe(true)
    await expect.poll(() => ran.length).toBe(2)
    await expect.poll(async () => (await look()).counts).toMatchObject({ failed: 0, active: 0, waiting: 0 })
    // it is gone now, and one that waits or never was is none that failed
    expect(await deskAt(queue).retry(failed?.id ?? '')).toBe(false)
    expect(await deskAt(queue).retry('no-such-job')).toBe(false)
  })

  test('a job at work is seen', async () => {
    let end = () => {}
    const held = new Promise<void>((resolve) => {
      end = resolve
    })
    workers.push(openWorker(connection, () => held))
    await queue.enqueue('reseal', {}, 'reseal')
    await expect.poll(async () => (await look()).active).toMatchObject([{ name: 'reseal', since: expect.any(Date) }])
    end()
    await expect.poll(async () => (await look()).counts.active).toBe(0)
  })

  test('draining takes what waits and leaves the timetable', async () => {
    await restoreTimetable(queue)
    for (let n = 0; n < 3; n++) await queue.enqueue('send-codes', {})
    expect(await deskAt(queue).drain()).toBe(3)
    expect((await look()).counts).toMatchObject({ waiting: 0, delayed: Object.keys(timetable).length })
    expect(await restoreTimetable(queue)).toEqual([])
    expect(await deskAt(queue).drain()).toBe(0)
  })
})
