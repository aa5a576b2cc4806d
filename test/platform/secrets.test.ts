import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { derive, rolePasswords, secretOf } from '../../app/platform/secrets'

const emptyHome = () => {
  const home = mkdtempSync(join(tmpdir(), 'koppel-secrets-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  return home
}

test('a home makes its secret once and keeps it to itself', () => {
  const home = join(emptyHome(), 'below')
  const secret = secretOf(home, {})
  expect(secret.length).toBeGreaterThanOrEqual(43)
  expect(secretOf(home, {})).toBe(secret)
  expect(readdirSync(home)).toEqual(['secret'])
  expect(statSync(join(home, 'secret')).mode & 0o777).toBe(0o600)
  expect(secretOf(emptyHome(), {})).not.toBe(secret)
})

test('a given secret goes first, and nothing is written', () => {
  const home = emptyHome()
  expect(secretOf(home, { KOPPEL_SECRET: 'given' })).toBe('given')
  expect(readdirSync(home)).toEqual([])
})

test('processes that start together agree', async () => {
  const home = emptyHome()
  const module = pathToFileURL('app/platform/secrets.ts').href
  const script = `import(${JSON.stringify(module)}).then((m) => console.log(m.secretOf(${JSON.stringify(home)}, {})))`
  const call = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', script])
  const said = await Promise.all([call(), call(), call()])
  expect(new Set(said.map(({ stdout }) => stdout)).size).toBe(1)
})

test('each purpose has its key', () => {
  expect(derive('a', 'seal')).toHaveLength(32)
  expect(derive('a', 'seal')).toEqual(derive('a', 'seal'))
  expect(derive('a', 'seal')).not.toEqual(derive('a', 'hash'))
  expect(derive('a', 'seal')).not.toEqual(derive('b', 'seal'))
})

test('each role has its password', () => {
  const passwords = rolePasswords('a')
  expect(new Set(Object.values(passwords)).size).toBe(4)
  expect(passwords.koppel_vault).toBe(derive('a', 'role:koppel_vault').toString('hex'))
})
