import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { beAway } from '../../app/records/absences'
import { askedBy } from '../../app/records/asked'
import { declineAltogether, declineFor } from '../../app/records/declining'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { flow } from '../../app/records/flow'
import { handOver } from '../../app/records/intake/hand-over'
import { withdraw } from '../../app/records/withdrawal'
import { dailySweep } from '../../jobs/daily-sweep'
import { closeNonResponses } from '../../jobs/non-response'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase } from '../database'
import { ASKED, FINALLY, MET, OPENS } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
const AFTER = addDays(MET, 1)
/** The supervisor whose case it is declines, or who is told otherwise. */
async function decline(registrationId: string, on = AFTER, who?: string | null) {
  const known = await world.db.registration.findUniqueOrThrow({ where: { id: registrationId } })
  return declineFor(world.db, world.on(on), { registrationId, supervisorId: who ?? known.supervisorId ?? '' })
}

const open = (registrationId: string) => world.db.departure.findMany({ where: { registrationId, returnedOn: null } })
const linesOf = async (registrationId: string) => {
  const lines = await world.db.mailLine.findMany({ where: { registrationId }, orderBy: { id: 'asc' } })
  return lines.map(({ supervisorId, state, reason }) => [supervisorId, state, reason])
}

test('declining for one client stops what is asked about that one, and leaves the others', async () => {
  const { registrationId } = await world.inquired('Evers')
  const { registrationId: other } = await world.inquired('Fokkens')
  const { id } = await world.db.inquiry.findUniqueOrThrow({ where: { registrationId } })
  const asked = () => askedBy(world.db, world.study, ASKED, { kind: 'inquiry', id })
  expect(await asked()).toMatchObject({ state: 'open' })
  must(await decline(registrationId, ASKED))
  expect(await asked()).toMatchObject({ state: 'stopped' })
  expect(codeOf(await decline(registrationId, ASKED))).toBe('supervisor_declined')
  expect(await world.db.mailLine.findMany({ where: { registrationId } })).toMatchObject([
    { kind: 'inquiry', state: 'cancelled', reason: 'supervisor_declined' },
  ])
  expect(codeOf(await world.reply('Evers'))).toBe('supervisor_declined')
  for (const on of [0, 7, 14, 21].map((days) => addDays(ASKED, days))) {
    await dailySweep(world.desk, world.on(on))
    await closeNonResponses(world.desk, world.on(on))
    await sendWaitingMail(world.desk, world.on(on))
  }
  expect(await world.db.mailLine.count({ where: { registrationId } })).toBe(1)
  expect(await world.db.mailLine.count({ where: { registrationId: other, state: 'suppressed' } })).toBe(3)
  expect((await flow(world.db, world.study, FINALLY)).not_included).toMatchObject({
    no_reply: 1,
    inquiry: { supervisor_declines: 1 },
  })
})

test('a client being approached leaves, and the place is free; one who was interviewed goes on alone', async () => {
  const { registrationId: bound } = await world.approached('Evers')
  must(await decline(bound))
  expect((await flow(world.db, world.study, FINALLY)).not_included.practical).toBe(1)
  expect(await world.db.dyad.findUnique({ where: { registrationId: bound } })).toMatchObject({
    unboundOn: new Date(AFTER),
  })
  const { registrationId } = await world.interviewed('Fokkens')
  must(await decline(registrationId))
  const theirs = { registrationId, perspective: 'supervisor' }
  expect(await world.db.measurement.findMany({ where: theirs })).toMatchObject([{ closedOn: new Date(AFTER) }])
  await dailySweep(world.desk, world.on(OPENS))
  expect(await sendWaitingMail(world.desk, world.on(OPENS))).toMatchObject({ suppressed: 0 })
  const second = { registrationId, wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), second))
  expect(await world.db.measurement.count({ where: theirs })).toBe(1)
  expect(await world.db.mailLine.count({ where: { registrationId, state: 'planned' } })).toBe(0)
  expect(await world.db.departure.count({ where: { registrationId } })).toBe(0)
})

