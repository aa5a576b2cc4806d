import { afterEach, beforeEach, expect, test } from 'vitest'
import { smtpTransport } from '../../app/mail/smtp'
import { suppressed, type Transport } from '../../app/mail/transport'
import { linkKeyOf, readPersonalLink } from '../../app/platform/personal-link'
import { day } from '../../app/protocol/day'
import { done } from '../../app/protocol/refusal'
import { change } from '../../app/records/change'
import { declineAltogether } from '../../app/records/declining'
import { inquire } from '../../app/records/intake/inquire'
import { recordReply } from '../../app/records/intake/reply'
import { claimMail } from '../../app/records/ledger/dispatch'
import { planMail } from '../../app/records/ledger/plan'
import { NO_MAIL } from '../../app/records/ledger/settle'
import { withdraw } from '../../app/records/withdrawal'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { no, type SmtpPeer, smtpPeer } from '../mail/smtp-peer'
import { addressFor, BASE, type Ids, mailWorld, minutesAgo, type World } from './world'

const DAY = '2012-03-05'
const NEXT = '2012-03-06'

let world: World
let peer: SmtpPeer
let transport: Transport
/** What the peer answers to the next recipients; when empty it takes them. */
let refusals: Error[]

beforeEach(async () => {
  refusals = []
  world = await mailWorld()
  peer = await smtpPeer({ onRcptTo: (_, __, callback) => callback(refusals.shift() ?? null) })
  transport = smtpTransport(peer.url, 'onderzoek@koppel.example')
})
afterEach(async () => {
  transport.close?.()
  await peer.close()
})

const send = (today = DAY, by = transport) => sendWaitingMail(world.desk(by), world.on(today))
const asked = async (name: string, supervisor: string, today = DAY): Promise<Ids> => {
  const ids = await world.client(name, supervisor, today)
  expect(await inquire(world.database.study, world.on(today), ids.registrationId)).toMatchObject({ ok: true })
  return ids
}
const envelopes = () => world.database.study.mailEnvelope.findMany({ orderBy: { id: 'asc' } })
const lines = () => world.database.study.mailLine.findMany({ orderBy: { id: 'asc' } })
const remind = (ids: Ids, round: number, today = DAY) =>
  change(world.database.study, world.on(today), { verb: 'remind', subject: 'registration' }, async (tx) =>
    done(await planMail(tx, world.on(today), { ...ids, wave: 'intake', kind: 'inquiry_reminder', round })),
  )

test('what was planned arrives, with pseudonym and personal link and no name or number of a client', async () => {
  const ids = await asked('Aalders', 'Berends')
  expect(await send()).toEqual({ ...NO_MAIL, sent: 1 })
  const [one] = peer.arrived
  const client = await world.database.study.client.findUniqueOrThrow({ where: { id: ids.clientId } })
  expect(one?.to).toEqual([addressFor('Berends')])
  expect(one?.mail.text).toContain(client.pseudonym)
  expect(one?.raw).not.toMatch(/Aalders|C-Aalders|T-Aalders/)
  const token = one?.mail.text?.match(/\/answer\/(\S+)/)?.[1] ?? ''
  const inquiry = await world.database.study.inquiry.findFirstOrThrow()
  expect(one?.mail.text).toContain(`${BASE}/answer/${token}`)
  expect(readPersonalLink(linkKeyOf(world.database.secret), token)).toEqual({
    kind: 'inquiry',
    id: inquiry.id,
    issue: 1,
  })
  expect(await envelopes()).toMatchObject([{ state: 'sent', attempts: 1, sentAt: expect.any(Date) }])
  expect(await lines()).toMatchObject([{ state: 'sent', reason: null }])
})

test('the ledger and the audit hold no address, even when the server repeats it', async () => {
  await asked('Aalders', 'Berends')
  refusals = [no(550, `5.1.1 <${addressFor('Berends')}>: no such user`)]
  await send()
  const held = JSON.stringify([await envelopes(), await lines(), await audit()])
  expect(held).toContain('no such user')
  expect(held).not.toContain('@')
  expect(held).not.toContain('Berends')
})
const audit = () =>
  world.database.study.auditEntry.findMany({ select: { verb: true, subject: true, subjectId: true, details: true } })

