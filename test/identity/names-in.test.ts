import { expect, test } from 'vitest'
import { namesIn } from '../../app/identity/names-in'
import { freshDatabase } from '../database'
import { namedWorld } from '../world'

const database = await freshDatabase()
const world = await namedWorld(database)
const { registrationId } = await world.registered('Evers')
await world.registered('Hendriks')
const look = (text: string) => namesIn(world.vault, world.study, registrationId, text)

test.each([
  'Dhr. Evers twijfelde lang',
  'evers twijfelde',
  'q.z. evers',
  'nummer KL-441-5 klopt niet',
  'nr kl4415',
  'toezicht TZ-552-5',
  'geboren 15 april 1985',
  'Quist is streng, zegt de cliënt',
  'toezichthouder van Quist',
  'PN-663-581 belde',
  'mail quist@reclassering.example',
])('says who somebody is: %s', async (text) => {
  expect(await look(text)).toBe(true)
})

test('any supervisor of the study is told, so that nobody finds out by trying whose client it is', async () => {
  expect(await look('Romein is streng')).toBe(true)
})

test.each(['', 'De cliënt twijfelde tussen 4 en 5.', 'Hendriks zat op de gang', 'werkt als quist', 'in 2012 verhuisd'])(
  'says nothing of the kind: %s',
  async (text) => {
    expect(await look(text)).toBe(false)
  },
)
