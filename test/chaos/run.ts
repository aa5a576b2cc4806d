import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAccount } from '../../app/identity/accounts'
import { suppressed } from '../../app/mail/transport'
import { now } from '../../app/platform/clock'
import { type Day, dayAt, day as dayOf } from '../../app/protocol/day'
import { randomFrom } from '../../app/protocol/instruments/random'
import { ANY_TIME } from '../../app/protocol/sending'
import { createStudy } from '../../app/records/studies'
import { deskOf } from '../../jobs/desk'
import { openQueue, type WorkQueue } from '../../jobs/queues'
import { redisServer } from '../jobs/redis'
import { must } from '../world'
import type { Act } from './acts'
import { castOf, type Stage } from './cast'
import { startCluster } from './cluster'
import { type Crew, crewOf } from './crew'
import { broken, type Evidence, linesIn, type Stretch } from './evidence'
import { happenings } from './happenings'
import { invariants } from './invariants'
import { killings, shaken } from './killings'
import { doneByWorkers, type Left, mayLeave, nobodySends, ringing, standing } from './ledger'
import { startPeer } from './peer'
import type { Plan } from './plan'
import { type Report, report } from './report'

const RUN_DAYS = ['2027-03-27', '2027-03-28', '2027-03-29'].map(dayOf)
const AFTERWARDS = Date.parse('2027-03-29T08:00:00Z')
const HOUR = 3_600_000
/** Whoever was asked in the run is reminded a week later; by then all else has ended. */
const MOST_STRETCHES = 14

/** Lets a study's mail go out through everything that can go wrong, and says what came of it. */
export async function chaos(plan: Plan): Promise<Report> {
  const { say = () => {} } = plan
  const began = performance.now()
  const random = randomFrom(plan.seed)
  const cluster = await startCluster()
  const closing: (() => unknown)[] = [cluster.stop]
  try {
    const redis = plan.backend === 'redis' && plan.redis ? await redisServer(plan.redis) : undefined
    if (redis) closing.push(redis.stop)
    const peer = await startPeer(cluster.home, plan.seed)
    closing.push(peer.stop)
    const connection = { jobsUrl: cluster.jobsUrl, redisUrl: redis?.url }
    const queue = openQueue(connection)
    closing.push(queue.close)
    const code = { code: 'chaos', protocol: 'werkalliantie', name: 'Chaos' }
    const study = await createStudy(cluster.study, { ...code, today: dayOf('2026-07-01'), actor: 'system' })
    const coordinator = { email: 'coordinator@koppel.example', name: 'Coordinator', password: 'a long one 12' }
    must(await createAccount(cluster.vault, { ...coordinator, role: 'coordinator', language: 'nl' }, 'system'))
    const way = { transport: suppressed, sending: ANY_TIME, baseUrl: 'https://koppel.example' }
    const desk = deskOf(cluster, cluster, way)
    const stage: Stage = { desk, study, on: (today) => ({ study, actor: 'system', today }) }
    const players = await castOf(stage, plan.clients, RUN_DAYS)
    const acts: Act[] = []
    const stretches: Stretch[] = []
    const begun = join(cluster.home, 'begun.jsonl')
    writeFileSync(begun, '')
    const givenTo = (name: string) => ({
      urls: cluster.urls,
      secret: cluster.secret,
      keyring: join(cluster.home, 'keys'),
      smtpUrl: peer.urlFor(name),
      queue: connection,
      timetableEveryMs: 5_000,
      name,
      begun,
    })
    const crew: Crew = crewOf(givenTo, join(cluster.home, 'workers.log'), random)
    closing.push(crew.stop)
    say(`${players.length} clients, ready after ${seconds(began)} s`)

    const stretch = async (instant: number, body: (day: Day) => Promise<unknown>) => {
      const day = dayAt(new Date(instant))
      const beganAt = now().getTime()
      crew.start(instant)
      try {
        await body(day)
      } finally {
        await crew.stop()
      }
      // what a killed worker had handed over may still be taken
      await peer.quiet()
      stretches.push({ day, beganAt, endedAt: now().getTime() })
    }
    const { instants } = plan
    for (const [at, instant] of instants.entries()) {
      const upTo = (total: number, parts: number) => Math.floor((total * parts) / instants.length)
      const share = (total: number) => upTo(total, at + 1) - upTo(total, at)
      await stretch(Date.parse(instant), async (day) => {
        const bells = ringing(queue)
        const restarts = alternating(plan.restarts).slice(upTo(plan.restarts, at), upTo(plan.restarts, at + 1))
        const messages = Math.ceil(plan.clients / instants.length)
        await Promise.all([
          killings({ crew, peer, random, count: share(plan.kills), messages, waiting: () => mayLeave(stage, day) }),
          happenings({ stage, players, day, random, acts, count: share(plan.acts) }),
          shaken({ cluster, redis, random, restarts, flushes: share(plan.flushes) }),
        ])
        await bells.stop()
      })
      const sofar = `${peer.count()} accepted, ${acts.length} things happened, ${crew.lives.length} workers`
      say(`${instant}: ${sofar}, after ${seconds(began)} s`)
    }
    const left = await restOfIt({ stage, queue, stretch })
    say(`${peer.count()} accepted in the end, after ${seconds(began)} s`)
    const evidence: Evidence = {
      stage,
      queue,
      players,
      acts,
      lives: crew.lives,
      stretches,
      accepted: peer.record(),
      begun: linesIn(begun),
    }
    const wrong = [...broken('every envelope comes to an end', left), ...(await invariants(evidence))]
    const shakes = { restarts: plan.restarts, flushes: redis ? plan.flushes : 0, trouble: peer.trouble }
    return await report(plan, evidence, { ...shakes, wrong, seconds: Number(seconds(began)) })
  } finally {
    for (const close of closing.reverse()) await close()
  }
}

const alternating = (count: number) =>
  Array.from({ length: count }, (_, turn) => (turn % 2 === 0 ? ('immediate' as const) : ('fast' as const)))

type Rest = {
  readonly stage: Stage
  readonly queue: WorkQueue
  readonly stretch: (instant: number, body: () => Promise<unknown>) => Promise<void>
}

/**
 * Nobody is killed any more but for the clock's sake: what was left in the middle is taken up, hours or days later. The last
 * stretch comes when nothing is left: nothing may be sent in it, and the queue still works. Gives what never ended.
 */
async function restOfIt({ stage, queue, stretch }: Rest): Promise<Left[]> {
  for (let turn = 0; turn < MOST_STRETCHES; turn++) {
    const instant = AFTERWARDS + (turn < 3 ? turn * HOUR : (turn - 2) * 24 * HOUR)
    let before: Left[] = []
    await stretch(instant, async () => {
      before = await standing(stage)
      for (const name of ['daily-sweep', 'non-response', 'minute', 'send-mail'] as const)
        await doneByWorkers(queue, name)
      await nobodySends(queue)
    })
    const left = await standing(stage)
    if (before.length === 0 && left.length === 0) return []
  }
  return standing(stage)
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
