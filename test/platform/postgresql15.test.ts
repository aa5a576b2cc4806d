import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabases } from '../../app/platform/database'
import { execute, serverUser } from '../../app/platform/embedded/binaries'
import { freePort } from '../../app/platform/embedded/postmaster'
import { prepareHome } from '../../app/platform/prepare'
import { needs } from '../require'
import { connected } from './connect'

const initdb = needs('/usr/lib/postgresql/15/bin/initdb')
const pg_ctl = needs('/usr/lib/postgresql/15/bin/pg_ctl')

/** A server of the oldest version that is supported, as a data centre would run it. Its owner is no superuser. */
async function oldServer(home: string): Promise<string> {
  const cluster = join(home, 'cluster')
  const password = join(home, 'password')
  const user = serverUser(cluster)
  mkdirSync(cluster, { mode: 0o700 })
  writeFileSync(password, 'p\n')
  if (user.uid !== undefined && user.gid !== undefined) chownSync(cluster, user.uid, user.gid)
  await execute(`${initdb}`, ['-D', cluster, '-U', 'root', '--pwfile', password, '--auth=scram-sha-256', '-N'], user)
  const port = await freePort(undefined)
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
  await execute(`${pg_ctl}`, ['start', '-w', '-s', '-D', cluster, '-l', join(cluster, 'log'), '-o', options], user)
  onTestFinished(() => execute(`${pg_ctl}`, ['stop', '-w', '-s', '-m', 'immediate', '-D', cluster], user))
  const superuser = `postgresql://root:p@127.0.0.1:${port}/postgres`
  await connected(superuser, async (client) => {
    await client.query(`CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'k'`)
    await client.query('CREATE DATABASE cohort OWNER keeper')
  })
  return `postgresql://keeper:k@127.0.0.1:${port}/cohort`
}

test.runIf(initdb && pg_ctl)('PostgreSQL 15 of one’s own is migrated through DATABASE_URL', async () => {
  const home = mkdtempSync(join(tmpdir(), 'koppel-postgresql15-'))
  chmodSync(home, 0o755)
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
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
