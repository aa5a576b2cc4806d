import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '../../app/access/roles'
import { createAccount } from '../../app/identity/accounts'
import { coordinatorsOf } from '../../app/identity/staff-mail'
import { smtpTransport } from '../../app/mail/smtp'
import type { Message, Transport } from '../../app/mail/transport'
import { now } from '../../app/platform/clock'
import { addDays, type Day, day } from '../../app/protocol/day'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { planForStaff } from '../../app/records/ledger/plan-staff'
import { digestOf } from '../../app/records/messages/digest'
import { setMailSetting } from '../../app/records/messages/setting'
import { tellCoordinators } from '../../app/records/sweeps/coordinators'
import { withdraw } from '../../app/records/withdrawal'
import { dailySweep } from '../../jobs/daily-sweep'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase, type TestDatabase } from '../database'
import { smtpPeer } from '../mail/smtp-peer'
import { CLOSES, MET } from '../people'
import { must, namedWorld, type World } from '../world'

let database: TestDatabase
let world: World
let said: Message[]
const open: { close?: () => unknown }[] = []
beforeEach(async () => {
  database = await freshDatabase()
  world = await namedWorld(database)
  said = []
})
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close?.()
})

const account = async (email: string, role: Role = 'coordinator', language: 'nl' | 'en' = 'nl') =>
  must(
    await createAccount(
      database.vault,
      { email, name: `Van ${email}`, role, language, password: 'a long one 12' },
      'x',
    ),
  )
/** A way out that keeps what it is given, and needs no address. */
const kept: Transport = {
  name: 'demo',
  send: async (message) => {
    said.push(message)
    return { outcome: 'delivered', answer: 'kept' }
  },
}
const desk = (transport = kept) => ({ ...world.desk, transport })
const send = (on: Day, transport = kept) => sendWaitingMail(desk(transport), world.on(on))
const tell = async (on: Day) =>
  tellCoordinators(world.db, world.on(on), await coordinatorsOf(world.vault, world.study.id))
const lines = (kind?: string) =>
  world.db.mailLine.findMany({ where: { staffId: { not: null }, ...(kind && { kind }) }, orderBy: { id: 'asc' } })
const toStaff = () => said.filter(({ pseudonym }) => pseudonym === '')

const FIRST = addDays(CLOSES, -28)
const SECOND = addDays(CLOSES, -7)
// the questionnaire of MET is overdue by then
const TUESDAY = day('2012-04-10')
const EASTER_MONDAY = day('2012-04-09')

test('a window that closes with no appointment is warned of twice, by pair, place and last day', async () => {
  await account('a@study.example')
  const { registrationId } = await world.interviewed('Evers')
  const pair = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
  await tell(addDays(FIRST, -1))
  expect(await lines('closing_warning')).toEqual([])
  for (const on of [FIRST, addDays(FIRST, 1), SECOND, addDays(SECOND, 1)]) {
    await tell(on)
    await send(on)
  }
  expect(await lines('closing_warning')).toMatchObject([
    { registrationId, wave: 'T2', round: 28, state: 'sent', plannedOn: new Date(FIRST) },
    { registrationId, wave: 'T2', round: 7, state: 'sent', plannedOn: new Date(SECOND) },
  ])
  const warned = toStaff().filter(({ subject }) => subject === 'Let op: een venster gaat bijna dicht')
  expect(warned.map(({ day }) => day)).toEqual([FIRST, SECOND])
  for (const { text } of warned) expect(text).toContain(`Koppel ${pair.pseudonym}, Utrecht: nog`)
  expect(warned[1]?.text).toContain('nog 7 dagen. De laatste dag is donderdag 13 december 2012.')
  expect(warned[1]?.text).not.toContain('/answer/')
})

