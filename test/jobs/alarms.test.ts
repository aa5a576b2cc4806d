import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { environment } from '../../app/platform/environment'
import { day } from '../../app/protocol/day'
import { hoursSilent, lateBefore } from '../../app/protocol/late'
import { ANY_TIME, type Sending } from '../../app/protocol/sending'
import { inquire } from '../../app/records/intake/inquire'
import { STOPPED } from '../../app/records/ledger/stopped'
import { type Alarm, alarmsOf, endAlarm, raiseAlarm } from '../../app/records/running/alarms'
import { noteRun } from '../../app/records/running/runs'
import { keepLookout, type Lookout, lookOut } from '../../jobs/lookout'
import { tellingOf } from '../../jobs/transports'
import { smtpPeer } from '../mail/smtp-peer'
import { mailWorld, type World } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent' // alarms are said
  process.env.KOPPEL_MODE = 'test'
})

// a Wednesday, by an Amsterdam wall two hours ahead
const WEDNESDAY = '2012-08-15'
const OFFICE: Sending = { ...ANY_TIME, hours: { from: 7 * 60, until: 19 * 60 }, workingDays: true }
const at = (instant: string) => {
  process.env.KOPPEL_NOW = instant
}
afterEach(() => {
  delete process.env.KOPPEL_NOW
})
afterAll(() => {
  delete process.env.KOPPEL_MODE
})

describe('when mail is late', () => {
  test.each([
    ['in the morning before anything leaves', '04:59', null],
    ['in the first hour', '05:30', null],
    ['an hour after mail may leave', '06:00', '05:00'],
    ['in the middle of the day', '12:00', '11:00'],
    ['in the last minute', '16:59', '15:59'],
    ['in the evening', '17:00', null],
  ])('%s', (_, time, expected) => {
    const before = lateBefore(OFFICE, day(WEDNESDAY), new Date(`${WEDNESDAY}T${time}:00Z`))
    expect(before?.toISOString() ?? null).toBe(expected && `${WEDNESDAY}T${expected}:00.000Z`)
  })

  test('never on a day of rest; at any hour where none are set; within hours of half an hour too', () => {
    expect(lateBefore(OFFICE, day('2012-08-18'), new Date('2012-08-18T10:00:00Z'))).toBeNull()
    expect(lateBefore(ANY_TIME, day(WEDNESDAY), new Date(`${WEDNESDAY}T01:30:00Z`))).toEqual(
      new Date(`${WEDNESDAY}T00:30:00Z`),
    )
    const short = { ...OFFICE, hours: { from: 9 * 60, until: 9 * 60 + 30 } }
    expect(lateBefore(short, day(WEDNESDAY), new Date(`${WEDNESDAY}T07:20:00Z`))).toEqual(
      new Date(`${WEDNESDAY}T07:05:00Z`),
    )
  })
})

test.each([
  ['everything was done in time', '2012-08-15T04:00:00Z', '2012-08-15T09:59:00Z', null],
  ['the minute was not done for an hour', '2012-08-15T04:00:00Z', '2012-08-15T08:30:00Z', 1],
  ['the sweep was not done for a day and two hours', '2012-08-14T04:00:00Z', '2012-08-15T09:59:00Z', 30],
])('%s', (_, sweep, minute, expected) => {
  const runs = [
    { job: 'daily-sweep', at: new Date(sweep) },
    { job: 'minute', at: new Date(minute) },
  ]
  expect(hoursSilent(runs, new Date('2012-01-01'), new Date('2012-08-15T10:00:00Z'))).toBe(expected)
})

test('what was never done is silent from the beginning of the study on', () => {
  expect(hoursSilent([], new Date('2012-08-15T09:30:00Z'), new Date('2012-08-15T10:00:00Z'))).toBeNull()
  expect(hoursSilent([], new Date('2012-08-15T07:30:00Z'), new Date('2012-08-15T10:00:00Z'))).toBe(2)
})

