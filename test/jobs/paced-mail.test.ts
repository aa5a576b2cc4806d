import { afterEach, expect, test, vi } from 'vitest'
import { smtpTransport } from '../../app/mail/smtp'
import { ANY_TIME } from '../../app/protocol/sending'
import { inquire } from '../../app/records/intake/inquire'
import { withdraw } from '../../app/records/withdrawal'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { smtpPeer } from '../mail/smtp-peer'
import { openPost } from './post'
import { mailWorld, minutesAgo } from './world'

const DAY = '2012-03-05'
const NOON = '2012-03-05T11:00:10Z'
const open: { close: () => Promise<void> | void }[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const one of open.splice(0).reverse()) await one.close()
})

const clockAt = (instant: string) => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  vi.stubEnv('KOPPEL_NOW', instant)
}

test('two senders at once keep to one pace a domain; to be deferred is no try', async () => {
  clockAt(NOON)
  const post = await openPost(2)
  open.push(post)
  for (let n = 0; n < 12; n++) await post.asked(`Client${n}`, `Supervisor${n}`, DAY)
  const { study, vault } = post.world.database
  const pace = { perMinute: 5 }
  await Promise.all([post.send(DAY, pace), post.send(DAY, pace)])
  expect(post.arrived).toHaveLength(5)
  const waiting = await study.mailEnvelope.findMany({ where: { state: 'planned' } })
  expect(waiting).toHaveLength(7)
  expect(waiting.every(({ attempts, retryAt }) => attempts === 0 && retryAt && retryAt > new Date(NOON))).toBe(true)
  expect(await post.send(DAY, pace)).toMatchObject({ sent: 0 })

  clockAt('2012-03-05T11:01:00Z')
  await Promise.all([post.send(DAY, pace), post.send(DAY, pace)])
  expect(post.arrived.length).toBeLessThanOrEqual(10)
  for (const minute of ['02', '03', '04', '05']) {
    clockAt(`2012-03-05T11:${minute}:00Z`)
    await post.send(DAY, pace)
  }
  expect(new Set(post.arrived.map(({ to }) => to[0])).size).toBe(12)
  expect(post.arrived).toHaveLength(12)
  const kept = await vault.$queryRaw<{ rows: number; hours: number }[]>`
    SELECT count(*)::int AS rows, count(DISTINCT domain_hash)::int AS hours FROM identity.mail_pace`
  expect(kept).toEqual([{ rows: expect.any(Number), hours: 1 }])
  clockAt('2012-03-05T14:00:00Z')
  await post.asked('Last', 'Supervisor99', DAY)
  await post.send(DAY, pace)
  expect(await vault.$queryRaw`SELECT count(*)::int AS rows FROM identity.mail_pace`).toEqual([{ rows: 1 }])
}, 60_000)

test('one domain that is full keeps no other waiting', async () => {
  clockAt(NOON)
  const post = await openPost(1)
  open.push(post)
  for (let n = 0; n < 6; n++) await post.asked(`Client${n}`, `Supervisor${n}`, DAY)
  const { vault, keys } = post.world.database
  // the last two have their mail elsewhere
  const rows = await vault.supervisorIdentity.findMany({ orderBy: { id: 'asc' } })
  for (const { id } of rows.slice(4)) {
    const email = keys.seal(`${id}@elsewhere.example`, `supervisor.email:${id}`)
    await vault.supervisorIdentity.update({ where: { id }, data: { email } })
  }
  await post.send(DAY, { perMinute: 2 })
  const domains = post.arrived.map(({ to }) => to[0]?.split('@')[1])
  expect(domains.sort()).toEqual([
    'elsewhere.example',
    'elsewhere.example',
    'reclassering.example',
    'reclassering.example',
  ])
})

test('within the hours mail leaves, outside them nothing is claimed', async () => {
  const post = await openPost()
  open.push(post)
  await post.asked('Aalders', 'Berends', DAY)
  const office = { hours: { from: 7 * 60, until: 19 * 60 }, workingDays: true }
  for (const early of ['2012-03-05T05:59:00Z', '2012-03-05T18:00:00Z']) {
    clockAt(early)
    expect(await post.send(DAY, office)).toMatchObject({ sent: 0 })
    expect(await post.envelopes()).toEqual([['planned', null, DAY]])
  }
  clockAt('2012-03-05T17:59:00Z')
  expect(await post.send(DAY, office)).toMatchObject({ sent: 1 })
})

test('several are on their way at once, over as many connections; what was withdrawn while it was claimed does not leave', async () => {
  const world = await mailWorld()
  const asked: { clientId: string }[] = []
  for (let n = 0; n < 6; n++) {
    const ids = await world.client(`Client${n}`, `Supervisor${n}`, DAY)
    expect(await inquire(world.database.study, world.on(DAY), ids.registrationId)).toMatchObject({ ok: true })
    asked.push(ids)
  }
  const held: (() => void)[] = []
  let holding = true
  const peer = await smtpPeer({
    onRcptTo: (_, __, answer) => {
      if (holding) held.push(() => answer(null))
      else answer(null)
    },
  })
  const transport = smtpTransport(peer.url, 'onderzoek@koppel.example', 3)
  open.push(peer, { close: () => transport.close?.() })
  const sending = sendWaitingMail(world.desk(transport, { ...ANY_TIME, lanes: 3 }), world.on(DAY))
  await vi.waitUntil(() => held.length === 3, { timeout: 20_000, interval: 20 })
  // all six are claimed: three on their way, three behind them
  expect(await world.database.study.mailEnvelope.count({ where: { state: 'sending' } })).toBe(6)
  for (const { clientId } of asked.slice(3))
    expect(await withdraw(world.database.study, world.on(DAY), { clientId, collected: 'keep' })).toMatchObject({
      ok: true,
    })
  holding = false
  for (const answer of held) answer()
  expect(await sending).toMatchObject({ sent: 3 })
  expect(peer.arrived).toHaveLength(3)
  expect(await world.database.study.mailEnvelope.count({ where: { state: 'cancelled', attempts: 0 } })).toBe(3)
})

test('what waited behind a slow server for longer than a claim lasts is sent by whoever took it over, and once', async () => {
  const post = await openPost()
  open.push(post)
  for (let n = 0; n < 2; n++) await post.asked(`Client${n}`, `Supervisor${n}`, DAY)
  const { study } = post.world.database
  const held: (() => void)[] = []
  let holding = true
  const peer = await smtpPeer({
    onRcptTo: (_, __, answer) => {
      if (holding) held.push(() => answer(null))
      else answer(null)
    },
  })
  const [slow, other] = [1, 2].map(() => smtpTransport(peer.url, 'onderzoek@koppel.example'))
  if (!slow || !other) throw new Error('no transports')
  open.push(peer, { close: () => slow.close?.() }, { close: () => other.close?.() })
  const send = (by: typeof slow) => sendWaitingMail(post.world.desk(by), post.world.on(DAY))
  const first = send(slow)
  await vi.waitUntil(() => held.length === 1, { timeout: 20_000, interval: 20 })
  await study.mailEnvelope.updateMany({ where: { state: 'sending' }, data: { claimedAt: minutesAgo(11) } })
  held.shift()?.()
  await vi.waitUntil(() => held.length === 1, { timeout: 20_000, interval: 20 })
  holding = false
  // the second is on its way now: its claim is as old as that
  expect(await send(other)).toMatchObject({ sent: 0 })
  held.shift()?.()
  expect(await first).toMatchObject({ sent: 2 })
  expect(peer.arrived).toHaveLength(2)
})