test('who coordinates has one message a day with all in it, in their own language; others have none', async () => {
  await account('a@study.example', 'coordinator', 'en')
  await account('b@study.example')
  await account('c@study.example', 'interviewer')
  await account('d@study.example', 'data_manager')
  await world.interviewed('Evers')
  await world.interviewed('Fokkens')
  await send(MET)
  await dailySweep(desk(), world.on(FIRST))
  await dailySweep(desk(), world.on(FIRST))
  await send(FIRST)
  await send(FIRST)
  expect(toStaff()).toHaveLength(2)
  expect(
    toStaff()
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual(['Let op: 2 vensters gaan bijna dicht', 'Please note: 2 windows are about to close'])
  const english = toStaff().find(({ subject }) => subject.startsWith('Please'))
  expect(english?.text).toContain('Overdue:')
  expect(english?.text).toContain('Go to the work list: https://koppel.example/today')
})

test.each([
  [
    'an appointment was made',
    'appointment_made',
    (ids) => planAppointment(world.db, world.on(FIRST), { ...ids, wave: 'T2', appointmentOn: addDays(FIRST, 3) }),
  ],
  [
    'the client was lost to the wave',
    'case_left',
    (ids) => loseBeforeWave(world.db, world.on(FIRST), { ...ids, wave: 'T2', on: FIRST, reason: 'supervision_ended' }),
  ],
  [
    'the client withdrew',
    'withdrawn',
    ({ clientId }) => withdraw(world.db, world.on(FIRST), { clientId, collected: 'keep' }),
  ],
] satisfies [string, string, (ids: Ids) => Promise<Parameters<typeof must>[0]>][])(
  'nobody is warned when, in the meantime, %s',
  async (_, reason, meanwhile) => {
    await account('a@study.example')
    const ids = (await world.interviewed('Evers')) as Ids
    await tell(FIRST)
    must(await meanwhile(ids))
    await send(FIRST)
    expect(await lines('closing_warning')).toMatchObject([{ state: 'cancelled', reason }])
    expect(
      toStaff()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Koppel ')
  },
)
type Ids = { readonly registrationId: string; readonly clientId: string }

test('an appointment that stands when a warning is due makes it needless', async () => {
  await account('a@study.example')
  const { registrationId } = await world.interviewed('Evers')
  must(
    await planAppointment(world.db, world.on(addDays(FIRST, -2)), {
      registrationId,
      wave: 'T2',
      appointmentOn: addDays(FIRST, 3),
    }),
  )
  await tell(FIRST)
  expect(await lines('closing_warning')).toEqual([])
})

test('on a working day what presses is told, as it stands when it leaves; on a holiday not', async () => {
  await account('a@study.example')
  await world.interviewed('Evers')
  await send(MET)
  await tell(MET)
  // the questionnaire of today is open: nothing presses yet
  const before = (await lines('digest')).length
  await tell(EASTER_MONDAY)
  expect(await lines('digest')).toHaveLength(before)
  await tell(TUESDAY)
  expect(await lines('digest')).toHaveLength(before + 1)
  await send(TUESDAY)
  expect(toStaff().at(-1)).toMatchObject({
    day: TUESDAY,
    subject: expect.stringMatching(/^Uw werk voor vandaag: \d+ /),
  })
})

test('mail that came back is told once, in a part of its own', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const on = new Date(TUESDAY)
  const address = { registrationId, studyId: world.study.id, wave: 'intake', kind: 'address', opensOn: on, dueOn: on }
  const before = await digestOf(world.db, world.on(TUESDAY))
  await world.db.work.create({ data: { ...address, fact: 'mail_undelivered', factOn: on } })
  const digest = await digestOf(world.db, world.on(TUESDAY))
  expect(digest?.failed.count).toBe(1)
  expect(digest?.parts).toEqual(before?.parts)
})

test('a digest is not sent when nothing presses any more', async () => {
  await account('a@study.example')
  const { id, language } = (await coordinatorsOf(world.vault, world.study.id))[0] as { id: string; language: string }
  const line = { registrationId: null, wave: 'all', kind: 'digest', round: 0 } as const
  const once = () => world.db.$transaction((tx) => planForStaff(tx, world.on(TUESDAY), { id, language }, [line]))
  expect([await once(), await once()]).toEqual([1, 0])
  await send(TUESDAY)
  expect(said).toEqual([])
  expect(await lines()).toMatchObject([{ state: 'cancelled', reason: 'nothing_to_do' }])
})

test('somebody whose account ended, or who does other work by now, gets none of what was planned', async () => {
  await account('a@study.example')
  await account('b@study.example')
  await world.interviewed('Evers')
  await tell(FIRST)
  await database.vault.account.updateMany({ where: { email: 'a@study.example' }, data: { endedAt: now() } })
  await database.vault.account.updateMany({ where: { email: 'b@study.example' }, data: { role: 'interviewer' } })
  await send(FIRST)
  expect(toStaff()).toEqual([])
  expect((await lines()).map(({ state, reason }) => `${state} ${reason}`)).toEqual(
    Array(4).fill('cancelled account_ended'),
  )
  expect(await world.db.mailEnvelope.count({ where: { staffId: { not: null }, state: 'cancelled' } })).toBe(2)
})

test('a replay plans no message to who works here now, and nobody is told of the past', async () => {
  await account('a@study.example')
  await world.interviewed('Evers')
  await dailySweep(world.desk, world.on(FIRST))
  expect(await lines()).toEqual([])
  const staff = await coordinatorsOf(world.vault, world.study.id)
  expect(await tellCoordinators(world.db, { ...world.on(FIRST), past: true }, staff)).toBe(0)
})

test('by SMTP it arrives at the account, from whom the study says; the ledger knows neither address nor account', async () => {
  const id = await account('noor@study.example')
  await world.interviewed('Evers')
  must(
    await setMailSetting(world.db, world.on(MET), {
      senderName: 'Onderzoek Werk',
      replyTo: 'team@study.example',
      signature: { nl: 'Het team', en: null },
    }),
  )
  await tell(FIRST)
  await world.db.mailEnvelope.updateMany({ where: { staffId: null }, data: { state: 'cancelled' } })
  const peer = await smtpPeer()
  const transport = smtpTransport(peer.url, 'koppel@study.example')
  open.push(peer, transport)
  expect(await send(FIRST, transport)).toMatchObject({ sent: 1, failed: 0 })
  expect(peer.arrived.map(({ to }) => to)).toEqual([['noor@study.example']])
  const { mail } = peer.arrived[0] as (typeof peer.arrived)[number]
  expect(mail.from).toMatchObject({ name: 'Onderzoek Werk', address: 'koppel@study.example' })
  expect(mail.replyTo).toMatchObject([{ address: 'team@study.example' }])
  expect(mail.text).toContain('Met vriendelijke groet,\nHet team')
  const held = JSON.stringify([await lines(), await world.db.mailEnvelope.findMany()])
  expect(held).not.toContain(id)
  expect(held).not.toContain('noor')
})
