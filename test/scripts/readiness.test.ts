import pg from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../database'
import { connected } from '../platform/connect'
import { startWeb, type WebProcess } from './web-process'

let database: TestDatabase
let web: WebProcess
beforeAll(async () => {
  database = await freshDatabase()
  // nobody listens there: the queue is away for as long as this file runs
  web = await startWeb(database, { REDIS_URL: 'redis://127.0.0.1:1' })
}, 120_000)

const look = async (path: string) => {
  const response = await fetch(web.base + path)
  return [response.status, await response.text()]
}
const READY = [200, 'ready\nqueue: away\n']
const notReady = (why: string) => [503, expect.stringMatching(new RegExp(`^not ready: ${why}\n`))]
const ALIVE = [200, 'ok\n']

/** As if a newer version had migrated the database under this one. */
const migrated = (kind: string) =>
  connected(database.urls.owner, (owner) =>
    owner.query(
      `INSERT INTO public.koppel_migration (name, sha256, kind) VALUES ('0999_later.sql', '', $1)
       ON CONFLICT (name) DO UPDATE SET kind = $1`,
      [kind],
    ),
  )

test('a queue that is away is said, and the pages are served', async () => {
  expect(await look('/readyz')).toEqual(READY)
  expect((await look('/sign-in'))[0]).toBe(200)
})

test('ready on what a newer version added, not on what it took away', async () => {
  await migrated('expand')
  expect(await look('/readyz')).toEqual(READY)
  await migrated('contract')
  expect(await look('/readyz')).toEqual(notReady('migrations'))
  expect(await look('/healthz')).toEqual(ALIVE)
  await migrated('expand')
  expect(await look('/readyz')).toEqual(READY)
})

test('without its database it lives, is not ready, and comes back by itself', async () => {
  const name = new URL(database.urls.owner).pathname.slice(1)
  const server = new pg.Client({ connectionString: inject('ownerUrl') })
  await server.connect()
  try {
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    expect(await look('/readyz')).toEqual(notReady('database'))
    expect(await look('/healthz')).toEqual(ALIVE)
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await expect.poll(() => look('/readyz'), { timeout: 10_000 }).toEqual(READY)
  } finally {
    await server.end()
  }
})
