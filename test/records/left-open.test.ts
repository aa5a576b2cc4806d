import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import { conflict, conflictsOf } from '../../app/records/entries/conflicts'
import { decideEntry } from '../../app/records/entries/decide'
import { type Draft, takeInDraft } from '../../app/records/entries/take-in'
import { begunBy } from '../../app/records/fieldwork/begun'
import { closeAsItIs } from '../../app/records/fieldwork/close-broken-off'
import { interviewedBy } from '../../app/records/fieldwork/held-by'
import { type Opening, openInterview } from '../../app/records/fieldwork/open-interview'
import { matrixOfCase } from '../../app/records/matrix'
import { closeBrokenOff } from '../../app/records/sweeps/broken-off'
import { breakOffLeftOpen } from '../../app/records/sweeps/left-open'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
let registrationId: string
let measurementId: string

const open = (today: Day, changes: Partial<Opening> = {}) => {
  const { wave = 'T1' } = changes
  const criteria = world.study.protocol.waves.find(({ name }) => name === wave)?.criteria ?? []
  const findings = Object.fromEntries(criteria.map((name) => [name, 'met' as const]))
  const who = { interviewer: 'I7', supervisedBy: null }
  const asked = { contacts: 3, findings, language: 'nl', seed: 7 } as const
  return openInterview(world.db, world.on(today), { registrationId, wave, ...who, ...asked, ...changes })
}
const opened = async (today: Day, changes: Partial<Opening> = {}): Promise<string> => {
  const came = must(await open(today, changes))
  if (came.state === 'not_met') throw new Error('a criterion was not met')
  return came.measurementId
}
/** What a device hands in that took the talk along when nothing stood yet. */
const parcel = (answers: Record<string, number>, more: Partial<Draft> = {}): Draft => ({
  ...{ draftId: crypto.randomUUID(), draftSeq: 1, base: null, answers, complete: false },
  ...more,
})
const hand = (draft: Draft, today: Day, enteredBy = 'I7') =>
  takeInDraft(world.db, world.on(today), { measurementId, way: 'interview', enteredBy, draft })
const row = () => world.db.measurement.findUniqueOrThrow({ where: { id: measurementId } })
const cell = async (wave = 'T1') =>
  (await matrixOfCase(world.db, world.study, registrationId)).find((one) => one.wave === wave)?.cells.client
const sweep = async (today: Day) => [
  await breakOffLeftOpen(world.db, world.on(today)),
  await closeBrokenOff(world.db, world.on(today)),
]
/** Every question of the first wave answered with its lowest number. */
const whole = () =>
  Object.fromEntries(itemsOf(batteryNow(world.study.protocol, 'T1', 'client')).map(({ code, min }) => [code, min]))

beforeEach(async () => {
  world = await namedWorld(database)
  await world.qualified('I7')
  await world.qualified('I8')
  ;({ registrationId } = await world.approached('Evers'))
  must(await world.consented('Evers'))
  measurementId = await opened(MET)
})

test('on the day of opening nothing is broken off; the night after it is, on that day, with its reason', async () => {
  expect(await sweep(MET)).toEqual([0, 0])
  expect(await sweep(addDays(MET, 1))).toEqual([1, 0])
  expect(await sweep(addDays(MET, 1))).toEqual([0, 0])
  expect(await row()).toMatchObject({ brokenOffOn: new Date(MET), completedOn: null })
  const entries = await world.db.auditEntry.findMany({ where: { verb: 'break_off_interview' } })
  expect(entries).toMatchObject([{ subjectId: registrationId, details: { wave: 'T1', why: 'left_open' } }])
})

test('with answers it was broken off on the day of the last of them', async () => {
  must(await hand(parcel({ gender: 1 }), addDays(MET, 2)))
  expect(await sweep(addDays(MET, 2))).toEqual([0, 0])
  expect(await sweep(addDays(MET, 3))).toEqual([1, 0])
  expect(await row()).toMatchObject({ brokenOffOn: new Date(addDays(MET, 2)) })
})

test('before the night came the gate knows it too, and counts the contacts again', async () => {
  const later = addDays(MET, 30)
  expect(must(await open(MET)).state).toBe('going_on')
  expect(codeOf(await open(later, { contacts: null }))).toBe('required')
  expect(codeOf(await open(later, { contacts: 9 }))).toBe('interview_over')
  expect(await begunBy(world.db, world.on(later), 'I7')).toMatchObject([{ openedOn: MET, brokenOffOn: MET }])
  expect(must(await open(later, { contacts: 4 })).state).toBe('taken_up')
  expect(must(await open(later, { contacts: 4 })).state).toBe('going_on')
  expect(await begunBy(world.db, world.on(later), 'I7')).toMatchObject([{ openedOn: MET, brokenOffOn: null }])
  expect(await sweep(later)).toEqual([0, 0])
  expect(await sweep(addDays(later, 1))).toEqual([1, 0])
  expect(await row()).toMatchObject({ brokenOffOn: new Date(later) })
})

test('left for ever it closes with what there is once the next window opens, and is complete as it was', async () => {
  must(await hand(parcel({ gender: 1 }), MET))
  expect(await sweep(addDays(MET, 30))).toEqual([1, 0])
  expect(await cell()).toMatchObject({ state: 'partial', since: MET })
  expect(codeOf(await open(addDays(MET, 200), { contacts: 4 }))).toBe('interview_over')
  expect(await sweep(addDays(MET, 200))).toEqual([0, 1])
  expect(await sweep(addDays(MET, 400))).toEqual([0, 0])
  expect(await cell()).toEqual({ state: 'complete', on: MET, asItWas: true })
})

