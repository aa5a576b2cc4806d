import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { flow } from '../../app/records/flow'
import { closeQuestionnaires } from '../../app/records/sweeps/non-response'
import { freshDatabase } from '../database'
import { ASKED, FINALLY, MET, OPENS } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const LAST = addDays(MET, 21)
const supervisors = (registrationId: string, wave = 'T1') =>
  world.db.measurement.findUnique({
    where: { registrationId_wave_perspective: { registrationId, wave, perspective: 'supervisor' } },
    include: { answers: true },
  })

test('answers are kept as they were given; what was not answered is not there', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(must(await world.answered('Evers', 'supervisor', { answers: { i01: 7, i23: 1, mark: 10 } }))).toEqual({
    answers: 3,
  })
  const one = await supervisors(registrationId)
  expect(one).toMatchObject({ completedOn: new Date(MET), closedOn: null })
  expect(Object.fromEntries(one?.answers.map(({ item, value }) => [item, value]) ?? [])).toEqual({
    i01: 7,
    i23: 1,
    mark: 10,
  })
  expect(await world.db.mailLine.findMany({ where: { registrationId, kind: 'questionnaire' } })).toMatchObject([
    { state: 'cancelled', reason: 'answered' },
  ])
})

test.each([
  ['unknown_item', 'i02', { i02: 1 }],
  ['unknown_item', 'i23', { i01: 4, i23: 1 }],
  ['unknown_item', 'constructor', { constructor: 1 }],
  ['out_of_range', 'i01', { i01: 8 }],
  ['out_of_range', 'i01', { i01: 0 }],
  ['out_of_range', 'i01', { i01: 3.5 }],
  ['out_of_range', 'mark', { i01: 1, mark: 11 }],
] as const)('%s (%s) refuses the whole sheet of a client', async (code, field, answers) => {
  const { registrationId } = await world.interviewed('Evers')
  const filled = await world.answered('Evers', 'client', { answers: answers as unknown as Record<string, number> })
  expect(filled).toMatchObject({ ok: false, refusal: { code, field } })
  expect(await world.db.answer.count({ where: { measurement: { registrationId } } })).toBe(0)
})

test('a lapse is one of its four codes, and nothing in between', async () => {
  await world.interviewed('Evers')
  await hold(OPENS)
  const sheet = (did_not_appear: number) =>
    world.answered('Evers', 'supervisor', { wave: 'T2', on: OPENS, answers: { did_not_appear } })
  expect(codeOf(await sheet(3))).toBe('out_of_range')
  expect(codeOf(await sheet(9))).toBe('done')
})
const hold = async (on: typeof OPENS) => {
  const { registrationId } = await world.interviewed('Evers')
  const interview = { registrationId, wave: 'T2', on, contacts: null, minutes: null, interviewer: null }
  return must(await holdInterview(world.db, world.on(on), interview))
}

test('two sheets at once, and one more: the first counts', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const both = await atOnce(database, registrationId, [
    () => world.answered('Evers', 'supervisor', { answers: { i01: 1 } }),
    () => world.answered('Evers', 'supervisor', { answers: { i01: 7 } }),
  ])
  expect(both.map(codeOf).sort()).toEqual(['already_answered', 'done'])
  expect(codeOf(await world.answered('Evers', 'supervisor'))).toBe('already_answered')
  expect((await supervisors(registrationId))?.answers).toHaveLength(1)
})

test('the last day counts, also after the non-response closed it that day; the day after does not', async () => {
  const { registrationId } = await world.interviewed('Evers')
  await world.interviewed('Fokkens')
  expect(await closeQuestionnaires(world.db, world.on(addDays(LAST, -1)))).toBe(0)
  expect(await closeQuestionnaires(world.db, world.on(LAST))).toBe(2)
  expect(await supervisors(registrationId)).toMatchObject({ closedOn: new Date(LAST) })
  expect(codeOf(await world.answered('Evers', 'supervisor', { on: LAST }))).toBe('done')
  expect(await supervisors(registrationId)).toMatchObject({ closedOn: null, completedOn: new Date(LAST) })
  expect(codeOf(await world.answered('Fokkens', 'supervisor', { on: addDays(LAST, 1) }))).toBe('too_late')
})

test('an answer about a client who refused counts among the questionnaires and in no pair', async () => {
  const { registrationId } = await world.approached('Evers')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  must(await world.answered('Evers', 'supervisor', { on: LAST }))
  expect((await flow(world.db, world.study, FINALLY)).t1).toEqual({ clients: 0, supervisors: 1, dyads: 0 })
})

test('paper that comes before the link opens its own place, from the day that the window opens', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const paper = (on: typeof OPENS) => world.answered('Evers', 'supervisor', { wave: 'T2', on })
  expect(codeOf(await paper(addDays(OPENS, -1)))).toBe('not_open')
  expect(codeOf(await paper(OPENS))).toBe('done')
  await hold(addDays(OPENS, 5))
  expect(await supervisors(registrationId, 'T2')).toMatchObject({
    openedOn: new Date(OPENS),
    completedOn: new Date(OPENS),
  })
  expect(await world.db.mailLine.count({ where: { registrationId, wave: 'T2' } })).toBe(0)
})

test('there is nothing to fill in before the talk, for a wave that is not there, or on a day to come', async () => {
  await world.approached('Evers')
  expect(codeOf(await world.answered('Evers', 'supervisor'))).toBe('not_open')
  expect(codeOf(await world.answered('Evers', 'client'))).toBe('no_consent')
  const { registrationId } = await world.interviewed('Evers')
  expect(codeOf(await world.answered('Evers', 'supervisor', { on: ASKED }))).toBe('before_opening')
  expect(codeOf(await world.answered('Evers', 'supervisor', { wave: 'T9', answers: {} }))).toBe('unknown_wave')
  expect((await supervisors(registrationId))?.completedOn).toBeNull()
})