describe('a lookout', () => {
  let world: World
  let told: Pick<Alarm, 'kind' | 'amount'>[]
  let lookout: Lookout
  beforeEach(async () => {
    at(`${WEDNESDAY}T05:00:00Z`)
    world = await mailWorld()
    const { study } = world.database
    told = []
    lookout = {
      study,
      sending: OFFICE,
      tell: async (_, { kind, amount }) => {
        told.push({ kind, amount })
      },
    }
    for (const job of ['daily-sweep', 'minute']) await noteRun(study, world.on(WEDNESDAY), job)
  })
  const look = async (instant: string) => {
    at(instant)
    await noteRun(world.database.study, world.on(WEDNESDAY), 'minute')
    await lookOut(lookout)
    return (await alarmsOf(world.database.study, world.study.id, 0)).map(({ kind, amount }) => ({ kind, amount }))
  }
  const asked = async (name: string) => {
    const { registrationId } = await world.client(name, `${name}-by`, WEDNESDAY)
    expect(await inquire(world.database.study, world.on(WEDNESDAY), registrationId)).toMatchObject({ ok: true })
    await world.database.study.mailEnvelope.updateMany({
      where: { state: 'planned' },
      data: { plannedAt: new Date(`${WEDNESDAY}T05:00:00Z`) },
    })
  }

  test('raises for mail that waits an hour, tells once and again each day, and ends when it left', async () => {
    await asked('Aalders')
    await asked('Berends')
    expect(await look(`${WEDNESDAY}T05:59:00Z`)).toEqual([])
    expect(await look(`${WEDNESDAY}T06:00:00Z`)).toEqual([{ kind: 'mail_late', amount: 2 }])
    expect(await look(`${WEDNESDAY}T06:01:00Z`)).toHaveLength(1)
    expect(told).toEqual([{ kind: 'mail_late', amount: 2 }])
    // at night nothing can be said, and it stays
    expect(await look(`${WEDNESDAY}T20:00:00Z`)).toHaveLength(1)
    expect(told).toHaveLength(1)
    await noteRun(world.database.study, world.on('2012-08-16'), 'daily-sweep')
    expect(await look('2012-08-16T06:30:00Z')).toHaveLength(1)
    expect(told).toHaveLength(2)
    await world.database.study.mailEnvelope.updateMany({ data: { state: 'sent' } })
    expect(await look('2012-08-16T06:31:00Z')).toEqual([])
    const over = await alarmsOf(world.database.study, world.study.id, 9)
    expect(over).toMatchObject([
      { kind: 'mail_late', raisedAt: new Date(`${WEDNESDAY}T06:00:00Z`), endedAt: new Date('2012-08-16T06:31:00Z') },
    ])
    expect(told).toHaveLength(2)
  })

  test('tells nobody of late mail in a weekend, while none may leave and none can be late', async () => {
    const { study } = world.database
    await asked('Aalders')
    expect(await look('2012-08-17T16:30:00Z')).toContainEqual({ kind: 'mail_late', amount: 1 }) // Friday 18:30
    const late = () => told.filter(({ kind }) => kind === 'mail_late').length
    expect(late()).toBe(1)
    for (const instant of ['2012-08-18T16:40:00Z', '2012-08-19T16:40:00Z', '2012-08-20T05:30:00Z']) {
      await noteRun(study, world.on(WEDNESDAY), 'daily-sweep')
      expect(await look(instant)).toContainEqual({ kind: 'mail_late', amount: 1 })
      expect(late()).toBe(1)
    }
    await look('2012-08-20T06:00:00Z')
    expect(late()).toBe(2)
  })

  test('is not raised for what its recipient puts off while others get their mail, and is when nobody does', async () => {
    const { study } = world.database
    await asked('Aalders')
    await asked('Berends')
    const [greylisted, other] = await study.mailEnvelope.findMany({ orderBy: { id: 'asc' } })
    const is = (id: string | undefined, data: Parameters<typeof study.mailEnvelope.update>[0]['data']) =>
      study.mailEnvelope.update({ where: { id: id as string }, data })
    const putOff = { attempts: 4, answer: '451 4.7.1 greylisted', retryAt: new Date(`${WEDNESDAY}T11:00:00Z`) }
    await is(greylisted?.id, putOff)
    await is(other?.id, { state: 'sent', sentAt: new Date(`${WEDNESDAY}T05:01:00Z`) })
    expect(await look(`${WEDNESDAY}T07:00:00Z`)).toEqual([])
    // its turn came an hour ago, and nobody tried
    await is(greylisted?.id, { retryAt: new Date(`${WEDNESDAY}T06:00:00Z`) })
    expect(await look(`${WEDNESDAY}T07:00:00Z`)).toEqual([{ kind: 'mail_late', amount: 1 }])
    await is(greylisted?.id, putOff)
    expect(await look(`${WEDNESDAY}T07:01:00Z`)).toEqual([])
    // the server is not there, or takes nobody's
    for (const answer of ['connect ECONNREFUSED', '421 4.3.2 closing']) {
      await is(greylisted?.id, { answer })
      expect(await look(`${WEDNESDAY}T07:02:00Z`)).toEqual([{ kind: 'mail_late', amount: 1 }])
    }
    await is(greylisted?.id, putOff)
    await is(other?.id, { sentAt: new Date('2012-08-14T06:00:00Z') })
    expect(await look(`${WEDNESDAY}T07:03:00Z`)).toEqual([{ kind: 'mail_late', amount: 1 }])
  })

  test('raises when the sweep was not done for a day, and ends when it was', async () => {
    expect(await look('2012-08-16T06:59:00Z')).toEqual([])
    expect(await look('2012-08-16T07:01:00Z')).toEqual([{ kind: 'worker_silent', amount: 26 }])
    expect(await look('2012-08-16T09:01:00Z')).toEqual([{ kind: 'worker_silent', amount: 28 }])
    expect(told).toEqual([{ kind: 'worker_silent', amount: 26 }])
    await noteRun(world.database.study, world.on('2012-08-16'), 'daily-sweep')
    expect(await look('2012-08-16T09:02:00Z')).toEqual([])
  })

  test('raises while a server refuses all mail, and ends when a message got through', async () => {
    await asked('Aalders')
    const refused = { reason: STOPPED, attempts: 1, claimedAt: new Date(`${WEDNESDAY}T05:01:00Z`) }
    await world.database.study.mailEnvelope.updateMany({ data: refused })
    expect(await look(`${WEDNESDAY}T05:02:00Z`)).toEqual([{ kind: 'mail_stopped', amount: 1 }])
    expect(told).toEqual([{ kind: 'mail_stopped', amount: 1 }])
    const sentAt = new Date(`${WEDNESDAY}T05:20:00Z`)
    await world.database.study.mailEnvelope.updateMany({ data: { state: 'sent', reason: null, sentAt } })
    expect(await look(`${WEDNESDAY}T05:21:00Z`)).toEqual([])
  })

  test('tells of what others raise; several lookouts tell once', async () => {
    const { study } = world.database
    const occasion = world.on(WEDNESDAY)
    expect(await raiseAlarm(study, occasion, { kind: 'work_differs', amount: 3 })).toMatchObject({ ok: true })
    expect(await raiseAlarm(study, occasion, { kind: 'work_differs', amount: 4 })).toMatchObject({ ok: false })
    await Promise.all([lookOut(lookout), lookOut(lookout), lookOut(lookout)])
    expect(told).toEqual([{ kind: 'work_differs', amount: 4 }])
    expect(await endAlarm(study, occasion, 'work_differs')).toMatchObject({ ok: true })
    expect(await endAlarm(study, occasion, 'work_differs')).toMatchObject({ ok: false })
    expect(await raiseAlarm(study, occasion, { kind: 'work_differs', amount: 1 })).toMatchObject({ ok: true })
    await lookOut(lookout)
    expect(told).toHaveLength(2)
    const verbs = await study.auditEntry.findMany({ where: { verb: { contains: 'alarm' } }, orderBy: { id: 'asc' } })
    expect(verbs.map(({ verb }) => verb)).toEqual([
      'raise_alarm',
      'tell_alarm',
      'end_alarm',
      'raise_alarm',
      'tell_alarm',
    ])
  })

  test('whoever was not reached is told again in an hour', async () => {
    await raiseAlarm(world.database.study, world.on(WEDNESDAY), { kind: 'work_differs', amount: 1 })
    let tries = 0
    const deaf = {
      ...lookout,
      tell: async () => {
        tries++
        throw new Error('no connection')
      },
    }
    for (const time of ['05:00', '05:30', '05:59', '06:00']) {
      at(`${WEDNESDAY}T${time}:00Z`)
      await lookOut(deaf)
    }
    expect(tries).toBe(2)
  })

  test('is kept every so often, and not begun twice', async () => {
    await raiseAlarm(world.database.study, world.on(WEDNESDAY), { kind: 'work_differs', amount: 1 })
    const kept = [keepLookout(lookout, 5), keepLookout(lookout, 5)]
    await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1)
    await Promise.all(kept.map((one) => one.close()))
    expect(told).toEqual([{ kind: 'work_differs', amount: 1 }])
  })

  test('a study whose days are played has none', async () => {
    await world.database.study.clock.create({
      data: { studyId: world.study.id, today: new Date(WEDNESDAY), target: new Date(WEDNESDAY) },
    })
    expect(await look('2012-08-20T09:00:00Z')).toEqual([])
  })

  test('the mail of an alarm goes to everybody who is to be told, and names nobody of the study', async () => {
    const peer = await smtpPeer()
    try {
      const settings = environment({
        SMTP_URL: peer.url,
        KOPPEL_ALARM_TO: 'een@beheer.example, twee@beheer.example',
        KOPPEL_BASE_URL: 'https://koppel.example',
      })
      await asked('Aalders')
      at(`${WEDNESDAY}T06:30:00Z`)
      await noteRun(world.database.study, world.on(WEDNESDAY), 'minute')
      await lookOut({ ...lookout, tell: tellingOf(settings) })
      expect(peer.arrived.map(({ to }) => to)).toEqual([['een@beheer.example'], ['twee@beheer.example']])
      expect(peer.arrived[0]?.mail.subject).toBe(
        '[Koppel test] Berichten die langer dan een uur wachten: 1 / Messages that wait for more than an hour: 1',
      )
      expect(peer.arrived[0]?.mail.text).toContain('https://koppel.example/jobs')
      expect(peer.arrived.map(({ raw }) => raw).join()).not.toMatch(/aalders/i)
    } finally {
      await peer.close()
    }
    expect(tellingOf(environment({ SMTP_URL: 'smtp://127.0.0.1:1' }))).toBeUndefined()
    expect(tellingOf(environment({ KOPPEL_ALARM_TO: 'een@beheer.example' }))).toBeUndefined()
  })
})
