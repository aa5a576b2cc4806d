import { beforeEach, expect, test } from 'vitest'
import { addDays, day, toColumn } from '../../app/protocol/day'
import { raiseDeviation } from '../../app/records/deviations/by-hand'
import { deviations } from '../../app/records/deviations/list'
import { endInterviewer, interviewersOf } from '../../app/records/interviewers/interviewer'
import { obtain, qualificationsOf, takeBackQualification } from '../../app/records/interviewers/qualifications'
import { lookForDeviations } from '../../jobs/deviations'
import { freshDatabase } from '../database'
import { MET, REGISTERED } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const found = async () => {
  await lookForDeviations(world.desk, world.on(MET))
  const { items } = await deviations(world.db, world.study.id, { kind: 'unqualified_interviewer' })
  return items.map(({ state, raisedBy }) => `${raisedBy} ${state}`)
}
/** Held here: with an order that was drawn. */
const held = async (name: 'Evers' | 'Fokkens' = 'Evers', more: { thirdPerson?: boolean; openedOn?: Date } = {}) => {
  const { registrationId } = await world.interviewed(name)
  await world.db.measurement.updateMany({
    where: { registrationId, perspective: 'client' },
    data: { seed: 1, ...more },
  })
}

test('an interview by somebody who is qualified raises nothing, nor does one of a code of which nothing is recorded', async () => {
  await held()
  expect(await found()).toEqual([])
  await world.qualified('I1')
  expect(await found()).toEqual([])
})

test('one by somebody who lacked something that day is raised, until it turns out that it was there', async () => {
  await held()
  await world.qualified('I1', { without: ['vog'] })
  expect(await found()).toEqual(['rule open'])
  must(await obtain(world.db, world.on(MET), { code: 'I1', kind: 'vog', on: addDays(MET, -1), until: null }))
  expect(await found()).toEqual(['rule resolved'])
})

test('what was taken back later was there on the day', async () => {
  await held()
  await world.qualified('I1')
  const later = addDays(MET, 30)
  const [vog] = [...(await qualificationsOf(world.db, world.study)).values()].flat()
  must(await takeBackQualification(world.db, world.on(later), vog?.id ?? ''))
  must(await endInterviewer(world.db, world.on(later), 'I1'))
  expect(await found()).toEqual([])
})

test('an interview of a file of the past is never raised', async () => {
  await world.interviewed('Evers')
  await world.answered('Evers', 'client')
  await world.qualified('I1', { without: ['vog'] })
  expect(await found()).toEqual([])
})

test('nor one of before it was recorded what this interviewer has', async () => {
  await held('Evers', { openedOn: toColumn(addDays(REGISTERED, -1)) })
  await world.qualified('I1', { without: ['vog'] })
  expect(await found()).toEqual([])
})

test('a student’s first one passes with somebody there, the next one does not', async () => {
  await held('Evers', { openedOn: toColumn(day('2012-03-12')) })
  await world.qualified('I1', { student: true, without: ['supervised'] })
  expect(await found()).toEqual([])
  await held('Evers', { thirdPerson: false })
  expect(await found()).toEqual(['rule open'])
  await held('Evers', { thirdPerson: true })
  expect(await found()).toEqual(['rule resolved'])
  await held('Fokkens')
  expect(await found()).toEqual(['rule open', 'rule resolved'])
})

test('what somebody wrote down by hand is not resolved by a rule', async () => {
  await held()
  await world.qualified('I1')
  const told = { kind: 'unqualified_interviewer', pseudonym: '', location: 'Utrecht', on: MET, remark: 'Not trained.' }
  must(await raiseDeviation(world.db, world.on(MET), told))
  expect(await found()).toEqual(['account open'])
  expect(await interviewersOf(world.db, world.study)).toHaveLength(1)
})
