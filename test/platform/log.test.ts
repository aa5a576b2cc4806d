import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

test('the log goes to stderr, in JSON, without names and secrets', () => {
  const module = JSON.stringify(pathToFileURL('app/platform/log.ts').href)
  const script = `import(${module}).then(({ log }) => log.info({ email: 'a@b.nl', person: { surname: 'Jansen' }, id: 7 }, 'said'))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' })
  expect(stdout).toBe('')
  expect(stderr).not.toMatch(/Jansen|a@b\.nl/)
  expect(JSON.parse(stderr)).toMatchObject({ id: 7, msg: 'said', email: '[redacted]' })
})
