import { beforeEach, expect, test } from 'vitest'
import { signConsent } from '../../app/identity/consent'
import { pendingErrands } from '../../app/identity/errands'
import { registerNamed } from '../../app/identity/registration'
import { suppressed, type Transport } from '../../app/mail/transport'
import { type FormVersion, formInForce } from '../../app/protocol/consent-forms'
import { addDays, day, monthOf } from '../../app/protocol/day'
import { done } from '../../app/protocol/refusal'
import { aimClock, clockOf } from '../../app/records/clock'
import { recordReply } from '../../app/records/intake/reply'
import { playingAlone } from '../../app/records/playing-alone'
import { dayPlayed } from '../../app/records/replays'
import { withdraw } from '../../app/records/withdrawal'
import { advanceClock, movingStudies } from '../../jobs/advance-clock'
import { dailySweep } from '../../jobs/daily-sweep'
import type { Desk } from '../../jobs/desk'
import { byCalendar, byCalendarOrStanding, everyStudy } from '../../jobs/every-study'
import { minute } from '../../jobs/minute'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { demoTransport } from '../../jobs/transports'
import { mailWorld, type World } from './world'

const DAY = day('2012-03-05')
let world: World
beforeEach(async () => {
  world = await mailWorld()
})

const mailbox = async () =>
  (await world.database.study.demoMessage.findMany({ orderBy: { id: 'asc' } })).map((one) => ({
    on: one.day.toISOString().slice(0, 10),
    subject: one.subject,
  }))
const moveBy = async (days: number, desk = world.desk(demoTransport(world.database.study))) => {
  const { study } = world.database
  const { today } = (await clockOf(study, world.study.id)) ?? { today: DAY }
  expect(await aimClock(study, world.on(today), addDays(today, days))).toMatchObject({ ok: true })
  return advanceClock(desk, world.study.id)
}

test('a clock moved by three weeks plays each day in order: inquiry, two reminders, non-response', async () => {
  const { registrationId } = await world.client('Aalders', 'Berends', DAY)
  await dayPlayed(world.database.study, world.on(DAY), { finished: false })
  expect(await moveBy(22)).toBe(23)
  expect(await mailbox()).toEqual([
    { on: '2012-03-05', subject: 'Vraag over een nieuwe cliënt' },
    { on: '2012-03-12', subject: 'Herinnering: vraag over een nieuwe cliënt' },
    { on: '2012-03-19', subject: 'Herinnering: vraag over een nieuwe cliënt' },
  ])
  const departures = await world.database.study.departure.findMany({ where: { registrationId } })
  expect(departures).toMatchObject([{ step: 'inquiry', reason: 'no_reply', leftOn: new Date('2012-03-26') }])
  expect(await clockOf(world.database.study, world.study.id)).toEqual({ today: '2012-03-27', target: '2012-03-27' })
})

test('an answer stops the reminders', async () => {
  const { registrationId } = await world.client('Aalders', 'Berends', DAY)
  await dayPlayed(world.database.study, world.on(DAY), { finished: false })
  await moveBy(8)
  const answer = { isSupervisor: false, contacts: null, nextContactOn: null, reason: null }
  const on = addDays(DAY, 8)
  expect(
    await recordReply(world.database.study, world.on(on), { registrationId, repliedOn: on, ...answer }),
  ).toMatchObject({ ok: true })
  await moveBy(20)
  expect(await mailbox()).toHaveLength(2)
})

test('a move that was stopped is taken up where it stood, and no mail comes twice', async () => {
  await world.client('Aalders', 'Berends', DAY)
  const { study } = world.database
  await dayPlayed(study, world.on(DAY), { finished: false })
  const stop = new AbortController()
  const desk = world.desk(demoTransport(study))
  const send: Transport['send'] = (message) => {
    stop.abort()
    return desk.transport.send(message)
  }
  const stopping: Desk = { ...desk, stop: stop.signal, transport: { name: 'demo', send } }
  await moveBy(10, stopping)
  expect(await movingStudies(desk)).toEqual([world.study.id])
  await advanceClock(desk, world.study.id)
  expect(await movingStudies(desk)).toEqual([])
  expect((await mailbox()).map(({ on }) => on)).toEqual(['2012-03-05', '2012-03-12'])
})

test('a study is played by one process at a time, and its clock never goes back', async () => {
  const { study } = world.database
  await dayPlayed(study, world.on(DAY), { finished: false })
  expect(await aimClock(study, world.on(DAY), addDays(DAY, 3))).toMatchObject({ ok: true })
  const played = await playingAlone(study, world.study.id, async () => {
    expect(await playingAlone(study, world.study.id, async () => done('twice'))).toMatchObject({
      ok: false,
      refusal: { code: 'replay_running' },
    })
    expect(await advanceClock(world.desk(suppressed), world.study.id)).toBe(0)
    return done('once')
  })
  expect(played).toEqual(done('once'))
  expect(await advanceClock(world.desk(suppressed), world.study.id)).toBe(4)
  const there = { today: addDays(DAY, 3), target: addDays(DAY, 3) }
  expect(await clockOf(study, world.study.id)).toEqual(there)
  await dayPlayed(study, world.on(addDays(DAY, 1)), { finished: false })
  expect(await clockOf(study, world.study.id)).toEqual(there)
})

