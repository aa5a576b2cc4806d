import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../app/protocol/day'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { recordNotHeld, recordRefusal } from '../../app/records/fieldwork/refusal'
import { flow } from '../../app/records/flow'
import { planApproach } from '../../app/records/intake/plan'
import { freshDatabase } from '../database'
import { ASKED, CLOSES, FINALLY, MET, OPENS, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const missed = (registrationId: string, on = MET, wave = 'T1') =>
  recordNoShow(world.db, world.on(on), { registrationId, wave, on })
const refused = (registrationId: string, reason: string, on = MET) =>
  recordRefusal(world.db, world.on(on), { registrationId, wave: 'T1', on, reason })
const dyad = (registrationId: string) => world.db.dyad.findUnique({ where: { registrationId } })
const questionnaires = (registrationId: string) =>
  world.db.measurement.findMany({ where: { registrationId, perspective: 'supervisor' } })

test('the third no-show closes the case and frees the place', async () => {
  const { registrationId } = await world.approached('Evers')
  expect(must(await missed(registrationId))).toEqual({ noShows: 1, closed: false })
  expect(must(await missed(registrationId, addDays(MET, 7)))).toEqual({ noShows: 2, closed: false })
  expect(await dyad(registrationId)).toMatchObject({ unboundOn: null })
  const third = addDays(MET, 14)
  expect(must(await missed(registrationId, third))).toEqual({ noShows: 3, closed: true })
  expect(await dyad(registrationId)).toMatchObject({ unboundOn: new Date(third) })
  expect((await flow(world.db, world.study, FINALLY)).not_included).toMatchObject({
    no_show_three_times: 1,
    practical: 0,
  })
  expect(codeOf(await missed(registrationId, addDays(MET, 21)))).toBe('case_left')
  // nobody was met, so there is no talk to rate
  expect(await questionnaires(registrationId)).toEqual([])
})

test('after a no-show the next talk is to be planned, unless it was already', async () => {
  const { registrationId } = await world.approached('Evers')
  const plan = async (plannedOn: Day) =>
    must(await planApproach(world.db, world.on(MET), { registrationId, plannedOn }))
  const stage = async () => (await world.db.registration.findUniqueOrThrow({ where: { id: registrationId } })).stage
  await plan(MET)
  expect(await stage()).toBe('planned')
  must(await missed(registrationId))
  expect(await dyad(registrationId)).toMatchObject({ plannedOn: null })
  expect(await stage()).toBe('to_approach')
  const next = addDays(MET, 9)
  await plan(next)
  must(await missed(registrationId, addDays(MET, 7)))
  expect(await dyad(registrationId)).toMatchObject({ plannedOn: new Date(next) })
  expect(await stage()).toBe('planned')
})

test('one day is one no-show, however often it is reported', async () => {
  const { registrationId } = await world.approached('Evers')
  const report = () => missed(registrationId)
  const twice = await atOnce(database, registrationId, [report, report])
  expect(twice.map(codeOf).sort()).toEqual(['already_recorded', 'done'])
  expect(await world.db.noShow.count({ where: { registrationId } })).toBe(1)
})

test('three no-shows at the second wave lose that wave, and the first keeps its place', async () => {
  const { registrationId } = await world.interviewed('Evers')
  for (const days of [0, 7, 14]) must(await missed(registrationId, addDays(OPENS, days), 'T2'))
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'T2', reason: 'no_show_three_times' },
  ])
  expect(await dyad(registrationId)).toMatchObject({ unboundOn: null })
  const asked = await questionnaires(registrationId)
  expect(asked).toMatchObject([{ wave: 'T1' }, { wave: 'T2', openedOn: new Date(addDays(OPENS, 14)) }])
})

test.each([
  ['refused', recordRefusal],
  ['deceased', recordNotHeld],
] as const)('at the second wave the supervisor is asked after %s', async (reason, verb) => {
  const { registrationId } = await world.interviewed('Evers')
  must(await verb(world.db, world.on(OPENS), { registrationId, wave: 'T2', on: OPENS, reason }))
  expect(await questionnaires(registrationId)).toMatchObject([{ wave: 'T1' }, { wave: 'T2' }])
  const where = { registrationId, wave: 'T2', kind: 'questionnaire' }
  expect(await world.db.mailLine.findMany({ where })).toMatchObject([{ state: 'planned' }])
})

