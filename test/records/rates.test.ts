import { beforeEach, expect, test } from 'vitest'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { ratesToday } from '../../app/records/rates'
import { recruitment, sampleComparison } from '../../app/records/recruitment'
import { setTarget } from '../../app/records/sites/keeping'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

test('every case counts once, in the class of where it stands or how it ended', async () => {
  await world.interviewed('Aalders')
  await world.approached('Berends')
  const { registrationId } = await world.approached('Evers')
  const refused = { registrationId, wave: 'T1', on: MET, reason: 'no_time' }
  must(await recordRefusal(world.db, world.on(MET), refused))
  await world.inquired('Fokkens')
  await world.registered('Gerrits')
  await world.registered('Hendriks', { status: 'waiting_list' })
  const { cases, classes, dispositions, e, rates, responseOfApproached } = await ratesToday(world.db, world.study)
  expect(classes).toEqual({ I: 1, P: 0, R: 1, NC: 1, O: 0, UH: 1, UO: 1, NE: 1 })
  expect(Object.values(classes).reduce((total, n) => total + n, 0)).toBe(cases)
  expect(dispositions).toMatchObject({ complete: 1, refusal: 1, not_reached: 1, not_attempted: 1, not_screened: 1 })
  expect(e).toBe(3 / 4)
  expect(rates.find(({ name }) => name === 'RR3')).toMatchObject({ numerator: 1, denominator: 4.5 })
  expect(responseOfApproached).toMatchObject({ numerator: 1, denominator: 3 })
})

test('an interview with answers that is not complete is a partial one', async () => {
  const { registrationId } = await world.interviewed('Aalders')
  must(await world.answered('Aalders', 'client'))
  const where = { registrationId, perspective: 'client' }
  expect((await ratesToday(world.db, world.study)).classes).toMatchObject({ I: 1, P: 0 })
  await world.db.measurement.updateMany({ where, data: { completedOn: null } })
  expect((await ratesToday(world.db, world.study)).classes).toMatchObject({ I: 0, P: 1 })
})

test('rates of a place are of its cases alone, and of an empty place they are not there', async () => {
  await world.registered('Evers', { region: 'Brabant', location: 'Eindhoven' })
  await world.interviewed('Aalders')
  const of = (part: object) => ratesToday(world.db, world.study, part)
  expect((await of({ region: 'Brabant' })).classes).toMatchObject({ I: 0, UH: 1 })
  expect((await of({ location: 'Utrecht' })).classes).toMatchObject({ I: 1, UH: 0 })
  const nowhere = await of({ location: 'Atlantis' })
  expect([nowhere.cases, nowhere.e, nowhere.responseOfApproached.value]).toEqual([0, null, null])
})

test('interviews stand beside the target of their location and month, also where only one of the two is', async () => {
  await world.interviewed('Aalders')
  const set = async (month: string, target: number) =>
    must(await setTarget(world.db, world.on(MET), { location: 'Utrecht', month, target }))
  expect(await recruitment(world.db, world.study)).toEqual([
    { location: 'Utrecht', month: '2012-03', interviews: 1, target: null },
  ])
  await set('2012-03', 5)
  await set('2012-03', 4)
  await set('2012-04', 6)
  const both = [
    { location: 'Utrecht', month: '2012-03', interviews: 1, target: 4 },
    { location: 'Utrecht', month: '2012-04', interviews: 0, target: 6 },
  ]
  expect(await recruitment(world.db, world.study)).toEqual(both)
  expect(await recruitment(world.db, world.study, { region: 'Utrecht' })).toEqual(both)
  expect(await recruitment(world.db, world.study, { location: 'Alkmaar' })).toEqual([])
})

test('the sample stands beside everybody registered, and an unknown category apart', async () => {
  await world.interviewed('Aalders')
  await world.registered('Evers', { riskCategory: 'high' })
  await world.registered('Fokkens', { riskCategory: null })
  const { categories, missing, fit, others } = await sampleComparison(world.db, world.study)
  expect(categories).toEqual([
    { category: 'low', sample: 1, population: 1 },
    { category: 'low_medium', sample: 0, population: 0 },
    { category: 'high_medium', sample: 0, population: 0 },
    { category: 'high', sample: 0, population: 1 },
  ])
  expect(missing).toEqual({ sample: 0, population: 1 })
  expect(fit).toMatchObject({ df: 1, statistic: 1, few: true })
  expect(others).toMatchObject({ df: 1, statistic: 2 })
})
