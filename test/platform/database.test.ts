import { expect, test } from 'vitest'
import { createAccount } from '../../app/identity/accounts'
import { startSession } from '../../app/identity/sessions'
import { openDatabases } from '../../app/platform/database'
import { freshDatabase } from '../database'
import { MET, REGISTERED } from '../people'
import { releasedCases } from '../released'
import { must, namedWorld } from '../world'
import { connected } from './connect'

test('moments and days come as they went, whatever zone and style of days the database is set to', async () => {
  const database = await freshDatabase()
  const { urls, vault } = database
  await connected(urls.owner, async (owner) => {
    const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name')
    await owner.query(`ALTER DATABASE ${rows[0]?.name} SET timezone = 'America/New_York'`)
    await owner.query(`ALTER DATABASE ${rows[0]?.name} SET datestyle = 'SQL, DMY'`)
  })
  const at = new Date('2012-03-04T05:06:07Z')
  const someone = { email: 'a@example.org', name: 'A', role: 'coordinator', language: 'nl', password: 'long enough' }
  const accountId = must(await createAccount(vault, someone as Parameters<typeof createAccount>[1], 'system'))
  await startSession(vault, accountId, at)
  expect(await vault.session.findMany({ select: { startedAt: true } })).toEqual([{ startedAt: at }])
  await connected(urls.owner, async (owner) => {
    const { rows } = await owner.query('SELECT extract(epoch FROM started_at)::int AS seconds FROM identity.session')
    expect(rows).toEqual([{ seconds: at.getTime() / 1000 }])
  })

  const world = await namedWorld(database)
  const { registrationId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  expect(await world.db.registration.findMany({ where: { id: registrationId } })).toMatchObject([
    { startedOn: new Date(REGISTERED) },
  ])
  const released = []
  for (const { startedOn, measurements } of await releasedCases(database.analyst, world.study))
    released.push([startedOn, ...measurements.map(({ on }) => on)])
  expect(released).toEqual([[REGISTERED, MET]])
})

test('commits wait for the disk, unless what is written can be done again from its beginning', async () => {
  const { urls } = await freshDatabase()
  await connected(urls.owner, async (owner) => {
    const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name')
    // the tests' own server waits for no disk
    await owner.query(`ALTER DATABASE ${rows[0]?.name} SET synchronous_commit = 'on'`)
  })
  for (const hasty of [false, true]) {
    const { study, vault, close } = openDatabases(urls, { hasty })
    for (const room of [study, vault])
      expect(await room.$queryRaw`SHOW synchronous_commit`).toEqual([{ synchronous_commit: hasty ? 'off' : 'on' }])
    await close()
  }
})
