import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../app/platform/migrate'
import { APPLIED, type Applied, demandUsable, MigrationError, migrationsIn } from '../../app/platform/schema-version'
import { rolePasswords } from '../../app/platform/secrets'
import { tablesSql } from '../../scripts/migration-diff'
import { freshDatabase } from '../database'
import { catalogueOf } from './catalogue'
import { connected } from './connect'

const FOLDER = 'prisma/migrations'

/** What the schema file cannot say and the second migration adds. Anything else that differs is a mistake. */
const BY_HAND = [
  /^constraint \S+\.\w+: CHECK /,
  /^index (study\.departure|identity\.rotation)_open_key: /,
  /^index study\.(criterion_finding|judgement)_current_key: /,
  /^index study\.registration_comes_back_idx: /,
  /^index study\.(entry_(aside|second_entry)|measurement_unfinished)_idx: /,
  /^index study\.(voucher_handed_out|appointment_planned): /,
  /^trigger audit\.(vault_)?(entry|seal|sealed)\.(append_only|never_emptied): /,
  /^index study\.alarm_open_key: /,
  /^trigger study\.\w+\.(restage_(added|changed)|begin_stage(_anew)?|touch_(insert|update|delete)): /,
  /^trigger study\.measurement\.measurement_(pair_known|completed): /,
  /^function study\.(stages|restage|begin_stage(_anew)?|pair_known|rater|touch(_\w+)?|completed|forget_(making|releases))\(/,
  /^function (audit\.(append_only|forget_details)|study\.(set|revoke|end)_permissions|study\.erase_((supervisor_)?answers|after_all|told)|study\.forget_(answers|refused_lines))\(/,
]

const copyOfMigrations = () => {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(FOLDER, folder, { recursive: true })
  return folder
}

const blank = async () => {
  const { urls, secret } = await freshDatabase('blank')
  return { url: urls.owner, passwords: rolePasswords(secret) }
}

test('the migrations and the schema file make the same database', async () => {
  const migrated = await freshDatabase()
  const { url } = await blank()
  const tables = await tablesSql(url)
  await connected(url, (owner) => owner.query(tables))
  const [byMigrations, bySchema] = await Promise.all([catalogueOf(migrated.urls.owner), catalogueOf(url)])
  expect(bySchema.length).toBeGreaterThan(200)
  expect(bySchema.filter((line) => !byMigrations.includes(line))).toEqual([])
  const extra = byMigrations.filter((line) => !bySchema.includes(line))
  expect(extra.filter((line) => !BY_HAND.some((pattern) => pattern.test(line)))).toEqual([])
  expect(extra.length).toBeGreaterThan(10)
  await connected(url, (owner) => owner.query('ALTER TABLE study.client ADD COLUMN planted int'))
  expect((await catalogueOf(url)).filter((line) => !bySchema.includes(line))).toHaveLength(1)
  expect(readFileSync(join(FOLDER, '0001_tables.sql'), 'utf8')).toBe(tables)
})

test('migrating again does nothing, by many at once either', async () => {
  const { url, passwords } = await blank()
  const runs = await Promise.all(Array.from({ length: 4 }, () => migrate(url, passwords)))
  const applied = runs.map((run) => run.applied.length).sort()
  expect(applied.slice(0, 3)).toEqual([0, 0, 0])
  expect(applied[3]).toBeGreaterThanOrEqual(2)
})

test('a migration that was changed after it was applied is refused by name', async () => {
  const { url, passwords } = await blank()
  const folder = copyOfMigrations()
  await migrate(url, passwords, { folder })
  const changed = join(folder, '0002_walls.sql')
  writeFileSync(changed, `${readFileSync(changed, 'utf8')}-- a word more\n`)
  await expect(migrate(url, passwords, { folder })).rejects.toThrow(/0002_walls\.sql was changed/)
})

const LATER = 'CREATE TABLE study.later (id int);'
/** A database that a newer version migrated, and whether this one still works with it. */
const ahead = async (later: string) => {
  const { url, passwords } = await blank()
  const folder = copyOfMigrations()
  writeFileSync(join(folder, '0999_later.sql'), later)
  expect((await migrate(url, passwords, { folder })).applied).toContain('0999_later.sql')
  return migrate(url, passwords)
}

test('the version before goes on with a database that was only added to', async () => {
  expect(await ahead(`-- expand: a table that nobody knows yet\n${LATER}`)).toEqual({ applied: [] })
})

test.each(['-- contract: nothing of the old is left\n', ''])(
  'and is refused after one that begins with "%s"',
  async (line) => {
    await expect(ahead(line + LATER)).rejects.toThrow(/0999_later\.sql.*use a newer/)
  },
)

test('the version after applies what is missing, and does not work without', async () => {
  const { url, passwords } = await blank()
  await migrate(url, passwords)
  const folder = copyOfMigrations()
  writeFileSync(join(folder, '0999_later.sql'), `-- expand: later\n${LATER}`)
  const applied = (await connected(url, (owner) => owner.query<Applied>(APPLIED))).rows
  expect(() => demandUsable(applied, migrationsIn(folder))).toThrow('lacks migration 0999_later.sql')
  expect(() => demandUsable(applied, migrationsIn(FOLDER))).not.toThrow()
  expect(await migrate(url, passwords, { folder })).toEqual({ applied: ['0999_later.sql'] })
})

test('each migration after the first two says what it leaves to the version before it', () => {
  const later = migrationsIn(FOLDER).slice(2)
  expect(later.filter(({ sql }) => !/^-- (expand|contract): \S/.test(sql)).map(({ name }) => name)).toEqual([])
})

test('migrating stops where it is told to, and goes on from there', async () => {
  const { url, passwords } = await blank()
  expect((await migrate(url, passwords, { upTo: '0002_walls.sql' })).applied.at(-1)).toBe('0002_walls.sql')
  const folder = copyOfMigrations()
  writeFileSync(join(folder, '0999_later.sql'), 'CREATE TABLE study.later (id int);')
  expect((await migrate(url, passwords, { folder, upTo: '0998' })).applied).toEqual([])
  expect((await migrate(url, passwords, { folder })).applied).toEqual(['0999_later.sql'])
})

test('a migration that fails leaves nothing of itself, and the next run goes on', async () => {
  const { url, passwords } = await blank()
  const folder = copyOfMigrations()
  const broken = join(folder, '0999_broken.sql')
  writeFileSync(broken, 'CREATE TABLE study.half (id int); SELECT 1 / 0;')
  await expect(migrate(url, passwords, { folder })).rejects.toThrow(MigrationError)
  const half = await connected(url, (owner) => owner.query(`SELECT to_regclass('study.half') AS half`))
  expect(half.rows).toEqual([{ half: null }])
  writeFileSync(broken, 'CREATE TABLE study.half (id int);')
  expect((await migrate(url, passwords, { folder })).applied).toEqual(['0999_broken.sql'])
})