test('also when the first night that looks comes 400 days later', async () => {
  const late = addDays(MET, 400)
  expect(codeOf(await open(late, { contacts: 9 }))).toBe('interview_over')
  expect(await sweep(late)).toEqual([1, 1])
  expect(await cell()).toEqual({ state: 'complete', on: MET, asItWas: true })
})

test('a second wave that was begun on the last day of its window is over the day after', async () => {
  must(await hand(parcel(whole(), { complete: true }), MET))
  measurementId = await opened(CLOSES, { wave: 'T2', contacts: null })
  const after = addDays(CLOSES, 1)
  expect(codeOf(await open(after, { wave: 'T2', contacts: null }))).toBe('interview_over')
  expect(must(await hand(parcel({}, { brokenOff: true }), after))).toMatchObject({ state: 'aside' })
  expect(await sweep(after)).toEqual([1, 1])
  expect(await cell('T2')).toEqual({ state: 'complete', on: CLOSES, asItWas: true })
})

test('what a device has of that day goes in, also after the night, and to its end it was not broken off', async () => {
  await sweep(addDays(MET, 1))
  expect(must(await hand(parcel(whole(), { complete: true, on: MET }), addDays(MET, 200)))).toMatchObject({
    state: 'in',
    complete: true,
  })
  expect(await cell()).toEqual({ state: 'complete', on: MET, asItWas: false })
})

test('also when it was closed meanwhile with what there was', async () => {
  await sweep(addDays(MET, 200))
  expect(await cell()).toMatchObject({ state: 'complete', asItWas: true })
  const draft = parcel(whole(), { complete: true, brokenOff: false, on: MET })
  expect(must(await hand(draft, addDays(MET, 201)))).toMatchObject({ state: 'in', complete: true })
  expect(must(await hand(draft, addDays(MET, 202)))).toMatchObject({ state: 'known' })
  expect(await cell()).toEqual({ state: 'complete', on: MET, asItWas: false })
})

test('what was asked when it could not be any more is kept and counts nowhere', async () => {
  const late = parcel({ gender: 1 }, { brokenOff: true, on: OPENS })
  expect(must(await hand(late, addDays(OPENS, 1)))).toEqual({ state: 'aside', version: 0, complete: false })
  const [waiting] = await conflictsOf(world.db, world.study)
  expect(waiting).toMatchObject({ why: 'out_of_time', on: OPENS })
  const entryId = waiting?.entryId ?? ''
  const decide = (side: 'aside' | 'standing') =>
    decideEntry(world.db, world.on(addDays(OPENS, 1)), { entryId, chosen: { gender: side }, enteredBy: 'I7' })
  expect((await conflict(world.db, world.study, entryId))?.items).toEqual(['gender'])
  expect(codeOf(await decide('aside'))).toBe('interview_over')
  expect(must(await decide('standing'))).toMatchObject({ complete: false })
  expect(await world.db.entry.findUniqueOrThrow({ where: { id: entryId } })).toMatchObject({ state: 'dropped' })
  expect(await world.db.answer.count({ where: { measurementId } })).toBe(0)
})

test('another interviewer takes over what was broken off, at the gate and qualified; the first one’s drafts lie aside', async () => {
  const later = addDays(MET, 1)
  const over = (changes: Partial<Opening> = {}, today = later) =>
    open(today, { interviewer: 'I8', takesOver: true, ...changes })
  expect(codeOf(await over({}, MET))).toBe('held_by_another')
  expect(codeOf(await over({ takesOver: false }))).toBe('held_by_another')
  await world.qualified('I9', { without: ['vog'] })
  expect(codeOf(await over({ interviewer: 'I9' }))).toBe('not_qualified')
  expect(codeOf(await over({ findings: {} }))).toBe('required')
  expect(codeOf(await over({ contacts: 5 }))).toBe('interview_over')
  expect(must(await over()).state).toBe('taken_up')
  expect(await row()).toMatchObject({ interviewer: 'I8', brokenOffOn: null })
  expect(await world.db.auditEntry.count({ where: { verb: 'take_over_interview' } })).toBe(1)
  expect(must(await hand(parcel({ gender: 1 }, { on: MET }), later))).toMatchObject({ state: 'aside' })
  expect(must(await hand(parcel({ gender: 2 }, { base: (await standsNow()) ?? null }), later, 'I8'))).toMatchObject({
    state: 'in',
  })
  for (const code of ['I7', 'I8']) expect(await interviewedBy(world.db, registrationId, code)).toBe(true)
  expect(await interviewedBy(world.db, registrationId, 'I9')).toBe(false)
})

const standsNow = async () => {
  const { draftId, draftSeq } = await row()
  return draftId && draftSeq ? { draftId, draftSeq } : null
}

test('one that is left open is closed as it is by whoever runs the study', async () => {
  must(await hand(parcel({ gender: 1 }), MET))
  const broken = { measurementId, brokenOffOn: MET, interviewer: null }
  must(await closeAsItIs(world.db, world.on(addDays(MET, 1)), broken))
  expect(await cell()).toEqual({ state: 'complete', on: MET, asItWas: true })
})
