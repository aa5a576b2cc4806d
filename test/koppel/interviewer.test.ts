import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../app/identity/accounts'
import { must, namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
  await world.interviewed('Evers')
  const account = {
    email: 'i7@koppel.example',
    name: 'Ina',
    role: 'interviewer',
    language: 'nl',
    password: 'x',
  } as const
  must(await createAccount(home.database.vault, account, 'system'))
})

const run = (...words: string[]) =>
  koppelHere(['interviewer', ...words, '--json', '--home', home.folder, '--study', world.study.code], home.env)

test('an interviewer is written down, qualified and listed', async () => {
  const added = answerOf(await run('add', 'I7', '--account', 'I7@koppel.example', '--student'))
  expect(added).toMatchObject({ code: 'I7', student: true, tied: true })
  for (const kind of ['statement', 'vog', 'training']) await run('qualify', 'I7', kind, '--on', '2012-03-01')
  expect(answerOf(await run('qualify', 'I7', 'watched', '--on', '2012-03-01'))).toMatchObject({
    may: true,
    missing: ['supervised'],
    supervised_only: true,
  })
  const listed = answerOf(await run('list'))
  expect(listed.interviewers).toMatchObject([
    { code: 'I7', tied: true, supervised_only: true, interviews: 0, planned: 0 },
  ])
  expect(listed.unknown).toEqual([{ code: 'I1', interviews: 1, first: '2012-03-13' }])
  expect(JSON.stringify(listed)).not.toContain('Ina')
})

test.each([
  [['add', 'Ina'], 1, 'not_an_interviewer_code'],
  [['add', 'I8', '--account', 'nobody@koppel.example'], 1, 'unknown_account'],
  [['qualify', 'I9', 'vog', '--on', '2012-03-01'], 1, 'unknown_interviewer'],
  [['qualify', 'I7', 'diploma', '--on', '2012-03-01'], 2, 'usage'],
  [['qualify', 'I7', 'vog'], 2, 'usage'],
])('%j is refused', async (words, code, refusal) => {
  const { code: ended, stdout } = await run(...words)
  expect([ended, JSON.parse(stdout).error.code]).toEqual([code, refusal])
})
