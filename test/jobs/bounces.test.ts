import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { smtpTransport } from '../../app/mail/smtp'
import { systemToday } from '../../app/platform/clock'
import { newId } from '../../app/platform/id'
import { inquire } from '../../app/records/intake/inquire'
import { bouncesAt, readBounces, takeBounces } from '../../jobs/bounces'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { OTHERS } from '../mail/bounces/others'
import { SAMPLES } from '../mail/bounces/samples'
import { smtpPeer } from '../mail/smtp-peer'
import { mailWorld } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // a mailbox that is not there is said
})

const today = systemToday()
const folder = mkdtempSync(join(tmpdir(), 'koppel-bounces-'))
const peer = await smtpPeer()
const world = await mailWorld()
const { study: db } = world.database
const desk = world.desk(smtpTransport(peer.url, 'onderzoek@koppel.example'))
afterAll(async () => {
  await peer.close()
  rmSync(folder, { recursive: true })
})

/** Asks a supervisor by a mail that the server takes; the envelope. */
async function mailed(client: string, supervisor: string) {
  const { registrationId } = await world.client(client, supervisor, today)
  expect(await inquire(db, world.on(today), registrationId)).toMatchObject({ ok: true })
  expect(await sendWaitingMail(desk, world.on(today))).toMatchObject({ sent: 1 })
  return db.mailEnvelope.findFirstOrThrow({ where: { state: 'sent', lines: { some: { registrationId } } } })
}
const lying = (text: string) =>
  `From MAILER-DAEMON Mon Oct  8 07:00:03 2012\n${text.replace(/^(>*From )/gm, '>$1')}\n\n`
const envelope = (id: string) => db.mailEnvelope.findUniqueOrThrow({ where: { id }, include: { lines: true } })
const entries = () => db.auditEntry.count({ where: { verb: 'bounce_mail' } })
const NOTHING = { messages: 0, bounced: 0, known: 0, passing: 0, unknown: 0, other: 0, unreadable: 0 }

test('a message that comes back for good is failed with its lines, once, however often it is read', async () => {
  const sent = await mailed('Aalders', 'Berends')
  const file = join(folder, 'once')
  writeFileSync(file, [SAMPLES.postfix(sent.messageId), SAMPLES.gmail(sent.messageId)].map(lying).join(''))
  const { read, mark } = await takeBounces(desk, file, null)
  expect(read).toEqual({ ...NOTHING, messages: 2, bounced: 1, known: 1 })
  const failed = await envelope(sent.id)
  expect(failed).toMatchObject({ state: 'failed', reason: 'bounced', bounce: '5.1.1', bouncedAt: expect.any(Date) })
  expect(failed.endedAt).toEqual(failed.bouncedAt)
  expect(failed.lines).toMatchObject([{ state: 'failed', reason: 'bounced', endedAt: failed.bouncedAt }])
  expect(await entries()).toBe(1)
  const [line] = failed.lines
  const work = await db.work.findMany({ where: { registrationId: line?.registrationId ?? '' } })
  expect(work.map(({ kind }) => kind)).toContain('address')

  expect((await takeBounces(desk, file, null)).read).toEqual({ ...NOTHING, messages: 2, known: 2 })
  expect((await takeBounces(desk, file, mark)).read).toEqual({ ...NOTHING, messages: 1, known: 1 })
  expect(await envelope(sent.id)).toEqual(failed)
  expect(await entries()).toBe(1)
})

test('what is only late, about somebody else, or no report changes nothing and is counted', async () => {
  const sent = await mailed('Cornelis', 'Dekker')
  const before = await envelope(sent.id)
  const file = join(folder, 'others')
  const texts = [
    SAMPLES.postfix_delayed(sent.messageId),
    SAMPLES.delivered(sent.messageId),
    SAMPLES.postfix(newId()),
    OTHERS.holiday(sent.messageId),
    OTHERS.answer(sent.messageId),
    OTHERS.spam(),
  ]
  writeFileSync(file, texts.map(lying).join(''))
  const { read } = await takeBounces(desk, file, null)
  expect(read).toEqual({ ...NOTHING, messages: 6, passing: 2, unknown: 1, other: 3 })
  expect(await envelope(sent.id)).toEqual(before)
})

test('a report about a message whose taking was not written down yet counts', async () => {
  const sent = await mailed('Evers', 'Faber')
  await db.mailEnvelope.update({ where: { id: sent.id }, data: { state: 'sending', sentAt: null } })
  await db.mailLine.updateMany({ where: { envelopeId: sent.id }, data: { state: 'planned' } })
  const file = join(folder, 'sending')
  writeFileSync(file, lying(SAMPLES.exim(sent.messageId)))
  expect((await takeBounces(desk, file, null)).read).toMatchObject({ bounced: 1 })
  expect(await envelope(sent.id)).toMatchObject({ state: 'failed', bounce: '5.2.2', lines: [{ state: 'failed' }] })
})

test('the job goes on where it was, and keeps nothing of anybody', async () => {
  const [first, second] = [await mailed('Gerrits', 'Hoekstra'), await mailed('Jansen', 'Koster')]
  const file = join(folder, 'job')
  const bounces = bouncesAt(file, folder)
  await expect(readBounces({ ...desk, bounces })).rejects.toThrow('ENOENT')
  writeFileSync(file, lying(SAMPLES.sendmail(first.messageId)))
  await readBounces({ ...desk, bounces })
  expect((await envelope(first.id)).state).toBe('failed')
  expect(await db.lastRun.findMany()).toMatchObject([{ job: 'read-bounces' }])
  appendFileSync(file, lying(SAMPLES.exchange_online(second.messageId)))
  const remembered = JSON.parse(readFileSync(bounces.remembered, 'utf8'))
  expect(remembered).toEqual({ at: 0, line: expect.stringMatching(/^[0-9a-f]{32}$/) })
  await readBounces({ ...desk, bounces })
  expect((await envelope(second.id)).state).toBe('failed')
  expect(JSON.parse(readFileSync(bounces.remembered, 'utf8')).at).toBeGreaterThan(0)
  const kept = JSON.stringify(
    [await db.mailEnvelope.findMany(), await db.mailLine.findMany(), await db.auditEntry.findMany()],
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  )
  expect(kept).not.toMatch(/reclassering|berends@/i)
  await readBounces(desk) // where no mailbox is set nobody looks
})

test('what cannot be placed is said once, however long it is the last of the mailbox', async () => {
  const own = mkdtempSync(join(folder, 'own-'))
  const file = join(own, 'strange')
  const bounces = bouncesAt(file, own)
  writeFileSync(file, lying(SAMPLES.postfix(newId())))
  expect(await readBounces({ ...desk, bounces })).toEqual({ ...NOTHING, messages: 1, unknown: 1 })
  for (let n = 0; n < 3; n++) expect(await readBounces({ ...desk, bounces })).toBeNull()
  appendFileSync(file, lying(SAMPLES.gmail(newId())))
  expect(await readBounces({ ...desk, bounces })).toMatchObject({ unknown: 2 })
  expect(await readBounces({ ...desk, bounces })).toBeNull()
})
