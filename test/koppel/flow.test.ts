import { beforeAll, expect, test } from 'vitest'
import { ASKED, MET, REGISTERED } from '../people'
import { namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
  await world.interviewed('Evers')
  await world.registered('Fokkens', { region: 'Rotterdam', location: 'Rotterdam' })
})

const flow = (...words: string[]) =>
  koppelHere(['flow', '--json', '--home', home.folder, '--study', world.study.code, ...words], home.env)
type Step = { step: string; entered: number; left: number; on: number; there: Record<string, number> }
const entered = ({ steps }: { steps: Step[] }) => steps.map((step) => step.entered)

test('of any day, with every step and every reason, also those that nobody left for', async () => {
  const then = answerOf(await flow('--on', ASKED))
  expect([then.on, entered(then)]).toEqual([ASKED, [2, 1, 0, 0, 0, 0, 0]])
  expect(then.steps[0]).toMatchObject({ step: 'register', there: { to_inquire: 1 }, left: 0, on: 1 })
  expect(then.steps[0].reasons).toMatchObject({ not_started: 0, waiting_list: 0, supervisor_full: 0 })
  expect(entered(answerOf(await flow('--on', MET)))).toEqual([2, 1, 1, 1, 1, 1, 0])
  expect(answerOf(await flow()).funnel).toEqual(answerOf(await flow('--on', MET)).funnel)
})

test('by location or region, which add up to the whole', async () => {
  for (const by of ['location', 'region']) {
    const all = answerOf(await flow('--on', REGISTERED, '--by', by))
    const parts = all.by[by]
    expect(Object.keys(parts)).toEqual(['Rotterdam', 'Utrecht'])
    expect(Object.keys(parts.Utrecht)).toEqual(['funnel', 'not_included', 't1', 't2', 'steps'])
    const sum = entered(parts.Utrecht).map((n, index) => n + (entered(parts.Rotterdam)[index] ?? 0))
    expect(sum).toEqual(entered(all))
  }
})

test('what is no day, or no way to split it, is a wrong call', async () => {
  expect((await flow('--on', '31-02-2012')).code).toBe(2)
  expect((await flow('--by', 'supervisor')).code).toBe(2)
})
