import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../app/protocol/day'
import { batteryNow, itemsOf, pinOf } from '../../app/protocol/instruments/battery'
import { orderOf } from '../../app/protocol/instruments/order'
import { standingOf } from '../../app/records/entries/standing'
import { takeInDraft } from '../../app/records/entries/take-in'
import { type Opened, type Opening, openInterview } from '../../app/records/fieldwork/open-interview'
import { nextPart, seenOf } from '../../app/records/fieldwork/own-draft'
import { turnAway } from '../../app/records/fieldwork/turn-away'
import { closeBrokenOff } from '../../app/records/sweeps/broken-off'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
let registrationId: string
beforeEach(async () => {
  world = await namedWorld(database)
  await world.qualified('I7')
  ;({ registrationId } = await world.approached('Evers'))
  must(await world.consented('Evers'))
})

const MET_ALL = { clear_headed: 'met' } as const
const open = (changes: Partial<Opening> = {}, today: Day = MET) =>
  openInterview(world.db, world.on(today), {
    registrationId,
    wave: 'T1',
    contacts: 3,
    interviewer: 'I7',
    supervisedBy: null,
    findings: MET_ALL,
    language: 'nl',
    seed: 20120313,
    ...changes,
  })
const idIn = (opened: Opened) => ('measurementId' in opened ? opened.measurementId : '')
const interviews = () => world.db.measurement.findMany({ where: { registrationId, perspective: 'client' } })
const checks = () =>
  world.db.waveCheck.findMany({ where: { registrationId }, orderBy: [{ criterion: 'asc' }, { seq: 'asc' }] })
const keep = async (
  measurementId: string,
  more: { answers: Record<string, number>; complete?: boolean; brokenOff?: boolean; why?: string },
  today: Day = MET,
) => {
  const standing = await standingOf(world.db, world.study, measurementId)
  if (!standing) throw new Error('no interview')
  const part = await nextPart(world.db, measurementId, standing, seenOf(standing))
  const { answers, complete = false, ...rest } = more
  const draft = { ...part, answers: { ...standing.given, ...answers }, complete, ...rest }
  return takeInDraft(world.db, world.on(today), { measurementId, way: 'interview', enteredBy: 'I7', draft })
}

test('the opening fixes what is asked, in which order and which language, with the criterion that was asked', async () => {
  const battery = batteryNow(world.study.protocol, 'T1', 'client')
  const opened = must(await open({ language: 'en' }))
  expect(opened.state).toBe('opened')
  expect(await interviews()).toMatchObject([
    {
      battery: battery.map(pinOf),
      seed: 20120313,
      itemOrder: orderOf(battery, 20120313),
      language: 'en',
      interviewer: 'I7',
      contacts: 3,
      completedOn: null,
    },
  ])
  expect(await checks()).toMatchObject([{ wave: 'T1', criterion: 'clear_headed', seq: 1, verdict: 'met' }])
  expect(await world.db.auditEntry.count({ where: { subjectId: registrationId, verb: 'open_interview' } })).toBe(1)
})

test('of two openings at once one begins, and the other goes on with it', async () => {
  const opened = await atOnce(database, registrationId, [() => open({ seed: 1 }), () => open({ seed: 2 })])
  expect(opened.map((one) => must(one).state)).toEqual(['opened', 'going_on'])
  expect(new Set(opened.map((one) => idIn(must(one)))).size).toBe(1)
  expect(await interviews()).toMatchObject([{ seed: 1 }])
})

test('an interview of somebody else is not gone on with', async () => {
  await world.qualified('I8')
  must(await open())
  expect(codeOf(await open({ interviewer: 'I8' }))).toBe('held_by_another')
})

test.each([
  [1, 'contacts_outside_rule'],
  [2, 'done'],
  [4, 'done'],
  [5, 'contacts_outside_rule'],
  [null, 'required'],
] as const)('contacts counted again: %s is %s; a refusal leaves no criterion behind', async (contacts, code) => {
  expect(codeOf(await open({ contacts }))).toBe(code)
  expect((await checks()).length).toBe(code === 'done' ? 1 : 0)
})

