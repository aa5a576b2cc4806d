import { beforeAll, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { ASKED, CLOSES, MET, OPENS } from '../people'
import { namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
  await world.interviewed('Evers')
  await world.registered('Fokkens', { location: 'Amersfoort' })
  await world.approached('Fokkens')
})

const worklist = async (...words: string[]) =>
  answerOf(
    await koppelHere(['worklist', ...words, '--json', '--home', home.folder, '--study', world.study.code], home.env),
  )
const kinds = async (...words: string[]) => (await worklist(...words)).items.map((item: { kind: string }) => item.kind)

test('each item says from when, until when, and which fact fired which rule', async () => {
  const { items } = await worklist('--on', OPENS, '--role', 'interviewer', '--location', 'Utrecht')
  expect(items).toMatchObject([
    {
      kind: 'appointment',
      opens: OPENS,
      due: CLOSES,
      closes: CLOSES,
      because: { fact: 'anchor_held', on: MET, cite: '§4.2' },
    },
  ])
})

test('a day of the past is asked for by place and by state', async () => {
  expect(await kinds('--on', MET)).toEqual(['interview', 'questionnaire'])
  expect(await kinds('--on', MET, '--location', 'Utrecht')).toEqual(['questionnaire'])
  expect(await kinds('--on', MET, '--state', 'due')).toEqual(['interview'])
  expect(await kinds('--on', ASKED)).toEqual(['inquiry', 'inquiry'])
  const { states, places } = await worklist('--on', MET, '--location', 'Utrecht')
  expect(states).toEqual({ overdue: 0, due: 0, closing: 0, open: 1 })
  expect(places).toHaveLength(2)
})

test('a week has what falls due in it, opened or not', async () => {
  const { week, items } = await worklist('--on', addDays(CLOSES, -1), '--week', '--role', 'interviewer')
  expect(week).toEqual({ from: addDays(CLOSES, -3), until: addDays(CLOSES, 3) })
  expect(items.map(({ kind, due }: { kind: string; due: string }) => [kind, due])).toEqual([['appointment', CLOSES]])
})

test('a state that there is not is a wrong call', async () => {
  expect(
    answerOf(await koppelHere(['worklist', '--state', 'done', '--json', '--home', home.folder], home.env)).error,
  ).toEqual({ code: 'usage', message: '--state takes one of: overdue, due, closing, open' })
})
