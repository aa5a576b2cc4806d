import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBackup } from '../../app/platform/backup/read'
import { identitiesOf, makeIdentity } from '../../app/platform/backup/sealed-file'
import { now } from '../../app/platform/clock'
import { fits } from '../../jobs/backup/fits'
import { restore } from '../../jobs/backup/restore'
import { codeVersion } from '../../jobs/release/version'
import { freshDatabase } from '../database'
import { connected } from '../platform/connect'
import { codeOf, must } from '../world'
import { fullWorld, vaultOfFiles } from './backup-world'
import { answerOf, koppel, koppelHere, ownFolder, starting } from './cli'

const files = await vaultOfFiles()
const { database } = await fullWorld()
const { file, manifest } = await files.backedUp(database)
const bytes = readFileSync(file)
const { secret } = database

const schemas = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT nspname::text AS name FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$|^public$' ORDER BY 1`,
    )
    return rows.map(({ name }) => name)
  })

/** Restores changed bytes into a blank database: the code, and what stands there afterwards. */
async function tried(changed: Buffer, url: string): Promise<string> {
  const other = files.file()
  writeFileSync(other, changed)
  const came = await files.restored(other, url, secret)
  rmSync(other)
  return codeOf(came)
}

test('a byte changed anywhere, a file cut off anywhere, or with something behind it, is found before anything is touched', async () => {
  const target = await freshDatabase('blank')
  // every byte of what stands before the first piece, and others all over the file
  const places = [
    ...Array(300).keys(),
    ...Array.from({ length: 60 }, (_, at) => Math.floor((at * bytes.length * 0.618) % bytes.length)),
  ]
  for (const place of places) {
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ (1 + (place % 255))
    expect(['backup_damaged', 'backup_wrong_key'], `byte ${place}`).toContain(await tried(changed, target.urls.owner))
  }
  const piece = 64 * 1024 + 16
  for (const length of [
    0,
    1,
    21,
    170,
    250,
    piece,
    bytes.length - piece,
    bytes.length >> 1,
    bytes.length - 17,
    bytes.length - 1,
  ])
    expect(await tried(bytes.subarray(0, Math.max(0, length)), target.urls.owner), `${length} bytes`).toMatch(
      /^backup_/,
    )
  expect(await tried(Buffer.concat([bytes, Buffer.alloc(1)]), target.urls.owner)).toBe('backup_damaged')
  expect(await tried(Buffer.from('no back-up at all'), target.urls.owner)).toBe('backup_damaged')
  expect(await schemas(target.urls.owner)).toEqual([])
  expect(codeOf(await files.restored(file, target.urls.owner, secret))).toBe('done')
}, 120_000)

test('another key, another secret, or none', async () => {
  const target = await freshDatabase('blank')
  const other = join(files.folder, 'other-key')
  await makeIdentity(other, now())
  const home = join(files.folder, 'elsewhere')
  const env = { DATABASE_URL: target.urls.owner }
  const asked = { file, home, identities: identitiesOf(files.key), env: { ...env, KOPPEL_SECRET: secret } }
  expect(codeOf(await restore({ ...asked, identities: identitiesOf(other) }))).toBe('backup_wrong_key')
  expect(codeOf(await restore({ ...asked, env }))).toBe('secret_needed')
  const wrong = { ...env, KOPPEL_SECRET: 'een-ander-woord-van-ruim-dertig-tekens-9' }
  expect(codeOf(await restore({ ...asked, env: wrong }))).toBe('other_secret')
  expect(await schemas(target.urls.owner)).toEqual([])
  expect(existsSync(home)).toBe(false)
})

test('a database that is in use is left as it is', async () => {
  expect(codeOf(await files.restored(file, database.urls.owner, secret))).toBe('not_empty')
  expect(await database.study.client.count()).toBeGreaterThan(0)
  const migrated = await freshDatabase()
  expect(codeOf(await files.restored(file, migrated.urls.owner, secret))).toBe('not_empty')
})

