import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { smtpTransport } from '../../app/mail/smtp'
import { systemToday } from '../../app/platform/clock'
import { inquire } from '../../app/records/intake/inquire'
import { withdraw } from '../../app/records/withdrawal'
import { openQueue } from '../../jobs/queues'
import { type RunningWorker, startWorker } from '../../jobs/worker'
import { type SmtpPeer, smtpPeer } from '../mail/smtp-peer'
import { addressFor, type Ids, mailWorld } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent'
})

const world = await mailWorld()
const { study } = world.database
const today = systemToday()
const connection = { jobsUrl: world.database.jobsUrl }
const queue = openQueue(connection)
const running: (RunningWorker | SmtpPeer)[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.close()
})
afterAll(() => queue.close())

async function until(condition: () => unknown): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** A worker that runs, and a mail server that holds the first message in its hands until it is let go. */
async function sending() {
  const held: (() => void)[] = []
  let first = true
  const peer = await smtpPeer({
    onRcptTo: (_, __, answer) => {
      if (first) held.push(() => answer(null))
      else answer(null)
      first = false
    },
  })
  running.push(peer)
  const desk = world.desk(smtpTransport(peer.url, 'onderzoek@koppel.example'))
  running.push(await startWorker(desk, connection, { lockDuration: 2_000, stalledInterval: 500 }))
  return { peer, held }
}

test('mail that a running worker has not handed to the server yet does not leave about a client who withdraws meanwhile', async () => {
  const asked: Ids[] = []
  for (const [client, supervisor] of [
    ['Aalders', 'Berends'],
    ['Cornelis', 'Dekker'],
    ['Evers', 'Faber'],
  ] as const) {
    const ids = await world.client(client, supervisor, today)
    expect(await inquire(study, world.on(today), ids.registrationId)).toMatchObject({ ok: true })
    asked.push(ids)
  }
  const { peer, held } = await sending()
  await queue.enqueue('minute', {})
  await until(() => held.length === 1)
  // one message is on its way, two are claimed by the same job and wait behind it
  const claimed = await study.mailEnvelope.findMany({ where: { state: 'sending' }, orderBy: { id: 'asc' } })
  expect(claimed).toHaveLength(3)
  const sentNow = claimed[0]
  const waiting = asked.filter(({ supervisorId }) => supervisorId !== sentNow?.supervisorId)
  const leaves = waiting[0] as Ids
  expect(await withdraw(study, world.on(today), { clientId: leaves.clientId, collected: 'keep' })).toMatchObject({
    ok: true,
  })
  held[0]?.()
  await until(async () => (await study.mailEnvelope.count({ where: { state: { in: ['planned', 'sending'] } } })) === 0)
  const { registrationId } = leaves
  expect(await study.mailLine.findMany({ where: { registrationId } })).toMatchObject([
    { state: 'cancelled', reason: 'withdrawn' },
  ])
  expect(await study.mailEnvelope.findMany({ where: { supervisorId: leaves.supervisorId } })).toMatchObject([
    { state: 'cancelled', attempts: 0, sentAt: null },
  ])
  const { supervisorId: theirs } = leaves
  const supervisors = ['Berends', 'Dekker', 'Faber'] as const
  const others = supervisors.filter((_, place) => asked[place]?.supervisorId !== theirs).map(addressFor)
  expect(peer.arrived.flatMap(({ to }) => to).sort()).toEqual(others)
})
