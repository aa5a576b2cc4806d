import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openOneOfEach } from '../../app/identity/opens'
import { sessionOf, startSession } from '../../app/identity/sessions'
import { signIn } from '../../app/identity/sign-in'
import { now } from '../../app/platform/clock'
import { prepareHome } from '../../app/platform/prepare'
import { endAlarm, raiseAlarm } from '../../app/records/running/alarms'
import { afterwards } from '../afterwards'
import { freshDatabase, type TestDatabase } from '../database'
import { catalogueOf } from '../platform/catalogue'
import { connected } from '../platform/connect'
import { oldServer, pg_ctl } from '../platform/old-server'
import { must, namedWorld } from '../world'
import { digests, EMAIL, fullWorld, openedAt, PASSWORD, vaultOfFiles } from './backup-world'
import { ownFolder } from './cli'

const files = await vaultOfFiles()
const { database } = await fullWorld()
const SESSIONS = 'identity."session"'

/** The same rows in every table; sessions stay behind. */
async function expectSame(one: string, other: string): Promise<void> {
  const [before, after] = await Promise.all([digests(one), digests(other)])
  expect(after).toEqual({ ...before, [SESSIONS]: expect.stringMatching(/^0 /) })
}

async function restoredInto(target: Pick<TestDatabase, 'urls'>, file: string) {
  return must(await files.restored(file, target.urls.owner, database.secret))
}

test('what comes back is what was there, table by table, and the system goes on with it', async () => {
  const token = await startSession(database.vault, (await accountId()) ?? '', now())
  const { file, manifest, bytes } = await files.backedUp(database)
  expect(statSync(file)).toMatchObject({ size: bytes })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(manifest).toMatchObject({ secret_inside: false, left_out: [{ name: 'identity.session' }] })
  const text = readFileSync(file, 'latin1')
  for (const word of ['manifest', 'Utrecht', database.secret, EMAIL]) expect(text).not.toContain(word)

  const target = await freshDatabase('blank')
  const restored = await restoredInto(target, file)
  expect(restored).toMatchObject({
    audit: { ok: true, faults: [] },
    tables: manifest.tables.length,
    secret_restored: false,
  })
  expect(restored.opened).toBeGreaterThan(15)
  await expectSame(database.urls.owner, target.urls.owner)
  // keys, references, indexes and triggers are back as they were, and the queue is there
  expect(await catalogueOf(target.urls.owner)).toEqual(await catalogueOf(database.urls.owner))
  expect(await triggersOf(target.urls.owner)).toEqual(await triggersOf(database.urls.owner))

  const after = openedAt(database, target.urls)
  afterwards(after.close)
  expect(await sessionOf(after.vault, token, now())).toBeNull()
  const attempt = { email: EMAIL, password: PASSWORD, address: '192.0.2.7', at: now() }
  expect(await sessionOf(after.vault, must(await signIn(after.vault, Buffer.alloc(32), attempt)), now())).not.toBeNull()
  expect((await openOneOfEach({ db: after.vault, keys: database.keys })).closed).toEqual([])
  const again = await namedWorld(after)
  await again.interviewed('Hendriks')
  const heads = await numbers(target.urls.owner)
  expect(Number(heads[1])).toBeGreaterThan(Number(manifest.audit_head))
})

test('to PostgreSQL 15 as an owner without more rights, and back: the same', async ({ skip }) => {
  if (!pg_ctl) return skip()
  const folder = ownFolder()
  const old = await oldServer(folder)
  const { file } = await files.backedUp(database)
  must(await files.restored(file, old, database.secret))
  await expectSame(database.urls.owner, old)
  // a process starts with it, and what it writes comes back too
  const env = { DATABASE_URL: old, KOPPEL_SECRET: database.secret }
  const { connections } = await prepareHome({ home: folder, env })
  const there = openedAt(database, { ...connections, owner: old })
  await (await namedWorld(there)).interviewed('Fokkens')
  await there.close()
  const back = await files.backedUp({ ...database, urls: { ...connections, owner: old } })
  expect(back.manifest.postgresql).toMatch(/^15\./)
  const target = await freshDatabase('blank')
  await restoredInto(target, back.file)
  await expectSame(old, target.urls.owner)
  expect(await catalogueOf(target.urls.owner)).toEqual(await catalogueOf(database.urls.owner))
}, 120_000)

test('one moment, while others write', async () => {
  const busy = await namedWorld(database)
  let stop = false
  const kinds = ['mail_late', 'mail_stopped', 'worker_silent', 'work_differs'] as const
  const writing = kinds.map(async (kind) => {
    while (!stop) {
      must(await raiseAlarm(busy.db, busy.on('2012-04-01'), { kind, amount: 1 }))
      must(await endAlarm(busy.db, busy.on('2012-04-01'), kind))
    }
  })
  while ((await alarms(database.urls.owner)).raised < 20) await new Promise((soon) => setTimeout(soon, 20))
  const { file } = await files.backedUp(database)
  stop = true
  await Promise.all(writing)
  const target = await freshDatabase('blank')
  await restoredInto(target, file)
  const [then, at] = [await alarms(target.urls.owner), await alarms(database.urls.owner)]
  // the audit was read before the alarms: of two moments there would be alarms without an entry
  expect(then.raised).toBe(then.said)
  expect(then.raised).toBeGreaterThanOrEqual(20)
  expect(at.raised).toBeGreaterThan(then.raised)
})

const accountId = async () => (await database.vault.account.findFirst({ where: { email: EMAIL } }))?.id

const alarms = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ raised: number; said: number }>(
      `SELECT (SELECT count(*)::int FROM study.alarm) AS raised,
              (SELECT count(*)::int FROM audit.entry WHERE verb = 'raise_alarm') AS said`,
    )
    return rows[0] ?? { raised: 0, said: 0 }
  })

const triggersOf = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ told: string }>(
      `SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text AS told FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
    )
    return rows.map(({ told }) => told)
  })

const numbers = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ low: string; high: string }>(
      'SELECT min(id) AS low, max(id) AS high FROM audit.entry',
    )
    return [rows[0]?.low, rows[0]?.high]
  })
