import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

type Told = { on?: Day; contacts?: number | null; minutes?: number | null; today?: Day }
const first = (registrationId: string, { on = MET, contacts = 3, minutes = 25, today = on }: Told = {}) =>
  holdInterview(world.db, world.on(today), { registrationId, wave: 'T1', on, contacts, minutes, interviewer: 'I1' })
const second = (registrationId: string, on: Day) =>
  holdInterview(world.db, world.on(on), {
    registrationId,
    wave: 'T2',
    on,
    contacts: null,
    minutes: 25,
    interviewer: 'I1',
  })
const measurements = (registrationId: string) =>
  world.db.measurement.findMany({ where: { registrationId }, orderBy: [{ wave: 'asc' }, { perspective: 'asc' }] })

test('the interview opens the window of the second wave and the questionnaire of the supervisor, in one step', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(await measurements(registrationId)).toMatchObject([
    { wave: 'T1', perspective: 'client', openedOn: new Date(MET), contacts: 3, minutes: 25, interviewer: 'I1' },
    { wave: 'T1', perspective: 'supervisor', openedOn: new Date(MET), contacts: null },
  ])
  expect(await world.db.waveWindow.findMany({ where: { registrationId } })).toMatchObject([
    { wave: 'T2', anchorOn: new Date(MET), opensOn: new Date(OPENS), closesOn: new Date(CLOSES), appointmentOn: null },
  ])
  expect(await world.db.mailLine.findMany({ where: { registrationId, kind: 'questionnaire' } })).toMatchObject([
    { wave: 'T1', round: 0, state: 'planned' },
  ])
  expect(await world.db.auditEntry.count({ where: { subjectId: registrationId, verb: 'hold_interview' } })).toBe(1)
})

test.each([
  [1, 'contacts_outside_rule'],
  [2, 'done'],
  [4, 'done'],
  [5, 'contacts_outside_rule'],
  [null, 'required'],
] as const)('the interview after contact %s: %s', async (contacts, code) => {
  const { registrationId } = await world.approached('Evers')
  must(await world.consented('Evers'))
  expect(codeOf(await first(registrationId, { contacts }))).toBe(code)
  expect(await world.db.waveWindow.count({ where: { registrationId } })).toBe(code === 'done' ? 1 : 0)
})

test('no question before the signature', async () => {
  const { registrationId } = await world.approached('Evers')
  expect(await first(registrationId)).toMatchObject({ ok: false, refusal: { code: 'no_consent' } })
  expect(await measurements(registrationId)).toEqual([])
})

test.each(['take_part', 'pseudonymous_processing'])('a form without %s is not enough', async (scope) => {
  const { registrationId } = await world.approached('Evers')
  must(await world.consented('Evers', { [scope]: 'declined' }))
  expect(await first(registrationId)).toMatchObject({ refusal: { code: 'no_consent', scopes: [scope] } })
})

test.each(['phone', 'register_linkage', 'approach_again'])(
  '%s is not needed for the first interview',
  async (scope) => {
    const { registrationId } = await world.approached('Evers')
    must(await world.consented('Evers', { [scope]: 'declined' }))
    expect(codeOf(await first(registrationId))).toBe('done')
  },
)

test('the second interview needs the yes to be asked again', async () => {
  const { registrationId } = await world.interviewed('Evers', { approach_again: 'declined' })
  expect(await second(registrationId, OPENS)).toMatchObject({
    refusal: { code: 'no_consent', scopes: ['approach_again'] },
  })
})

test.each([
  [addDays(OPENS, -1), 'outside_window'],
  [OPENS, 'done'],
  [CLOSES, 'done'],
  [addDays(CLOSES, 1), 'outside_window'],
] as const)('the second interview on %s: %s (both days of the window are in it)', async (on, code) => {
  const { registrationId } = await world.interviewed('Evers')
  expect(codeOf(await second(registrationId, on))).toBe(code)
})

test('a window from the last of August closes on the last of May, and opens on the last of February', async () => {
  const august = day('2012-08-31')
  const { registrationId } = await world.approached('Evers')
  must(await world.consented('Evers'))
  must(await first(registrationId, { on: august }))
  expect(await world.db.waveWindow.findMany({ where: { registrationId } })).toMatchObject([
    { opensOn: new Date('2013-02-28'), closesOn: new Date('2013-05-31') },
  ])
})

test('the second interview sends the supervisor the second questionnaire', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await second(registrationId, OPENS))
  expect(await measurements(registrationId)).toMatchObject([
    { wave: 'T1' },
    { wave: 'T1' },
    { wave: 'T2', perspective: 'client', openedOn: new Date(OPENS), contacts: null },
    { wave: 'T2', perspective: 'supervisor', openedOn: new Date(OPENS) },
  ])
})

test('two interviewers at once hold one interview', async () => {
  const { registrationId } = await world.approached('Evers')
  must(await world.consented('Evers'))
  const hold = () => first(registrationId)
  const both = await atOnce(database, registrationId, [hold, hold])
  expect(both.map(codeOf).sort()).toEqual(['already_held', 'done'])
  expect(await measurements(registrationId)).toHaveLength(2)
  expect(await world.db.mailLine.count({ where: { registrationId, kind: 'questionnaire' } })).toBe(1)
})

test('what is not approached, not yet, too early or too long is refused', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(codeOf(await first(registrationId))).toBe('not_approached')
  await world.approached('Evers')
  must(await world.consented('Evers'))
  expect(codeOf(await first(registrationId, { today: REPLIED }))).toBe('in_future')
  expect(codeOf(await first(registrationId, { on: addDays(REPLIED, -1), today: MET }))).toBe('before_opening')
  for (const minutes of [0, 241]) expect(codeOf(await first(registrationId, { minutes }))).toBe('out_of_range')
  expect(codeOf(await second(registrationId, OPENS))).toBe('not_anchored')
  expect(await measurements(registrationId)).toEqual([])
})
