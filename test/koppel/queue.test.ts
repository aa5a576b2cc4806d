import { beforeAll, expect, test } from 'vitest'
import { QUEUE_NAMES } from '../../app/protocol/queues'
import { REPLIED } from '../people'
import { namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
  await world.approached('Evers')
  await world.registered('Aalders')
})

const run = (...words: string[]) =>
  koppelHere([...words, '--json', '--home', home.folder, '--study', world.study.code], home.env)

test('every list is counted, and one is given with what presses', async () => {
  const counted = answerOf(await run('queues', '--on', REPLIED))
  expect(Object.keys(counted.counts).sort()).toEqual([...QUEUE_NAMES].sort())
  expect(counted).toMatchObject({ on: REPLIED, counts: { to_inquire: 1, to_approach: 1, about_to_be_lost: 1 } })
  const { items, counts } = answerOf(await run('queue', 'about_to_be_lost', '--on', REPLIED))
  expect(counts).toEqual(counted.counts)
  expect(items).toMatchObject([{ stage: 'to_approach', contacts: 2, risks: ['next_talk'], hindrances: [] }])
  expect(answerOf(await run('queue', 'to_approach', '--location', 'Nowhere')).items).toEqual([])
})

test('a list that does not exist is a wrong call', async () => {
  const { code, stderr } = await run('queue', 'everybody')
  expect([code, stderr.includes('about_to_be_lost')]).toEqual([2, true])
})
