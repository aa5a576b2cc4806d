import { beforeEach, expect, test } from 'vitest'
import { reopenQuestionnaire } from '../../../app/records/entries/mend'
import { standingOf } from '../../../app/records/entries/standing'
import { freshDatabase } from '../../database'
import { MET } from '../../people'
import { must, namedWorld, type World } from '../../world'
import { allOf, device, handIn, measurementOf } from './course'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const queries = (measurementId: string) =>
  world.db.query.findMany({
    where: { measurementId, rule: 'same_answer' },
    select: { seq: true, state: true, raisedBy: true, closedBy: true },
    orderBy: { seq: 'asc' },
  })

test('what a rule doubts is raised when it is signed off, closed when it is solved, and raised anew when it comes back', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const { id } = await measurementOf(world, registrationId, 'supervisor')
  // the lowest answer to everything, also to what means the opposite
  const same = allOf(world, 'supervisor')
  const laptop = device()
  must(await handIn(world, id, 'supervisor', laptop.next(same)))
  expect(await queries(id)).toEqual([])
  must(await handIn(world, id, 'supervisor', laptop.next(same, { complete: true })))
  const raised = await queries(id)
  expect(raised.length).toBeGreaterThan(0)
  expect(new Set(raised.map(({ state }) => state))).toEqual(new Set(['open']))

  const signAgain = async (given: typeof same) => {
    must(await reopenQuestionnaire(world.db, world.on(MET), { measurementId: id, why: 'asked_by_supervisor' }))
    const next = device((await standingOf(world.db, world.study, id))?.base).next(given, { complete: true })
    must(await handIn(world, id, 'supervisor', next))
    return queries(id)
  }
  const statements = Object.keys(same).filter((code) => /^i\d\d$/.test(code))
  const varied = { ...same, ...Object.fromEntries(statements.map((code, place) => [code, 1 + (place % 7)])) }
  const solved = await signAgain(varied)
  expect(new Set(solved.map(({ state, closedBy }) => `${state} ${closedBy}`))).toEqual(new Set(['closed rule']))
  expect((await signAgain(varied)).length).toBe(raised.length)
  const back = await signAgain(same)
  expect(back.filter(({ state }) => state === 'open').map(({ seq }) => seq)).toEqual(raised.map(() => 2))
})
