import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** `npm start` as a new machine would run it: with these variables and no others. */
function start(set: Record<string, string>) {
  const home = mkdtempSync(join(tmpdir(), 'koppel-start-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, KOPPEL_HOME: home, PORT: '0', ...set }
  const command = ['--import', 'tsx', 'scripts/serve.ts']
  const { status, stderr } = spawnSync(process.execPath, command, {
    env: env as never,
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, stderr, left: readdirSync(home) }
}

test('without secrets production does not start, says what to set, and touches nothing', () => {
  const { status, stderr, left } = start({})
  expect(status).toBe(1)
  for (const variable of ['KOPPEL_SECRET', 'KOPPEL_BASE_URL', 'SMTP_URL']) expect(stderr).toContain(variable)
  expect(left).toEqual([])
})

test('nor with a weak secret', () => {
  const { status, stderr } = start({
    KOPPEL_SECRET: 'change-me-change-me-change-me-change-me',
    KOPPEL_BASE_URL: 'https://koppel.example.org',
    SMTP_URL: 'smtp://127.0.0.1:2525',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('KOPPEL_SECRET')
})
