import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { answerOf, koppelHere, ownFolder } from './cli'

const [home, other, place] = [ownFolder(), ownFolder(), ownFolder()]
const at = (folder: string, ...words: string[]) => koppelHere([...words, '--json', '--home', folder])

test('a home comes back on another machine with nothing but the file and its key', async () => {
  expect(answerOf(await at(home, 'backup', join(place, 'none.age'))).error.code).toBe('no_recipient')
  const key = join(place, 'key')
  const { recipient } = answerOf(await at(home, 'backup', 'key', key))
  expect(recipient).toMatch(/^age1[a-z0-9]{58}$/)
  expect(statSync(key).mode & 0o777).toBe(0o600)
  expect(answerOf(await at(home, 'backup', 'key', key)).error.code).toBe('file_exists')
  expect(answerOf(await at(home, 'backup', join(place, 'x.age'), '--recipient', 'age1nobody')).error.code).toBe(
    'bad_recipient',
  )

  await at(home, 'simulate', '--registrations', '6', '--seed', '1', '--days', '40')
  expect(answerOf(await at(home, 'keys', 'rotate'))).toMatchObject({ finished: true })
  const flow = answerOf(await at(home, 'flow'))
  const file = join(place, 'whole.age')
  const made = answerOf(await at(home, 'backup', file, '--recipient', recipient))
  expect(made).toMatchObject({ file, recipients: [recipient], secret_inside: true, left_out: ['identity.session'] })
  await stopEmbedded(home)

  const back = await at(other, 'restore', file, '--identity', key)
  expect(answerOf(back)).toMatchObject({
    rows: made.rows,
    audit: { ok: true },
    secret_restored: true,
    snapshot_at: made.snapshot_at,
  })
  for (const name of ['secret', 'keyring']) {
    expect(readFileSync(join(other, name))).toEqual(readFileSync(join(home, name)))
    expect(statSync(join(other, name)).mode & 0o777).toBe(0o600)
  }
  expect(answerOf(await at(other, 'flow'))).toEqual(flow)
  const keys = answerOf(await at(other, 'keys', 'list')).keys as { known: boolean; values: number }[]
  expect(keys.every(({ known }) => known) && keys.some(({ values }) => values > 0)).toBe(true)
  const again = await at(other, 'restore', file, '--identity', key)
  expect([again.code, answerOf(again).error.code]).toEqual([1, 'not_empty'])

  // the key of the home is enough to say for whom
  answerOf(await at(other, 'backup', 'key'))
  expect(existsSync(join(other, 'backup-identity'))).toBe(true)
  const second = answerOf(await at(other, 'backup', join(place, 'second.age')))
  expect(second.recipients).not.toEqual([recipient])
  expect(answerOf(await at(ownFolder(), 'restore', join(place, 'second.age'), '--identity', key)).error.code).toBe(
    'backup_wrong_key',
  )
}, 180_000)