test('a back-up of tables that this version does not have, or of a newer version, is for that version', () => {
  const own = codeVersion()
  const [first, ...others] = manifest.migrations
  const strange = { name: '0999_later.sql', sha256: '0'.repeat(64) }
  expect(must(fits(manifest, own))).toEqual({ upTo: manifest.migrations.at(-1)?.name })
  expect(must(fits({ ...manifest, migrations: first ? [first] : [] }, own))).toEqual({ upTo: first?.name })
  expect(codeOf(fits({ ...manifest, migrations: [...manifest.migrations, strange] }, own))).toBe('unknown_migration')
  const changed = [{ ...first, name: first?.name ?? '', sha256: '0'.repeat(64) }, ...others]
  expect(codeOf(fits({ ...manifest, migrations: changed }, own))).toBe('other_migration')
  expect(codeOf(fits({ ...manifest, code: 'koppel 0.10.0+0' }, 'koppel 0.9.1+0'))).toBe('backup_newer')
  expect(codeOf(fits({ ...manifest, code: 'koppel 0.9.0+0' }, 'koppel 0.10.1+0'))).toBe('done')
})

test('a restore that was killed leaves nothing that starts; another one clears it away', async () => {
  const target = await freshDatabase('blank')
  const home = ownFolder()
  const env = { DATABASE_URL: target.urls.owner, KOPPEL_SECRET: secret }
  const words = ['restore', file, '--identity', files.key, '--home', home, '--json']
  const child = starting(words, env)
  while (!(await schemas(target.urls.owner)).includes('study')) await new Promise((soon) => setTimeout(soon, 5))
  child.kill('SIGKILL')
  await child.ended
  expect(await schemas(target.urls.owner)).toContain('koppel_restoring')
  const refused = await koppelHere(['flow', '--home', home, '--json'], env)
  expect(answerOf(refused).error).toMatchObject({ code: 'environment', message: expect.stringMatching(/restore/i) })
  await untilAlone(target.urls.owner)
  expect(answerOf(await koppel(words, env))).toMatchObject({ audit: { ok: true }, rows: rowsOf(manifest.tables) })
  expect((await koppelHere(['flow', '--home', home, '--json'], env)).code).toBe(0)
}, 120_000)

test('a restore that is stopped leaves an empty database', async () => {
  const target = await freshDatabase('blank')
  const env = { DATABASE_URL: target.urls.owner, KOPPEL_SECRET: secret }
  const asked = { file, home: join(files.folder, 'stopped'), identities: identitiesOf(files.key), env }
  expect(codeOf(await restore({ ...asked, stop: AbortSignal.abort() }))).toBe('stopped_early')
  expect(await schemas(target.urls.owner)).toEqual([])
})

test('a back-up that is broken off leaves no file', async () => {
  const { folder } = await vaultOfFiles()
  const env = { DATABASE_URL: database.urls.owner, KOPPEL_SECRET: secret }
  const words = ['backup', join(folder, 'one.age'), '--recipient', files.recipient, '--home', folder, '--json']
  // somebody holds a table so that the back-up waits half-way
  await connected(database.urls.owner, async (holder) => {
    await holder.query('BEGIN; LOCK TABLE study.study IN ACCESS EXCLUSIVE MODE')
    const child = starting(words, env)
    while (!existsSync(join(folder, 'one.age.part'))) await new Promise((soon) => setTimeout(soon, 5))
    child.kill('SIGKILL')
    await child.ended
  })
  expect(existsSync(join(folder, 'one.age'))).toBe(false)
  expect(answerOf(await koppel(words, env))).toMatchObject({
    file: join(folder, 'one.age'),
    // and the proof of the secret that the first start leaves, and the entry that each of the two wrote first
    rows: rowsOf(manifest.tables) + 3,
  })
  expect(readdirSync(folder).filter((name) => name.startsWith('one'))).toEqual(['one.age'])
  const twice = await koppelHere(words, env)
  expect([twice.code, answerOf(twice).error.code]).toEqual([1, 'file_exists'])
  await expect(checkBackup(join(folder, 'one.age'), identitiesOf(files.key))).resolves.toBeTruthy()
}, 120_000)

const rowsOf = (tables: readonly { readonly rows: number }[]) => tables.reduce((sum, { rows }) => sum + rows, 0)

/** The sessions of a killed process take a moment to end. */
async function untilAlone(url: string): Promise<void> {
  const others = () =>
    connected(url, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
      return rows[0]?.n ?? 0
    })
  while ((await others()) > 0) await new Promise((soon) => setTimeout(soon, 20))
}
