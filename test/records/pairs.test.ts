import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { flow } from '../../app/records/flow'
import { changeSupervisor } from '../../app/records/pairs/change-supervisor'
import { pairsOfCase } from '../../app/records/pairs/pairs'
import { answersOfSupervisor, withdrawSupervisorAnswers } from '../../app/records/supervisor-answers'
import { remindQuestionnaires } from '../../app/records/sweeps/questionnaires'
import { openWindows } from '../../app/records/sweeps/windows'
import { timeline } from '../../app/records/timeline'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET, OPENS } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
const LATER = addDays(MET, 60)
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

/** Two cases of two supervisors: the first one's client goes to the second one. */
async function twoSupervisors() {
  const { registrationId, supervisorId: from, clientId } = await world.interviewed('Evers')
  const { supervisorId: to } = await world.registered('Hendriks')
  return { registrationId, clientId, from: from as string, to: to as string }
}
const goesTo = (registrationId: string, to: string, on: Day = LATER) =>
  changeSupervisor(world.db, world.on(on), { registrationId, to })
const places = (supervisorId: string) => world.db.dyad.count({ where: { supervisorId, unboundOn: null } })

test('another supervisor is another pair; the old one keeps its number and what was measured in it', async () => {
  const { registrationId, from, to } = await twoSupervisors()
  must(await world.answered('Evers', 'supervisor', { on: MET }))
  const before = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
  const { pseudonym } = must(await goesTo(registrationId, to))
  expect(pseudonym).not.toBe(before.pseudonym)
  expect((await pairsOfCase(world.db, registrationId)).map((one) => [one.pseudonym, one.unboundOn])).toEqual([
    [before.pseudonym, LATER],
    [pseudonym, null],
  ])
  expect([await places(from), await places(to)]).toEqual([0, 1])
  const old = must(await answersOfSupervisor(world.db, world.on(LATER), from))
  expect(old.questionnaires).toHaveLength(1)
  expect(must(await answersOfSupervisor(world.db, world.on(LATER), to)).questionnaires).toEqual([])
  const [one, other] = await Promise.all([
    timeline(world.db, world.on(LATER), before.pseudonym),
    timeline(world.db, world.on(LATER), pseudonym),
  ])
  expect(one?.registrationId).toBe(other?.registrationId)
  expect(one?.matrix[0]?.measured.client?.pairId).toBe(before.id)
  expect(one?.entries.map(({ kind }) => kind)).toContain('other_supervisor')
})

test('at the second wave the new supervisor is asked, in the new pair; the first wave stays the old one’s', async () => {
  const { registrationId, from, to } = await twoSupervisors()
  const first = must(await goesTo(registrationId, to))
  await openWindows(world.db, world.on(OPENS))
  expect(await world.db.mailLine.findMany({ where: { registrationId, kind: 'window_opens' } })).toMatchObject([
    { supervisorId: to, state: 'planned' },
  ])
  const second = { wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), { registrationId, ...second }))
  must(await world.answered('Evers', 'supervisor', { wave: 'T2', on: OPENS }))
  const pairs = await pairsOfCase(world.db, registrationId)
  const measured = await world.db.measurement.findMany({ where: { registrationId }, orderBy: { openedOn: 'asc' } })
  const pairOf = new Map(pairs.map(({ id, pseudonym }) => [id, pseudonym]))
  expect(measured.map(({ wave, dyadId }) => [wave, pairOf.get(dyadId ?? '') === first.pseudonym])).toEqual([
    ['T1', false],
    ['T1', false],
    ['T2', true],
    ['T2', true],
  ])
  expect(must(await withdrawSupervisorAnswers(world.db, world.on(OPENS), { supervisorId: to }))).toEqual({
    questionnaires: 1,
  })
  expect(codeOf(await withdrawSupervisorAnswers(world.db, world.on(OPENS), { supervisorId: from }))).toBe(
    'nothing_to_erase',
  )
})

test('a window that is open is told to the new supervisor too', async () => {
  const { registrationId, from, to } = await twoSupervisors()
  await openWindows(world.db, world.on(OPENS))
  must(await goesTo(registrationId, to, addDays(OPENS, 1)))
  await openWindows(world.db, world.on(addDays(OPENS, 1)))
  const lines = await world.db.mailLine.findMany({
    where: { registrationId, kind: 'window_opens' },
    orderBy: { id: 'asc' },
  })
  expect(lines).toMatchObject([
    { supervisorId: from, state: 'cancelled', reason: 'other_supervisor' },
    { supervisorId: to, state: 'planned' },
  ])
})

test('a question about a talk that was held stays with who held it, and so do its reminders', async () => {
  const { registrationId, from, to } = await twoSupervisors()
  must(await goesTo(registrationId, to, addDays(MET, 3)))
  expect(await remindQuestionnaires(world.db, world.on(addDays(MET, 7)))).toBe(1)
  expect(await world.db.mailLine.findMany({ where: { registrationId, kind: 'questionnaire_reminder' } })).toMatchObject(
    [{ supervisorId: from }],
  )
})

test('the flow of a day before stays as it was', async () => {
  const { registrationId, to } = await twoSupervisors()
  const on = addDays(MET, 1)
  const then = await flow(world.db, world.study, { on })
  must(await goesTo(registrationId, to))
  expect(await flow(world.db, world.study, { on })).toEqual(then)
})

test('not without a pair, not to who has it, before the first interview not to one without a place', async () => {
  const { registrationId: unasked, supervisorId } = await world.registered('Hendriks')
  expect(codeOf(await goesTo(unasked, supervisorId as string))).toBe('not_approached')
  const { registrationId, supervisorId: own } = await world.approached('Evers')
  expect(codeOf(await goesTo(registrationId, own as string))).toBe('supervisor_already')
  for (const name of ['Aalders', 'Berends', 'Cornelis'] as const) await world.approached(name)
  const full = await world.db.dyad.findFirstOrThrow({
    where: { studyId: world.study.id, supervisorId: { not: own as string } },
  })
  expect(await places(full.supervisorId)).toBe(3)
  expect(codeOf(await goesTo(registrationId, full.supervisorId))).toBe('supervisor_full')
  expect(await world.db.dyadBefore.count({ where: { registrationId } })).toBe(0)
})

test('nobody gets another supervisor for the study after withdrawing', async () => {
  const { registrationId, clientId, to } = await twoSupervisors()
  must(await withdraw(world.db, world.on(LATER), { clientId, collected: 'keep' }))
  expect(codeOf(await goesTo(registrationId, to))).toBe('withdrawn')
})