test('without the signature nothing is opened', async () => {
  ;({ registrationId } = await world.approached('Fokkens'))
  expect(codeOf(await open())).toBe('no_consent')
  expect(await interviews()).toEqual([])
})

test('a criterion that nobody asked is asked first', async () => {
  expect(await open({ findings: {} })).toMatchObject({ refusal: { code: 'required', field: 'clear_headed' } })
})

test('a criterion that is not met is kept and opens nothing; another day may be better', async () => {
  expect(must(await open({ findings: { clear_headed: 'not_met' } }))).toEqual({
    state: 'not_met',
    criteria: ['clear_headed'],
  })
  expect(await interviews()).toEqual([])
  expect(await world.db.noShow.count({ where: { registrationId } })).toBe(0)
  must(await open({}, addDays(MET, 2)))
  expect(await checks()).toMatchObject([
    { seq: 1, verdict: 'not_met' },
    { seq: 2, verdict: 'met' },
  ])
})

test('or the case ends with the reason of that criterion, once it was found today', async () => {
  const away = (today: Day) =>
    turnAway(world.db, world.on(today), { registrationId, wave: 'T1', criterion: 'clear_headed' })
  expect(codeOf(await away(MET))).toBe('required')
  must(await open({ findings: { clear_headed: 'not_met' } }))
  expect(codeOf(await away(addDays(MET, 1)))).toBe('required')
  must(await away(MET))
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'approach', reason: 'intoxicated_or_confused' },
  ])
})

test('at the second wave the criteria that can change are asked again, and one that is not met is a loss', async () => {
  ;({ registrationId } = await world.interviewed('Gerrits'))
  const { criteria } = world.study.protocol.waves.find(({ name }) => name === 'T2') ?? { criteria: [] }
  const all = Object.fromEntries(criteria.map((name) => [name, 'met' as const]))
  const second = (findings: Opening['findings']) => open({ wave: 'T2', contacts: null, findings }, OPENS)
  expect(await second({ ...all, ambulatory: 'unknown' })).toMatchObject({ refusal: { field: 'ambulatory' } })
  expect(must(await second({ ...all, ambulatory: 'not_met' })).state).toBe('not_met')
  must(await turnAway(world.db, world.on(OPENS), { registrationId, wave: 'T2', criterion: 'ambulatory' }))
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'T2', reason: 'criteria_no_longer_met' },
  ])
  expect((await checks()).length).toBe(criteria.length)
})

test('who lacks something may not begin; what is missing is named', async () => {
  await world.qualified('I9', { without: ['vog', 'training'] })
  expect(await open({ interviewer: 'I9' })).toMatchObject({
    refusal: { code: 'not_qualified', missing: ['vog', 'training'] },
  })
  expect(codeOf(await open({ interviewer: 'I404' }))).toBe('not_qualified')
})

test('a student’s first one needs somebody who sits by and may hold interviews alone', async () => {
  await world.qualified('S1', { student: true, without: ['supervised'] })
  await world.qualified('S2', { student: true, without: ['supervised'] })
  const byStudent = (supervisedBy: string | null) => open({ interviewer: 'S1', supervisedBy })
  expect(await byStudent(null)).toMatchObject({ refusal: { code: 'required', field: 'supervised_by' } })
  for (const code of ['S1', 'S2', 'I404']) expect(codeOf(await byStudent(code))).toBe('second_not_qualified')
  must(await byStudent('I7'))
  const entry = await world.db.auditEntry.findFirstOrThrow({
    where: { subjectId: registrationId, verb: 'open_interview' },
  })
  expect(entry.details).toEqual({ wave: 'T1', supervisedBy: 'I7' })
})