test('what the register says later does not make a question of it again', async () => {
  const { registrationId } = await world.registered('Evers', { status: 'waiting_list' })
  must(await decline(registrationId, ASKED))
  must(await world.register('Evers', { status: 'running' }, ASKED))
  expect(await world.db.departure.findMany({ where: { registrationId, returnedOn: null } })).toMatchObject([
    { step: 'inquiry', reason: 'supervisor_declines' },
  ])
  await dailySweep(world.desk, world.on(ASKED))
  expect(await world.db.inquiry.count({ where: { registrationId } })).toBe(0)
})

test('who gave a case away declines for themselves: the colleague goes on, and it does not come back to the first', async () => {
  const { registrationId, supervisorId: quist } = await world.inquired('Evers')
  const { supervisorId: romein } = await world.registered('Hendriks')
  must(await handOver(world.db, world.on(ASKED), { registrationId, to: romein ?? '' }))
  must(await decline(registrationId, ASKED, quist))
  expect(await world.db.declining.findMany({ where: { registrationId } })).toMatchObject([{ supervisorId: quist }])
  expect(await linesOf(registrationId)).toEqual([
    [quist, 'cancelled', 'handed_over'],
    [romein, 'planned', null],
  ])
  expect(await open(registrationId)).toEqual([])
  expect(codeOf(await decline(registrationId, ASKED, quist))).toBe('supervisor_declined')
  must(await decline(registrationId, ASKED, romein))
  expect(await open(registrationId)).toMatchObject([{ step: 'inquiry', reason: 'supervisor_declines' }])
})

test.each([
  ['for one client', (registrationId: string, who: string | null) => decline(registrationId, ASKED, who)],
  ['altogether', (_: string, who: string | null) => declineAltogether(world.db, world.on(ASKED), who ?? '')],
] as const)(
  'who stands in declines %s: the supervisor is asked once they are back, and has not declined',
  async (_, verb) => {
    const { supervisorId: romein } = await world.registered('Hendriks')
    const { supervisorId: quist, registrationId } = await world.registered('Evers')
    const away = { supervisorId: quist ?? '', from: ASKED, until: addDays(ASKED, 2), standInId: romein }
    must(await beAway(world.db, world.on(ASKED), away))
    await world.inquired('Evers')
    must(await verb(registrationId, romein))
    const asked = () => world.db.inquiry.findUniqueOrThrow({ where: { registrationId } })
    expect(await open(registrationId)).toEqual([])
    expect(await world.db.declining.count({ where: { supervisorId: quist ?? '' } })).toBe(0)
    expect(await linesOf(registrationId)).toEqual([[romein, 'cancelled', 'supervisor_declined']])
    for (let day = 0; day < 24; day++) {
      await dailySweep(world.desk, world.on(addDays(ASKED, day)))
      await closeNonResponses(world.desk, world.on(addDays(ASKED, day)))
      await sendWaitingMail(world.desk, world.on(addDays(ASKED, day)))
    }
    // nobody was asked before the supervisor was back: the ladder began then
    expect(await asked()).toMatchObject({ supervisorId: quist, askedId: quist, sentOn: new Date(addDays(ASKED, 3)) })
    expect(await linesOf(registrationId)).toEqual([
      [romein, 'cancelled', 'supervisor_declined'],
      [quist, 'suppressed', null],
      [quist, 'suppressed', null],
      [quist, 'suppressed', null],
    ])
    await closeNonResponses(world.desk, world.on(addDays(ASKED, 24)))
    expect(await open(registrationId)).toMatchObject([{ reason: 'no_reply', leftOn: new Date(addDays(ASKED, 24)) }])
  },
)

test('a case that is unknown or withdrawn, or a supervisor who is not of the study, is refused', async () => {
  const { registrationId, clientId } = await world.inquired('Evers')
  const other = await namedWorld(database)
  const { supervisorId: elsewhere } = await other.registered('Evers')
  const theirs = { registrationId, supervisorId: elsewhere ?? '' }
  expect(codeOf(await declineFor(other.db, other.on(ASKED), theirs))).toBe('unknown_case')
  expect(codeOf(await decline(registrationId, ASKED, elsewhere))).toBe('unknown_supervisor')
  must(await withdraw(world.db, world.on(AFTER), { clientId, collected: 'erase' }))
  expect(codeOf(await decline(registrationId))).toBe('withdrawn')
  expect(await world.db.declining.count({ where: { registrationId } })).toBe(0)
})
