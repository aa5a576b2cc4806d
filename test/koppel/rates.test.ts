import { beforeAll, expect, test } from 'vitest'
import { CLASS_NAMES } from '../../app/protocol/dispositions'
import { namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
  await world.interviewed('Evers')
  await world.approached('Fokkens')
  await world.registered('Aalders')
})

const run = (...words: string[]) =>
  koppelHere([...words, '--json', '--home', home.folder, '--study', world.study.code], home.env)

test('rates come with the numbers that they are made of', async () => {
  const found = answerOf(await run('rates'))
  expect(Object.keys(found.classes).sort()).toEqual([...CLASS_NAMES].sort())
  const counts = Object.values(found.classes as Record<string, number>)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(found.cases)
  expect(found).toMatchObject({ cases: 3, classes: { I: 1 }, response_of_approached: { numerator: 1, denominator: 2 } })
  expect(answerOf(await run('rates', '--location', 'Nowhere')).cases).toBe(0)
})

test('deviations are listed with the counts of what was decided, by state and kind', async () => {
  const { counts, deviations } = answerOf(await run('deviations'))
  expect([Object.values(counts).every((count) => count === 0), deviations]).toEqual([true, []])
  const { code, stderr } = await run('deviations', '--kind', 'anything')
  expect([code, stderr.includes('no_consent_form')]).toEqual([2, true])
})