test('whatever the client decides, the supervisor gets the questionnaire', async () => {
  const { registrationId, supervisorId } = await world.approached('Evers')
  must(await refused(registrationId, 'no_time'))
  expect(await questionnaires(registrationId)).toMatchObject([
    { wave: 'T1', openedOn: new Date(MET), completedOn: null },
  ])
  const [line] = await world.db.mailLine.findMany({
    where: { registrationId, kind: 'questionnaire' },
    include: { envelope: true },
  })
  expect(line).toMatchObject({ wave: 'T1', state: 'planned', envelope: { supervisorId, day: new Date(MET) } })
  expect(await dyad(registrationId)).toMatchObject({ unboundOn: new Date(MET) })
  expect((await flow(world.db, world.study, FINALLY)).not_included.refused).toEqual({ no_time: 1 })
})

test('an interview that was not held for a practical reason leaves nothing to rate', async () => {
  const { registrationId } = await world.approached('Evers')
  must(await recordNotHeld(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'practical' }))
  expect(await questionnaires(registrationId)).toEqual([])
  expect((await flow(world.db, world.study, FINALLY)).not_included).toMatchObject({ practical: 1, refused: {} })
})

test('what is not under way, or not a reason, or not yet, is refused', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(codeOf(await missed(registrationId))).toBe('not_approached')
  await world.approached('Evers')
  expect(codeOf(await refused(registrationId, 'supervision_ended'))).toBe('unknown_reason')
  const tomorrow = { registrationId, wave: 'T1', on: addDays(MET, 1) }
  expect(codeOf(await recordNoShow(world.db, world.on(MET), tomorrow))).toBe('in_future')
  expect(codeOf(await missed(registrationId, MET, 'T9'))).toBe('unknown_wave')
  expect(codeOf(await missed(world.study.id))).toBe('unknown_case')
  expect(await dyad(registrationId)).toMatchObject({ unboundOn: null })
})

test.each([ASKED, day('2012-03-05')])('nobody is met before the pair was bound: %s', async (before) => {
  const { registrationId } = await world.approached('Evers')
  const early = { registrationId, wave: 'T1', on: before }
  const refusal = { code: 'before_opening', field: 'on', openedOn: REPLIED }
  expect(await recordRefusal(world.db, world.on(MET), { ...early, reason: 'no_time' })).toEqual({ ok: false, refusal })
  expect(await recordNoShow(world.db, world.on(MET), early)).toEqual({ ok: false, refusal })
})

test.each([
  [addDays(OPENS, -1), { code: 'before_window', field: 'on', opens: OPENS }],
  [addDays(CLOSES, 1), { code: 'outside_window', field: 'on', opens: OPENS, closes: CLOSES }],
] as const)('nobody is met for the second wave outside its window: %s', async (on, refusal) => {
  const { registrationId } = await world.interviewed('Evers')
  const met = { registrationId, wave: 'T2', on }
  const verbs = [
    recordNoShow(world.db, world.on(on), met),
    recordRefusal(world.db, world.on(on), { ...met, reason: 'refused' }),
    recordNotHeld(world.db, world.on(on), { ...met, reason: 'criteria_no_longer_met' }),
  ]
  for (const verb of verbs) expect(await verb).toEqual({ ok: false, refusal })
  expect(await world.db.noShow.count({ where: { registrationId } })).toBe(0)
})

test('the second wave has no no-shows or refusals before the first was held', async () => {
  const { registrationId } = await world.approached('Evers')
  const met = { registrationId, wave: 'T2', on: OPENS }
  expect(codeOf(await missed(registrationId, OPENS, 'T2'))).toBe('not_anchored')
  expect(codeOf(await recordRefusal(world.db, world.on(OPENS), { ...met, reason: 'refused' }))).toBe('not_anchored')
})