test('broken off, its answers are kept, and it is taken up again with the contacts counted and the criterion asked anew', async () => {
  const measurementId = idIn(must(await open()))
  must(await keep(measurementId, { answers: { gender: 1 }, brokenOff: true, why: 'no_time' }))
  expect(await interviews()).toMatchObject([{ brokenOffOn: new Date(MET), completedOn: null }])
  const later = addDays(MET, 7)
  expect(codeOf(await open({ contacts: null }, later))).toBe('required')
  expect(codeOf(await open({ contacts: 5 }, later))).toBe('interview_over')
  expect(codeOf(await open({ findings: {} }, later))).toBe('required')
  expect(must(await open({ contacts: 4 }, later))).toEqual({ state: 'taken_up', measurementId })
  expect(await interviews()).toMatchObject([{ brokenOffOn: null }])
  expect(await standingOf(world.db, world.study, measurementId)).toMatchObject({ given: { gender: 1 } })
  const entries = await world.db.entry.findMany({ where: { measurementId }, orderBy: { version: 'asc' } })
  expect(entries).toMatchObject([{ why: 'no_time' }, { why: 'taken_up', enteredBy: 'I7', complete: false }])
})

test('a broken-off interview is closed with what there is once too many contacts were held', async () => {
  const measurementId = idIn(must(await open()))
  must(await keep(measurementId, { answers: { gender: 1 }, brokenOff: true }))
  const reported = day('2012-03-20')
  expect(await closeBrokenOff(world.db, world.on(reported))).toBe(0)
  const report = { id: crypto.randomUUID(), registrationId, contacts: 5, source: 'interview' }
  await world.db.contactReport.createMany({ data: { ...report, reportedOn: new Date(reported) } })
  expect(await closeBrokenOff(world.db, world.on(reported))).toBe(1)
  expect(await closeBrokenOff(world.db, world.on(reported))).toBe(0)
  expect(await interviews()).toMatchObject([{ completedOn: new Date(MET), brokenOffOn: new Date(MET) }])
  expect(await world.db.answer.findMany({ where: { measurementId, value: { not: null } } })).toMatchObject([
    { item: 'gender', value: 1 },
  ])
})

test('or once the window that it anchors opens, at the first wave; once its own is over, at the second', async () => {
  const firstId = idIn(must(await open()))
  must(await keep(firstId, { answers: { gender: 1 }, brokenOff: true }))
  expect(await closeBrokenOff(world.db, world.on(addDays(OPENS, -1)))).toBe(0)
  expect(await closeBrokenOff(world.db, world.on(OPENS))).toBe(1)
  const { criteria } = world.study.protocol.waves.find(({ name }) => name === 'T2') ?? { criteria: [] }
  const findings = Object.fromEntries(criteria.map((name) => [name, 'met' as const]))
  const secondId = idIn(must(await open({ wave: 'T2', contacts: null, findings }, OPENS)))
  must(await keep(secondId, { answers: {}, brokenOff: true }, OPENS))
  expect(await closeBrokenOff(world.db, world.on(CLOSES))).toBe(0)
  expect(codeOf(await open({ wave: 'T2', contacts: null, findings }, addDays(CLOSES, 1)))).toBe('interview_over')
  expect(await closeBrokenOff(world.db, world.on(addDays(CLOSES, 1)))).toBe(1)
})

test('two windows of one browser write to one draft; a device that went on meanwhile is not overwritten', async () => {
  const measurementId = idIn(must(await open()))
  const [one, two] = itemsOf(batteryNow(world.study.protocol, 'T1', 'client')).map(({ code }) => code)
  const standing = must({ ok: true, value: await standingOf(world.db, world.study, measurementId) })
  must(await keep(measurementId, { answers: { [`${one}`]: 1 } }))
  must(await keep(measurementId, { answers: { [`${two}`]: 2 } }))
  const now = await standingOf(world.db, world.study, measurementId)
  expect(now?.given).toEqual({ [`${one}`]: 1, [`${two}`]: 2 })
  const device = { draftId: crypto.randomUUID(), draftSeq: 1, base: now?.base ?? null, complete: false }
  const handed = { measurementId, way: 'interview', enteredBy: 'I7' } as const
  must(await takeInDraft(world.db, world.on(MET), { ...handed, draft: { ...device, answers: { [`${one}`]: 2 } } }))
  const after = await standingOf(world.db, world.study, measurementId)
  if (!after || !standing) throw new Error('no interview')
  expect((await nextPart(world.db, measurementId, after, seenOf(standing))).base).toBeNull()
  expect((await nextPart(world.db, measurementId, after, seenOf(after))).base).toEqual(after.base)
})
