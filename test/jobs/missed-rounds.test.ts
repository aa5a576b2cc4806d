import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { addDays, type Day, day, dayAt } from '../../app/protocol/day'
import { noteRun } from '../../app/records/running/runs'
import { openQueue, openWorker, type QueueConnection, type WorkQueue } from '../../jobs/queues'
import { ringMissed, timetable } from '../../jobs/timetable'
import { startWorker } from '../../jobs/worker'
import { needs } from '../require'
import { redisServer, type TestRedis } from './redis'
import { mailWorld, type World } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // jobs fail on purpose
})

const program = needs('redis-server')

/** Waits for something to become true; the test's time-out ends it otherwise. */
async function until(condition: () => unknown): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe.each(program ? (['postgres', 'redis'] as const) : (['postgres'] as const))(
  'what today should have had, on %s',
  (backend) => {
    let world: World
    let redis: TestRedis | undefined
    let connection: QueueConnection
    let queue: WorkQueue
    const running: { close: () => Promise<void> }[] = []

    beforeAll(async () => {
      world = await mailWorld()
      redis = backend === 'redis' && program ? await redisServer(program) : undefined
      connection = { jobsUrl: world.database.jobsUrl, redisUrl: redis?.url }
      queue = openQueue(connection)
    })
    afterAll(async () => {
      await queue.close()
      await redis?.stop()
    })

    // by an Amsterdam wall two hours ahead, years after the study began
    const WEDNESDAY = day('2035-08-15')
    const at = (time: string) => {
      process.env.KOPPEL_NOW = `${WEDNESDAY}T${time}:00Z`
    }
    const rung = async () => (await ringMissed(queue, world.database.study)).sort()
    const ran = async (today: Day, names: readonly string[]) => {
      for (const name of names) await noteRun(world.database.study, { study: world.study, today }, name)
    }
    const waiting = async () => (await queue.queue.getWaiting()).map(({ name }) => name).sort()
    beforeEach(async () => {
      process.env.KOPPEL_MODE = 'test'
      await ran(addDays(WEDNESDAY, -1), Object.keys(timetable))
      for (const job of await queue.queue.getFailed()) await job.remove()
    })
    afterEach(async () => {
      for (const one of running.splice(0).reverse()) await one.close()
      for (const { key } of await queue.queue.getJobSchedulers()) await queue.queue.removeJobScheduler(key)
      await queue.queue.drain(true)
      delete process.env.KOPPEL_NOW
      delete process.env.KOPPEL_MODE
    })

    test('is asked for when its time is past, once, and again when the queue was emptied', async () => {
      at('01:34') // 03:34
      expect(await rung()).toEqual(['non-response'])
      at('04:04') // 06:04
      expect(await rung()).toEqual(['recompute-work', 'retention'])
      at('04:05')
      expect(await rung()).toEqual(['daily-sweep'])
      const all = ['daily-sweep', 'non-response', 'recompute-work', 'retention']
      for (let n = 0; n < 3; n++) expect(await rung()).toEqual([])
      expect(await waiting()).toEqual(all)
      if (redis) await redis.flush()
      else await queue.queue.drain()
      expect(await waiting()).toEqual([])
      expect(await rung()).toEqual(all)
    })

    test('is not when it was done, waits or is tried again', async () => {
      at('10:00')
      await ran(WEDNESDAY, Object.keys(timetable))
      expect(await rung()).toEqual([])
      await ran(addDays(WEDNESDAY, -1), ['daily-sweep'])
      await queue.enqueue('daily-sweep', {})
      expect(await rung()).toEqual([])
      await queue.queue.drain()
      const failing = openWorker(connection, async () => Promise.reject(new Error('not now')))
      running.push(failing)
      await queue.queue.add('daily-sweep', {}, { attempts: 2, backoff: { type: 'fixed', delay: 60_000 } })
      await until(async () => (await queue.queue.getDelayedCount()) === 1)
      expect(await rung()).toEqual([])
      await failing.close()
      await queue.queue.drain(true)
      expect(await rung()).toEqual(['daily-sweep'])
    })

    test('one that fails stays to be looked at, and is not asked for again', async () => {
      at('04:10')
      await ran(
        WEDNESDAY,
        Object.keys(timetable).filter((name) => name !== 'retention'),
      )
      expect(await rung()).toEqual(['retention'])
      const [job] = await queue.queue.getWaiting()
      expect(job?.opts).toMatchObject({ attempts: timetable.retention.attempts })
      await job?.remove()
      await queue.queue.add('retention', {}, { jobId: `retention-${WEDNESDAY}`, removeOnFail: false })
      running.push(openWorker(connection, async () => Promise.reject(new Error('not now'))))
      await until(async () => (await queue.queue.getFailedCount()) === 1)
      expect(await rung()).toEqual([])
    })

    test('is done by the worker after its job was taken out of the queue', async () => {
      at('10:00')
      running.push(await startWorker(world.desk(suppressed), connection))
      await queue.queue.drain()
      await queue.enqueue('minute', {})
      const done = async () =>
        (await world.database.study.lastRun.findMany({ where: { day: new Date(WEDNESDAY) } })).map(({ job }) => job)
      await until(async () => (await done()).includes('daily-sweep'))
      await until(async () => (await done()).includes('retention'))
    })

    test('is nothing for a study that began today, nor for one whose days are played', async () => {
      const { study } = world.database
      const { createdAt } = await study.study.findUniqueOrThrow({ where: { id: world.study.id } })
      process.env.KOPPEL_NOW = `${dayAt(createdAt)}T20:00:00Z`
      await ran(addDays(dayAt(createdAt), -1), Object.keys(timetable))
      expect(await rung()).toEqual([])
      at('10:00')
      const played = { studyId: world.study.id, today: new Date(WEDNESDAY), target: new Date(WEDNESDAY) }
      await study.clock.create({ data: played })
      expect(await rung()).toEqual([])
    })
  },
)
