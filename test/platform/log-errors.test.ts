import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { withoutValues } from '../../app/platform/plain-error'
import { freshDatabase } from '../database'

const { urls } = await freshDatabase()
const NAME = 'Zqxvkwj'

test('an error is logged with where it arose and without what it was about', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'test/platform/failing-statements.ts'], {
    encoding: 'utf8',
    env: { ...process.env, LOG_LEVEL: 'trace', FAILING: JSON.stringify({ urls, name: NAME }) },
  })
  const lines = stderr.split('\n').filter(Boolean)
  expect(lines.filter((line) => line.includes('it failed')).length).toBe(9)
  expect(lines.filter((line) => /nothing was wrong/.test(line))).toEqual([])
  expect(`${stdout}${stderr}`.match(/.{0,200}(zqxvkwj|1985-04-11).{0,100}/gi) ?? []).toEqual([])
  // still of use to whoever runs it
  for (const kept of ['failing-statements.ts', '23514', 'device_until_month', 'P2002', 'account_pkey', 'SyntaxError'])
    expect(stderr, kept).toContain(kept)
})

test.each([
  ['duplicate key value violates unique constraint "account_email_key"', 'unchanged'],
  ['Key (email)=(a@b.nl) already exists.', 'Key (email)=(…) already exists.'],
  ['invalid input syntax for type uuid: "Jansen"', 'invalid input syntax for type uuid: "…"'],
  ['Failing row contains (1, Jansen, null).', 'Failing row contains (…)'],
  ['550 5.1.1 <p.jansen@reclassering.nl>: no such user', '550 5.1.1 <…>: no such user'],
  ['Unexpected token \'J\', "Jansen, J" is not valid JSON', 'Unexpected token \'J\', "…" is not valid JSON'],
  ['connect ECONNREFUSED 127.0.0.1:5432', 'unchanged'],
])('a message keeps its sense and loses its values: %s', (message, left) => {
  expect(withoutValues(message)).toBe(left === 'unchanged' ? message : left)
})
