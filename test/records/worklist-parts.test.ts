import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { mondayOf } from '../../app/protocol/appointments/week'
import { addDays, addMonths, type Day } from '../../app/protocol/day'
import { addAvailability, endAvailability } from '../../app/records/appointments/availability'
import { ownLocations } from '../../app/records/appointments/own-locations'
import { planOfCase } from '../../app/records/work/plan-of-case'
import { pressing } from '../../app/records/work/pressing'
import { recomputeWork } from '../../app/records/work/recompute'
import { unreached } from '../../app/records/work/unreached'
import { workWeek } from '../../app/records/work/week'
import { type Part, worklist } from '../../app/records/worklist'
import { freshDatabase } from '../database'
import { ASKED, CLOSES, MET, OPENS, REGISTERED } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
/** The day after the talk: Fokkens should have been interviewed, the supervisors of Evers and Gerrits have time. */
const NEXT = addDays(MET, 1)
const ANSWER_BY = addDays(MET, 21)
const REPLY_BY = addDays(ASKED, 21)
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
  await world.interviewed('Evers')
  await world.registered('Fokkens', { location: 'Amersfoort' })
  await world.approached('Fokkens')
  await world.inquired('Gerrits')
})

const list = (part: Partial<Part> = {}) =>
  worklist(world.db, world.on(NEXT), { on: NEXT, role: 'coordinator', limit: null, ...part })
const brief = async (part: Partial<Part> = {}) => (await list(part)).items.map(({ kind, state }) => `${kind} ${state}`)
const week = async (of: Day, part: Partial<Parameters<typeof workWeek>[2]> = {}) => {
  const given = { role: 'coordinator', monday: mondayOf(of), each: 10, ...part } as const
  const { overdue, days } = await workWeek(world.db, world.on(NEXT), given)
  const said = ({ count, items }: { count: number; items: readonly { kind: string }[] }) =>
    [count, ...items.map(({ kind }) => kind)].join(' ')
  return { overdue: overdue && said(overdue), days: days.map(({ on, ...share }) => [on, said(share)]) }
}

test('the list can be asked for what stands in one way, and says how much stands in each', async () => {
  expect(await brief()).toEqual(['interview overdue', 'inquiry open', 'questionnaire open'])
  expect(await brief({ states: ['overdue'] })).toEqual(['interview overdue'])
  expect(await brief({ states: ['due', 'closing'] })).toEqual([])
  const { states, places } = await list({ states: ['due'] })
  expect(states).toEqual({ overdue: 1, due: 0, closing: 0, open: 2 })
  expect(places).toEqual([
    { location: 'Amersfoort', count: 1 },
    { location: 'Utrecht', count: 2 },
  ])
  const there = await list({ locations: ['Utrecht'] })
  expect([there.states.overdue, there.counts.interview, there.counts.inquiry]).toEqual([0, 0, 1])
  expect(there.places).toEqual(places)
})

test('the list of some days has what falls due in them, also what cannot be done yet', async () => {
  expect(await brief({ due: { from: ANSWER_BY, until: ANSWER_BY } })).toEqual(['questionnaire open'])
  expect(await brief({ due: { from: NEXT, until: CLOSES } })).toEqual([
    'inquiry open',
    'questionnaire open',
    'appointment later',
  ])
  const { states } = await list({ due: { from: NEXT, until: CLOSES } })
  expect(states.open).toBe(2)
})

test('every line says which fact fired which rule', async () => {
  const { items } = await list()
  expect(items.map(({ because, opens, closes }) => ({ ...because, opens, closes }))).toEqual([
    { fact: 'talk_told', on: addDays(MET, -7), cite: '§3', opens: addDays(MET, -7), closes: null },
    { fact: 'inquiry_sent', on: ASKED, cite: '§2.2', opens: ASKED, closes: null },
    { fact: 'link_sent', on: MET, cite: '§3', opens: MET, closes: null },
  ])
})

test('a week begins with what is overdue, and goes on day by day with what is due and what opens', async () => {
  const monday = mondayOf(MET)
  const rest = (from: number) => [2, 3, 4, 5, 6].slice(from).map((day) => [addDays(monday, day), '0'])
  expect(await week(MET)).toEqual({ overdue: '1 interview', days: rest(0) })
  const next = await week(REPLY_BY)
  expect(next.overdue).toBeNull()
  expect(next.days.filter(([, said]) => said !== '0')).toEqual([[REPLY_BY, '1 inquiry']])
  expect((await week(OPENS)).days).toContainEqual([OPENS, '1 appointment'])
  expect((await week(CLOSES)).days).toContainEqual([CLOSES, '1 appointment'])
  const over = addMonths(REGISTERED, 24)
  expect((await week(over)).days.filter(([, said]) => said !== '0')).toEqual([[over, '1 follow_up']])
  expect((await week(REPLY_BY, { role: 'interviewer' })).days.every(([, said]) => said === '0')).toBe(true)
  expect((await week(MET, { locations: ['Utrecht'] })).overdue).toBe('0')
  expect(await week(addDays(MET, -7))).toMatchObject({ overdue: null })
})

