import { beforeAll, expect, test } from 'vitest'
import { systemToday } from '../../app/platform/clock'
import { monthOf } from '../../app/protocol/day'
import { signOff } from '../../app/records/reconciliation/sign-off'
import { MET } from '../people'
import { FACTS, must, namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const MONTH = monthOf(MET)
const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
  await world.interviewed('Evers')
  await world.approached('Fokkens')
  must(await world.consented('Fokkens'))
})

const reconcile = (...words: string[]) => koppelHere(['reconcile', ...words, '--json', '--home', home.folder], home.env)
const here = (...words: string[]) => reconcile(...words, '--study', world.study.code)
const counts = async () => {
  const words = ['worklist', '--json', '--home', home.folder, '--study', world.study.code]
  return answerOf(await koppelHere(words, home.env)).counts
}

test('forms are laid beside interviews, and a difference is work until it is signed off', async () => {
  const { study } = world
  const line = { month: MONTH, seq: 1, forms: 2, interviews: 1, differing: 1 }
  const open = { signed_on: null, remark: null }
  const first = await here()
  expect([first.code, answerOf(first)]).toEqual([
    0,
    {
      study: study.code,
      on: systemToday(),
      written: 1,
      cite: '§6',
      months: [{ ...line, computedOn: systemToday(), state: 'differs', ...open }],
    },
  ])
  const { months: _, ...about } = answerOf(first)
  const location = { location: FACTS.location, forms: 2, interviews: 1, difference: 1 }
  const { forms, interviews, ...short } = line
  expect(answerOf(await here('--month', MONTH))).toEqual({
    ...about,
    written: 0,
    ...short,
    computedOn: systemToday(),
    state: 'differs',
    ...open,
    locations: [location],
  })
  expect((await counts()).reconciliation).toBe(1)
  must(await signOff(world.db, world.on(systemToday()), { month: MONTH, seq: 1, remark: 'no interview after all' }))
  const signed = { state: 'signed_off', signed_on: systemToday(), remark: 'no interview after all' }
  expect(answerOf(await here('--month', MONTH))).toMatchObject(signed)
  expect((await counts()).reconciliation).toBe(0)
}, 120_000)

test('a month that runs is not compared, and one with nothing in it says so', async () => {
  const running = await here('--month', monthOf(systemToday()))
  expect([running.code, answerOf(running).error.code]).toEqual([1, 'month_not_over'])
  const nothing = await here('--month', '2012-07')
  expect([nothing.code, answerOf(nothing).error.code]).toEqual([1, 'unknown_statement'])
  const wrong = await here('--month', '2012-13')
  expect([wrong.code, answerOf(wrong).error]).toEqual([
    2,
    { code: 'usage', message: '--month takes a month written YYYY-MM' },
  ])
}, 120_000)
