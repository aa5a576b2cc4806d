import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { REPLIED } from '../people'
import { must, namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

let home: Awaited<ReturnType<typeof freshHome>>
let world: World
beforeAll(async () => {
  home = await freshHome()
  world = await namedWorld(home.database)
  await world.inquired('Evers')
  must(await world.reply('Evers', { reason: 'abroad' }))
  await world.interviewed('Fokkens')
})
const run = (...words: string[]) => {
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  return koppelHere(['retention', ...words, '--json', '--home', home.folder])
}
const dueOf = (answer: { kinds: { kind: string; due: number | null; soon: number | null }[] }) =>
  answer.kinds.find(({ kind }) => kind === 'names_never_took_part')

test('lists what is due on a day, and deletes nothing', async () => {
  const at = async (days: number) => dueOf(answerOf(await run('--on', addDays(REPLIED, days))))
  expect(await at(82)).toMatchObject({ due: 0, soon: 0 })
  expect(await at(89)).toMatchObject({ due: 0, soon: 1 })
  expect(await at(90)).toMatchObject({ due: 1, soon: 0, goes: 'job' })
  const { kinds } = answerOf(await run())
  expect(kinds.map(({ goes }: { goes: string }) => goes)).toContain('owner')
  const { person } = world.vault.db
  expect(await person.count({ where: { surname: null } })).toBe(0)
})

test('erases on request what is due today, and of no other day', async () => {
  const refused = await run('--apply', '--on', '2012-06-04')
  expect([refused.code, answerOf(refused).error.code]).toEqual([2, 'usage'])
  const { erased } = answerOf(await run('--apply'))
  expect(erased).toMatchObject({ names_never_took_part: 1, names_of_participants: 1, names_of_supervisors: 1, key: 5 })
  const again = answerOf(await run('--apply'))
  expect(dueOf(again)).toMatchObject({ due: 0 })
  expect(again.erased).toMatchObject({ names_never_took_part: 0, names_of_participants: 0 })
})
