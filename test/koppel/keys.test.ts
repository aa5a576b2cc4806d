import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerOf, koppelHere, ownFolder } from './cli'

const home = ownFolder()
const at = (words: string, env = {}) => koppelHere([...words.split(' '), '--json', '--home', home], env)

test('a home does not start with another secret, or without the key file that its names need', async () => {
  expect((await at('keys list')).code).toBe(0)
  const url = answerOf(await at('db url')).url as string
  const other = { DATABASE_URL: url, KOPPEL_SECRET: 'een-ander-woord-van-ruim-dertig-tekens-9' }
  const refused = await koppelHere(['flow', '--json', '--home', ownFolder()], other)
  expect([refused.code, answerOf(refused).error]).toMatchObject([1, { code: 'environment' }])
  expect(answerOf(refused).error.message).toMatch(/another secret/)
  // and nobody was shut out by the one who was refused
  expect((await at('flow')).code).toBe(0)

  expect(answerOf(await at('keys rotate'))).toMatchObject({ finished: true })
  const ring = readFileSync(join(home, 'keyring'))
  rmSync(join(home, 'keyring'))
  const closed = answerOf(await at('flow')).error
  expect(closed).toMatchObject({ code: 'environment', message: expect.stringMatching(/not on the keyring/) })
  writeFileSync(join(home, 'keyring'), ring, { mode: 0o600 })
  expect((await at('flow')).code).toBe(0)
}, 120_000)