test('a week shows some of each day and counts all of it', async () => {
  await world.inquired('Hendriks')
  const { days } = await week(REPLY_BY, { each: 1 })
  expect(days).toContainEqual([REPLY_BY, '2 inquiry'])
})

test('what presses is what the list has due or overdue, for each role and place', async () => {
  const count = (part: { role?: 'interviewer'; locations?: string[]; most?: number } = {}) =>
    pressing(world.db, world.on(NEXT), { role: 'coordinator', most: 1000, ...part })
  const { states } = await list()
  expect(await count()).toBe(states.overdue + states.due)
  expect(await count({ role: 'interviewer' })).toBe(1)
  expect(await count({ locations: ['Utrecht'] })).toBe(0)
  expect(await count({ locations: ['Amersfoort'] })).toBe(1)
  expect(await pressing(world.db, world.on(ANSWER_BY), { role: 'coordinator', most: 1000 })).toBe(3)
  expect(await pressing(world.db, world.on(ANSWER_BY), { role: 'coordinator', most: 2 })).toBe(2)
})

test('who said where they can come has locations of their own; who can come anywhere has none', async () => {
  const account = new Uint8Array(randomBytes(32))
  const own = () => ownLocations(world.db, world.study, account)
  expect(await own()).toBeNull()
  await world.qualified('I1', { account })
  expect(await own()).toBeNull()
  const hours = { code: 'I1', weekday: 1, from: 540, until: 720 }
  const add = (location: string | null) => addAvailability(world.db, world.on(MET), { ...hours, location })
  must(await add('Utrecht'))
  must(await add('Utrecht'))
  must(await add('Amersfoort'))
  expect([...((await own()) ?? [])].sort()).toEqual(['Amersfoort', 'Utrecht'])
  must(await add(null))
  expect(await own()).toBeNull()
  const { id } = await world.db.availability.findFirstOrThrow({ where: { studyId: world.study.id, location: null } })
  must(await endAvailability(world.db, world.on(MET), { code: 'I1', id }))
  expect(await own()).toHaveLength(2)
  expect(await ownLocations(world.db, world.study, new Uint8Array(randomBytes(32)))).toBeNull()
})

test('the plan of a case has what was, is and will be to be done, for each role its own', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const plan = async (on: Day, role: 'coordinator' | 'interviewer' = 'coordinator') =>
    (await planOfCase(world.db, world.on(on), { registrationId, role })).map(({ kind, state }) => `${kind} ${state}`)
  expect(await plan(NEXT)).toEqual([
    'inquiry done',
    'screening done',
    'interview done',
    'questionnaire open',
    'appointment later',
    'follow_up later',
  ])
  expect(await plan(NEXT, 'interviewer')).toEqual(['interview done', 'appointment later'])
  expect(await plan(addDays(CLOSES, -7), 'interviewer')).toContain('appointment closing')
  expect(await plan(addDays(CLOSES, 1), 'interviewer')).toContain('appointment missed')
  expect(await planOfCase(world.db, world.on(NEXT), { registrationId: newId(), role: 'coordinator' })).toEqual([])
})

test('mail that comes back is work for who coordinates, who is shown whose address it is', async () => {
  const { registrationId } = await world.inquired('Gerrits')
  const { askedId } = await world.db.inquiry.findUniqueOrThrow({ where: { registrationId } })
  await world.db.mailLine.updateMany({ where: { registrationId }, data: { state: 'failed' } })
  await recomputeWork(world.db, world.on(NEXT))
  expect(await brief({ states: ['overdue'] })).toEqual(['address overdue', 'interview overdue'])
  expect(await brief({ role: 'interviewer' })).toEqual(['interview overdue'])
  const { pseudonym } = await world.db.supervisor.findUniqueOrThrow({ where: { id: askedId } })
  expect([...(await unreached(world.db, [registrationId]))]).toEqual([[registrationId, pseudonym]])
  expect([...(await unreached(world.db, []))]).toEqual([])
})