test('one message a day lists all that is asked of a supervisor; each supervisor has their own', async () => {
  await asked('Aalders', 'Berends')
  await asked('Cornelis', 'Berends')
  await asked('Dekker', 'Evers')
  expect(await send()).toMatchObject({ sent: 2 })
  expect(peer.arrived.map(({ to }) => to[0]).sort()).toEqual([addressFor('Berends'), addressFor('Evers')])
  const both = peer.arrived.find(({ to }) => to[0] === addressFor('Berends'))
  expect(both?.mail.text?.match(/\/answer\//g)).toHaveLength(2)
  expect(both?.mail.subject).toBe('Wij vragen 2 dingen over uw cliënten')
})

test("what comes up after the day's message left waits for the next day", async () => {
  await asked('Aalders', 'Berends')
  await send()
  await asked('Cornelis', 'Berends')
  await asked('Dekker', 'Berends')
  expect(await send()).toMatchObject({ sent: 0 })
  expect(peer.arrived).toHaveLength(1)
  expect(await send(NEXT)).toMatchObject({ sent: 1 })
  expect(peer.arrived[1]?.mail.text?.match(/\/answer\//g)).toHaveLength(2)
})

test('a line is never planned twice', async () => {
  const ids = await asked('Aalders', 'Berends')
  expect(await remind(ids, 1)).toEqual({ ok: true, value: true })
  expect(await remind(ids, 1)).toEqual({ ok: true, value: false })
  expect(await lines()).toHaveLength(2)
  await send()
  expect(await remind(ids, 1, NEXT)).toEqual({ ok: true, value: false })
})

test('twenty at once put their lines into one envelope', async () => {
  const clients: Ids[] = []
  for (let n = 0; n < 20; n++) clients.push(await world.client(`Client${n}`, 'Berends', DAY))
  const results = await Promise.all(
    clients.map(({ registrationId }) => inquire(world.database.study, world.on(DAY), registrationId)),
  )
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(await envelopes()).toHaveLength(1)
  expect(await lines()).toHaveLength(20)
})

test('answered in the meantime: that line is left out with its reason, the other goes', async () => {
  const one = await asked('Aalders', 'Berends')
  await asked('Cornelis', 'Berends')
  const answered = await recordReply(world.database.study, world.on(DAY), {
    registrationId: one.registrationId,
    repliedOn: day(DAY),
    isSupervisor: false,
    contacts: null,
    nextContactOn: null,
    reason: null,
  })
  expect(answered).toMatchObject({ ok: true })
  expect(await send()).toMatchObject({ sent: 1 })
  expect(peer.arrived[0]?.mail.text?.match(/\/answer\//g)).toHaveLength(1)
  expect((await lines()).map(({ state, reason }) => [state, reason])).toEqual([
    ['cancelled', 'replied'],
    ['sent', null],
  ])
})

test('answered between the claim of the day and the next try: the re-check sees it, whoever forgot to cancel', async () => {
  await asked('Aalders', 'Berends')
  await world.database.study.inquiry.updateMany({ data: { repliedOn: new Date(DAY) } })
  expect(await send()).toEqual(NO_MAIL)
  expect(peer.arrived).toHaveLength(0)
  expect(await envelopes()).toMatchObject([{ state: 'cancelled', attempts: 0 }])
  expect(await lines()).toMatchObject([{ state: 'cancelled', reason: 'replied' }])
})

test('an envelope cancelled unsent takes what comes up later that day', async () => {
  await asked('Aalders', 'Berends')
  await world.database.study.inquiry.updateMany({ data: { repliedOn: new Date(DAY) } })
  await send()
  await asked('Cornelis', 'Berends')
  expect(await send()).toMatchObject({ sent: 1 })
  expect(await envelopes()).toMatchObject([{ state: 'sent' }])
})

test('after a withdrawal or a supervisor who declines altogether nothing leaves', async () => {
  const one = await asked('Aalders', 'Berends')
  const other = await asked('Cornelis', 'Evers')
  const { study } = world.database
  expect(await withdraw(study, world.on(DAY), { clientId: one.clientId, collected: 'keep' })).toMatchObject({
    ok: true,
  })
  expect(await declineAltogether(study, world.on(DAY), other.supervisorId)).toMatchObject({ ok: true })
  expect(await send()).toMatchObject({ sent: 0 })
  expect(peer.arrived).toHaveLength(0)
  expect((await envelopes()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
})

test('a server that cannot now is asked again later, with the same Message-ID', async () => {
  await asked('Aalders', 'Berends')
  refusals = [no(451, '4.7.1 greylisted')]
  expect(await send()).toMatchObject({ sent: 0, retry: 1 })
  const [waiting] = await envelopes()
  expect(waiting).toMatchObject({ state: 'planned', attempts: 1, answer: '451 4.7.1 greylisted' })
  expect(waiting?.retryAt?.getTime()).toBeGreaterThan(minutesAgo(0).getTime())
  expect(await send()).toMatchObject({ sent: 0, retry: 0 })
  await world.database.study.mailEnvelope.updateMany({ data: { retryAt: minutesAgo(1) } })
  expect(await send()).toMatchObject({ sent: 1 })
  expect(peer.arrived.map(({ mail }) => mail.messageId)).toEqual([`<${waiting?.messageId}@koppel.example>`])
})

test('a message that was tried once says the same at the next try: what comes up goes into another', async () => {
  await asked('Aalders', 'Berends')
  refusals = [no(451, '4.7.1 greylisted')]
  await send()
  // refused after the text: it may have arrived all the same
  await world.database.study.mailEnvelope.updateMany({ data: { reason: null } })
  await asked('Cornelis', 'Berends')
  expect((await envelopes()).map(({ day }) => day.toISOString().slice(0, 10))).toEqual([DAY, NEXT])
})

test('an unknown mailbox is recorded with the reason and not tried again', async () => {
  await asked('Aalders', 'Berends')
  await asked('Cornelis', 'Evers')
  refusals = [no(550, '5.1.1 no such user')]
  expect(await send()).toMatchObject({ sent: 1, failed: 1 })
  expect(await lines()).toMatchObject([{ state: 'failed', reason: 'unknown_mailbox' }, { state: 'sent' }])
  expect(await send()).toEqual(NO_MAIL)
})

test('a supervisor without an address is recorded too', async () => {
  await asked('Aalders', 'Berends')
  await world.database.vault.supervisorIdentity.updateMany({ data: { email: null } })
  expect(await send()).toMatchObject({ failed: 1 })
  expect(await lines()).toMatchObject([{ state: 'failed', reason: 'no_address' }])
})

test('an envelope whose sender died is planned again after ten minutes of machine time, and only then', async () => {
  await asked('Aalders', 'Berends')
  const { study } = world.database
  const { claimed } = await claimMail(study, world.on(DAY), 1)
  expect(claimed).toHaveLength(1)
  expect(await send()).toMatchObject({ sent: 0 })
  const ago = (minutes: number) => study.mailEnvelope.updateMany({ data: { claimedAt: minutesAgo(minutes) } })
  await ago(9)
  expect(await send()).toMatchObject({ sent: 0 })
  await ago(11)
  expect(await send()).toMatchObject({ sent: 1 })
  expect(peer.arrived[0]?.mail.messageId).toBe(`<${claimed[0]?.messageId}@koppel.example>`)
})

test('an envelope is claimed by one process only', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, n) => asked(`Client${n}`, `Supervisor${n}`)))
  const turns = await Promise.all(Array.from({ length: 6 }, () => claimMail(world.database.study, world.on(DAY), 4)))
  const ids = turns.flatMap(({ claimed }) => claimed.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(12)
})

test('two senders at once send each message once', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, n) => asked(`Client${n}`, `Supervisor${n}`)))
  const counts = await Promise.all([send(), send()])
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(12)
  expect(new Set(peer.arrived.map(({ to }) => to[0])).size).toBe(12)
  expect(peer.arrived).toHaveLength(12)
})

const entries = async (verb: string) =>
  (await world.database.study.auditEntry.findMany({ where: { verb }, orderBy: { id: 'asc' } })).map(
    ({ details }) => details,
  )

test('what is cancelled when it was about to leave, or moved to another day, is an entry of the audit a batch', async () => {
  for (const name of ['Aalders', 'Cornelis', 'Dekker']) await asked(name, `Of${name}`)
  const { study } = world.database
  await study.inquiry.updateMany({ data: { repliedOn: new Date(DAY) } })
  expect(await send(DAY, suppressed)).toMatchObject({ suppressed: 0 })
  expect(await entries('cancel_mail')).toEqual([{ replied: 3, envelopes: 3 }])
  await asked('Evers', 'Berends')
  await asked('Fokkens', 'Gerrits')
  expect(await send('2012-03-07')).toMatchObject({ sent: 2 })
  expect(await entries('move_mail')).toHaveLength(1)
  expect(await send('2012-03-07')).toMatchObject({ sent: 0 })
  expect([await entries('cancel_mail'), await entries('move_mail')].map(({ length }) => length)).toEqual([1, 1])
})
