import { beforeAll, expect, test } from 'vitest'
import { setSecondEntryShare } from '../../app/records/paper/share'
import { typeInPaper } from '../../app/records/paper/type-in'
import { MET } from '../people'
import { must, namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
})

const agreement = async () =>
  answerOf(await koppelHere(['agreement', '--json', '--home', home.folder, '--study', world.study.code], home.env))

test('what nobody typed in twice has no agreement', async () => {
  const nothing = { papers: 0, n: 0, equal: 0, share: null, kappa: null }
  expect(await agreement()).toEqual({ study: world.study.code, percent: 0, ...nothing })
})

test('papers that two people typed in are compared answer by answer', async () => {
  must(await setSecondEntryShare(world.db, world.on(MET), 100))
  const { registrationId } = await world.interviewed('Evers')
  const { id } = await world.db.measurement.findFirstOrThrow({ where: { registrationId, perspective: 'client' } })
  const typed = { measurementId: id, on: MET }
  must(await typeInPaper(world.db, world.on(MET), { ...typed, answers: { i01: 6, i05: 2, i04: 6 }, enteredBy: 'I1' }))
  must(await typeInPaper(world.db, world.on(MET), { ...typed, answers: { i01: 6, i05: 3, i04: 6 }, enteredBy: 'I2' }))
  // 6-6, 2-3, 6-6: two of three equal, four of nine by chance
  expect(await agreement()).toMatchObject({ percent: 100, papers: 1, n: 3, equal: 2, share: 0.666667, kappa: 0.4 })
})
