import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabases } from '../../app/platform/database'
import { prepareHome } from '../../app/platform/prepare'
import { afterwards } from '../afterwards'
import { oldServer, pg_ctl } from './old-server'

test.runIf(pg_ctl)('PostgreSQL 15 of one’s own is migrated through DATABASE_URL', async () => {
  const home = mkdtempSync(join(tmpdir(), 'koppel-postgresql15-'))
  chmodSync(home, 0o755)
  afterwards(() => rmSync(home, { recursive: true, force: true }))
  expect(execFileSync(`${pg_ctl}`, ['--version'], { encoding: 'utf8' })).toContain(' 15.')
  const env = { DATABASE_URL: await oldServer(home) }
  const first = await prepareHome({ home, env })
  const { keys: _, ...same } = first
  expect(await prepareHome({ home, env })).toMatchObject(same)
  expect(first).toMatchObject({ embedded: false, started: false })
  const databases = openDatabases(first.connections)
  expect(await databases.study.client.count()).toBe(0)
  expect(await databases.vault.person.count()).toBe(0)
  expect((await databases.analyst.query('SELECT FROM study.answer')).rowCount).toBe(0)
  await databases.close()
})
