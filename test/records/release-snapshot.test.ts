import { beforeEach, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { inSnapshot } from '../../app/records/releases/snapshot'
import { freshDatabase } from '../database'
import { releasedCases } from '../released'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
const EVER = { cutOff: day('2199-12-31'), seenBy: null }

test('answers come as they were given, and apart from them why others have none', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  await world.db.$executeRaw`
    UPDATE study.answer SET value = NULL, missing = CASE item WHEN 'i04' THEN 'no_answer' WHEN 'i05' THEN 'not_asked' END
     WHERE item IN ('i04', 'i05', 'i06')`
  const [one] = await releasedCases(database.analyst, world.study)
  const rows = await world.db.answer.findMany({ where: { measurement: { registrationId } } })
  const [measured] = one?.measurements ?? []
  const valued = rows.filter(({ value }) => value !== null)
  expect(valued.length).toBeGreaterThan(10)
  expect(measured?.answers).toEqual(Object.fromEntries(valued.map(({ item, value }) => [item, value])))
  const without = rows.filter(({ missing }) => missing !== null)
  expect(without.length).toBeGreaterThan(2)
  expect(measured?.unanswered).toEqual(Object.fromEntries(without.map(({ item, missing }) => [item, missing])))
})

test('whoever breaks off leaves the connection as it was', async () => {
  for (const name of ['Evers', 'Fokkens'] as const) {
    await world.interviewed(name)
    must(await world.answered(name, 'client'))
  }
  const broken = inSnapshot(database.analyst, world.study, EVER, async ({ candidates, cases }) => {
    const ids: string[] = []
    for await (const { registrationId } of candidates()) ids.push(registrationId)
    for await (const _ of cases(ids)) throw new Error('enough')
  })
  await expect(broken).rejects.toThrow('enough')
  expect(await releasedCases(database.analyst, world.study)).toHaveLength(2)
})