test('no clock is moved where mail really goes out', async () => {
  await dayPlayed(world.database.study, world.on(DAY), { finished: false })
  const smtp: Transport = { ...suppressed, name: 'smtp' }
  await expect(advanceClock(world.desk(smtp), world.study.id)).rejects.toThrow(/mail does not go out/)
})

test('a study has its turn by the calendar, or by its own clock, never by both', async () => {
  const desk = world.desk(suppressed)
  const turns: string[] = []
  const job = async (_: unknown, { today }: { today: string }) => {
    turns.push(today)
    return {}
  }
  await everyStudy(desk, 'job', byCalendar, job)
  expect(turns).toHaveLength(1)
  await dayPlayed(world.database.study, world.on(DAY), { finished: false })
  await everyStudy(desk, 'job', byCalendar, job)
  expect(turns).toHaveLength(1)
  await everyStudy(desk, 'job', byCalendarOrStanding, job)
  expect(turns[1]).toBe(DAY)
  await aimClock(world.database.study, world.on(DAY), addDays(DAY, 3))
  await everyStudy(desk, 'job', byCalendarOrStanding, job)
  expect(turns).toHaveLength(2)
})

test('a registration cut short between its two halves is completed by the next minute, once', async () => {
  await world.client('Aalders', 'Berends', DAY)
  const { study } = world.database
  const desk = world.desk(suppressed)
  const named = {
    supervisionNumber: 'T-Cornelis',
    client: { number: 'C-Cornelis', surname: 'Cornelis', initials: 'C.', bornOn: day('1990-01-01') },
    supervisor: { number: 'S-Berends', name: 'Berends', email: 'berends@reclassering.example' },
  }
  const row = await study.registration.findFirstOrThrow()
  const facts = { ...row, gender: null, birthYear: 1990, registeredOn: DAY, startedOn: DAY }
  const { id: _, studyId: __, clientId: ___, supervisorId: ____, ...whole } = facts
  const killed = registerNamed(desk.vault, world.on(DAY), {
    named,
    facts: whole,
    register: () => Promise.reject(new Error('killed in between')),
  })
  await expect(killed).rejects.toThrow('killed in between')
  expect(await study.registration.count()).toBe(1)
  expect(await minute(desk, world.on(DAY))).toMatchObject({ registrations: 1 })
  expect(await study.registration.count()).toBe(2)
  expect(await pendingErrands(desk.vault, world.study.id)).toEqual({ errands: [], unreadable: 0 })
  expect(await minute(desk, world.on(DAY))).toMatchObject({ registrations: 0 })
})

test('a withdrawal that reached the study only is completed in identity', async () => {
  const { registrationId, clientId } = await world.client('Aalders', 'Berends', DAY)
  const { study } = world.database
  const { vault } = world.desk(suppressed)
  const scopes = Object.fromEntries(world.study.protocol.scopes.map((scope) => [scope, 'accepted' as const]))
  const { version } = formInForce(world.study.protocol, DAY) as FormVersion
  const place = { location: 'Utrecht', way: 'import' } as const
  const form = { registrationId, version, language: 'nl', signedOn: DAY, scopes, ...place } as const
  expect(await signConsent(vault, world.on(DAY), form)).toMatchObject({ ok: true })
  expect(await withdraw(study, world.on(DAY), { clientId, collected: 'keep' })).toMatchObject({ ok: true })
  expect(await minute(world.desk(suppressed), world.on(DAY))).toMatchObject({ withdrawals: 1 })
  expect(await vault.db.consentForm.findMany()).toMatchObject([{ endedMonth: monthOf(DAY), collected: 'keep' }])
  expect(await minute(world.desk(suppressed), world.on(DAY))).toMatchObject({ withdrawals: 0 })
})

test('a replayed day is written down as suppressed', async () => {
  await world.client('Aalders', 'Berends', DAY)
  const desk = world.desk(suppressed)
  await dailySweep(desk, world.on(DAY))
  expect(await sendWaitingMail(desk, world.on(DAY))).toMatchObject({ sent: 0, suppressed: 1 })
  const [envelope] = await world.database.study.mailEnvelope.findMany({ include: { lines: true } })
  expect(envelope).toMatchObject({ state: 'suppressed', sentAt: null, lines: [{ state: 'suppressed' }] })
})
