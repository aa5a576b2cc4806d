import { expect, test } from 'vitest'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const SIZE = ['--registrations', '30', '--seed', '5', '--days', '75']
const MINUTES = 60_000

const homes = [await freshHome(), await freshHome()] as const

const simulate = (home: (typeof homes)[number], ...words: string[]) =>
  koppelHere(['simulate', ...words, '--json', '--home', home.folder], home.env)

test('the same seed comes to the same, in another home too, and breaks nothing', {
  timeout: 10 * MINUTES,
}, async () => {
  const [one, other] = [await simulate(homes[0], ...SIZE), await simulate(homes[1], ...SIZE)]
  expect([one.code, other.code]).toEqual([0, 0])
  const { wall_seconds, registrations_per_second, ...found } = answerOf(one)
  const { wall_seconds: _, registrations_per_second: __, ...again } = answerOf(other)
  expect(again).toEqual(found)
  expect([wall_seconds > 0, registrations_per_second > 0]).toEqual([true, true])
  expect(found).toMatchObject({ study: 'simulated-5-30-75', registrations: 30, seed: 5, days: 75, broken: 0 })
  expect(found.played_to).toBe('2012-01-28')
  expect(found.funnel.registered).toBe(30)
  expect(found.t1.clients).toBeGreaterThan(0)
  expect(found.lateness.intake.latest).toBeLessThanOrEqual(21)
  expect(found.mail.inquiry.suppressed).toBeGreaterThan(0)
  for (const { broken, ids, says, cite } of found.invariants)
    expect([broken, ids, says.length > 0, cite.startsWith('§')]).toEqual([0, [], true, true])
})

test('a study is simulated once a home, and is there for every other command', async () => {
  const again = await simulate(homes[0], ...SIZE)
  expect([again.code, answerOf(again).error.code]).toEqual([1, 'already_simulated'])
  const words = ['flow', '--json', '--home', homes[0].folder, '--study', 'simulated-5-30-75']
  expect(answerOf(await koppelHere(words, homes[0].env)).funnel.registered).toBe(30)
})

test('no number, or none that can be, is a wrong call', async () => {
  for (const words of [
    SIZE.slice(2),
    ['--registrations', '0', ...SIZE.slice(2)],
    [...SIZE.slice(0, 4), '--days', 'many'],
  ])
    expect((await simulate(homes[0], ...words)).code).toBe(2)
})
