import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { planted } from '../people'
import { must, namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
  await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  await world.registered('Fokkens')
})

const report = (...words: string[]) =>
  koppelHere(['report', '--json', '--home', home.folder, '--study', world.study.code, ...words], home.env)

test('flow, rates, scores, pairs, outcomes, attrition and sample, with what was published', async () => {
  const found = answerOf(await report())
  expect(Object.keys(found).sort()).toEqual(
    [
      ...['study', 'on', 'fewest', 'flow', 'rates', 'sides', 'changes', 'pairs', 'outcomes', 'attrition', 'sample'],
      'published',
    ].sort(),
  )
  expect(found.flow.funnel).toMatchObject({ registered: 2, interviewed: 1 })
  // of one person nothing but that there is one
  expect(found.sides[0]).toMatchObject({
    wave: 'T1',
    perspective: 'client',
    n: 1,
    measures: { trust: { n: 1, of: null } },
  })
  expect(found.published.scores['T1 client'].trust).toEqual({ mean: 6.43, sd: 0.75, n: 302 })
})

test('the document needs nothing else, runs nothing, names nobody, and is the same each time', async () => {
  const file = join(home.folder, 'report.html')
  const written = async (language: string) => {
    expect(answerOf(await report('--html', file, '--language', language)).file).toBe(file)
    return readFileSync(file, 'utf8')
  }
  const dutch = await written('nl')
  expect(await written('nl')).toBe(dutch)
  expect(dutch).toMatch(/^<!doctype html>\n<html lang="nl"/)
  expect(dutch).toContain('Van aanmelding tot meting')
  expect(dutch).not.toMatch(/<(script|link|img|iframe|a)\b|url\(|@import|\bhttps?:\/\/(?!www\.w3\.org)/)
  const { pseudonym } = await world.db.dyad.findFirstOrThrow({ where: { studyId: world.study.id } })
  for (const secret of [...planted, pseudonym]) expect(dutch.includes(secret), secret).toBe(false)
  const english = await written('en')
  expect(english).toContain('From registration to measurement')
  expect(english).not.toContain('Van aanmelding')
})

test('a language that there is not is a slip in the call', async () => {
  expect((await report('--language', 'fr')).code).toBe(2)
})
