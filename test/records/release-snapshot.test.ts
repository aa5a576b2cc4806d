import { beforeEach, expect, test } from 'vitest'
import type { AnswersToRead } from '../../app/protocol/answers-to-read'
import { day } from '../../app/protocol/day'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
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

test('answers are read as far as they are wanted; that somebody was measured is known all the same', async () => {
  await world.interviewed('Evers')
  for (const who of ['client', 'supervisor'] as const) must(await world.answered('Evers', who))
  const read = (wanted: AnswersToRead) =>
    inSnapshot(database.analyst, world.study, EVER, async ({ candidates, cases }) => {
      const ids: string[] = []
      for await (const { registrationId } of candidates()) ids.push(registrationId)
      for await (const { measurements } of cases(ids, wanted))
        return measurements.map(({ perspective, answers }) => [perspective, Object.keys(answers).length])
      return []
    })
  const [client, supervisor] = (['client', 'supervisor'] as const).map((who) => ({ wave: 'T1', who }))
  if (!client || !supervisor) throw new Error('two sides')
  const two = itemsOf(batteryNow(world.study.protocol, 'T1', 'client'))
    .map(({ code }) => code)
    .slice(0, 2)
  const [, [, whole] = []] = await read({ all: [supervisor], few: [], items: [] })
  expect(whole).toBeGreaterThan(10)
  expect(await read({ all: [supervisor], few: [client], items: [...two, 'nothing'] })).toEqual([
    ['client', 2],
    ['supervisor', whole],
  ])
  expect(await read({ all: [{ wave: 'T2', who: 'client' }], few: [], items: ['i01'] })).toEqual([
    ['client', 0],
    ['supervisor', 0],
  ])
})

test('whoever breaks off leaves the connection as it was', async () => {
  for (const name of ['Evers', 'Fokkens'] as const) {
    await world.interviewed(name)
    must(await world.answered(name, 'client'))
  }
  const broken = inSnapshot(database.analyst, world.study, EVER, async ({ candidates, cases }) => {
    const ids: string[] = []
    for await (const { registrationId } of candidates()) ids.push(registrationId)
    for await (const _ of cases(ids, { all: [], few: [], items: [] })) throw new Error('enough')
  })
  await expect(broken).rejects.toThrow('enough')
  expect(await releasedCases(database.analyst, world.study)).toHaveLength(2)
})
