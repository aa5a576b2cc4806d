import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, addMonths } from '../../app/protocol/day'
import { readPseudonym } from '../../app/protocol/pseudonym'
import { type ReleaseSpec, wholeRelease } from '../../app/protocol/release-spec'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { recordEvent } from '../../app/records/follow-up/event'
import type { Manifest } from '../../app/records/releases/manifest'
import { listReleases } from '../../app/records/releases/release'
import { askRelease } from '../../app/records/releases/verbs'
import { withdraw } from '../../app/records/withdrawal'
import { releaseIntoFolder } from '../../jobs/release/into-folder'
import { verifyFolder } from '../../jobs/release/verify'
import { freshDatabase } from '../database'
import { MET, REGISTERED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
const KEY = Buffer.alloc(32, 7)
const CUT_OFF = addMonths(REGISTERED, 24)
let world: World
let root: string
beforeEach(async () => {
  world = await namedWorld(database)
  root = await mkdtemp(join(tmpdir(), 'koppel-release-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const within = (name: string) => join(root, name)
const spec = (more: Partial<ReleaseSpec> = {}): ReleaseSpec => ({ ...wholeRelease(werkalliantie, 'analysis'), ...more })
const into = (name: string, more: Partial<ReleaseSpec> = {}, key = KEY, { desk, on } = world) =>
  releaseIntoFolder(desk, on(CUT_OFF), { spec: spec(more), key, cutOff: CUT_OFF, folder: within(name) })
const verified = async (name: string, key = KEY) =>
  must(await verifyFolder(world.desk, world.on(CUT_OFF), { folder: within(name), keyOf: () => key }))
const rowsOf = async (name: string, file: string) =>
  parse(await readFile(join(within(name), file)), { columns: true }) as Record<string, string>[]
type Client = Parameters<World['interviewed']>[0]
const complete = async (
  name: Client,
  scopes: Parameters<World['interviewed']>[1] = {},
  { interviewed, answered } = world,
) => {
  const ids = await interviewed(name, scopes)
  must(await answered(name, 'client'))
  must(await answered(name, 'supervisor'))
  return ids
}

test('a folder holds every table in every format, and a manifest that says how it came to be', async () => {
  await complete('Evers')
  await complete('Fokkens')
  const manifest = must(await into('one'))
  expect(manifest).toMatchObject({
    study: world.study.code,
    release: { number: 1 },
    cut_off: CUT_OFF,
    people: { people: 2, unlinked: 0, left_out: { no_consent: 0 } },
    rows: { wide: 2, individual: 4, pairwise: 4 },
    asked: { on: CUT_OFF },
    approved: { on: CUT_OFF, in_one_go: true },
    disclosure: { verdict: 'overridden', k: 5, override: expect.stringContaining('one go') },
  })
  const names = (await readdir(within('one'))).sort()
  expect(names).toEqual([...manifest.files.map(({ name }) => name), 'manifest.json'].sort())
  for (const table of ['wide', 'individual', 'pairwise', 'items', 'events', 'person_time'])
    for (const ending of ['csv', 'sav', 'sps', 'dta', 'parquet']) expect(names).toContain(`${table}.${ending}`)
  expect(names).toEqual(expect.arrayContaining(['odm.xml', 'read.R', 'datapackage.json', 'ddi.xml', 'codebook.html']))
  const kept = JSON.parse(await readFile(join(within('one'), 'manifest.json'), 'utf8')) as Manifest
  expect(kept).toEqual(manifest)
  const { items } = await listReleases(world.db, world.study.id, { limit: 10 })
  expect(items).toMatchObject([{ number: 1, state: 'approved', counts: { people: 2 } }])
})

test('the same again gives the same bytes, in another home too, and another key other numbers', async () => {
  await complete('Evers')
  await complete('Fokkens')
  const one = must(await into('one'))
  expect(must(await into('two')).data_sha256).toBe(one.data_sha256)
  const elsewhere = await namedWorld(await freshDatabase())
  await complete('Fokkens', {}, elsewhere)
  await complete('Evers', {}, elsewhere)
  const other = must(await into('three', {}, KEY, elsewhere))
  // the study has another code there, and files say which study they are of
  const bytes = (manifest: Manifest) => manifest.files.filter(({ name }) => name.endsWith('.csv'))
  expect(bytes(other)).toEqual(bytes(one))
  const numbers = (await rowsOf('one', 'wide.csv')).map(({ dyad = '' }) => dyad)
  expect(numbers.every((number) => readPseudonym(number).ok)).toBe(true)
  expect(numbers).toEqual([...numbers].sort())
  must(await into('four', {}, Buffer.alloc(32, 8)))
  for (const { dyad = '' } of await rowsOf('four', 'wide.csv')) expect(numbers).not.toContain(dyad)
})

test('only who said yes is in it; of who did not say yes to linkage no event', async () => {
  await complete('Evers')
  const { clientId } = await complete('Fokkens')
  const unlinked = await complete('Gerrits', { register_linkage: 'declined' })
  const reported = { event: 'early_intervention_report', on: MET, kind: null, reason: null }
  must(await recordEvent(world.db, world.on(MET), { registrationId: unlinked.registrationId, ...reported }))
  await database.study.$executeRaw`SELECT study.revoke_permissions(${clientId}::uuid)`
  const manifest = must(await into('one'))
  expect(manifest).toMatchObject({
    people: { people: 2, unlinked: 1, left_out: { no_consent: 1 } },
    rows: { events: 0 },
  })
})

test('a part of the study is chosen, and who is not of it is counted', async () => {
  await complete('Evers')
  await complete('Fokkens')
  const nobody = await into('one', { population: { region: 'elsewhere' } })
  expect(codeOf(nobody)).toBe('nobody_in_it')
  expect(await readdir(within('one'))).toEqual([])
  const { people } = must(await into('two', { population: { startedTo: CUT_OFF } }))
  expect(people).toMatchObject({ people: 2, left_out: { no_consent: 0, not_asked_for: 0 } })
  const { items } = await listReleases(world.db, world.study.id, { limit: 10 })
  expect(items.map(({ state, failure }) => [state, failure])).toEqual([
    ['approved', null],
    ['failed', 'nobody_in_it'],
  ])
})

test('a folder with anything in it is no place for a release, nor is a file', async () => {
  await complete('Evers')
  await writeFile(within('file'), '')
  expect(codeOf(await into('file'))).toBe('no_folder_there')
  must(await into('one'))
  expect(codeOf(await into('one'))).toBe('folder_taken')
  expect(codeOf(await verifyFolder(world.desk, world.on(CUT_OFF), { folder: root, keyOf: () => KEY }))).toBe(
    'no_manifest',
  )
})

test('one byte that was changed is found, and a file that is gone or was not there', async () => {
  await complete('Evers')
  const { files } = must(await into('one', { formats: ['csv', 'sav'] }))
  expect(await verified('one')).toEqual({
    release: 1,
    files: files.length,
    wrong: [],
    again: true,
    why: null,
    changed: 0,
  })
  for (const { name } of files) {
    const path = join(within('one'), name)
    const bytes = await readFile(path)
    const place = bytes.length >> 1
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
    await writeFile(path, bytes)
    expect((await verified('one')).wrong, name).toEqual([{ name, what: 'changed' }])
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
    await writeFile(path, bytes)
  }
  await writeFile(join(within('one'), 'more.txt'), '')
  await rm(join(within('one'), 'wide.sav'))
  expect((await verified('one')).wrong).toEqual([
    { name: 'more.txt', what: 'not_in_manifest' },
    { name: 'wide.sav', what: 'missing' },
  ])
})

test('what came since changes nothing; of whoever was corrected or erased it is said how many', async () => {
  const { registrationId } = await complete('Evers')
  await complete('Fokkens')
  const ended = { event: 'ended', on: MET, kind: 'completed', reason: null }
  must(await recordEvent(world.db, world.on(MET), { registrationId, ...ended }))
  must(await into('one'))
  const reported = { event: 'early_intervention_report', on: MET, kind: null, reason: null }
  must(await recordEvent(world.db, world.on(CUT_OFF), { registrationId, ...reported }))
  await complete('Gerrits')
  expect(await verified('one')).toMatchObject({ wrong: [], again: true, changed: 0 })
  must(await recordEvent(world.db, world.on(CUT_OFF), { registrationId, ...ended, kind: 'neutral', reason: 'moved' }))
  expect(await verified('one')).toMatchObject({ wrong: [], again: false, changed: 1 })
  const { clientId } = await world.interviewed('Fokkens')
  must(await withdraw(world.db, world.on(addDays(CUT_OFF, 1)), { clientId, collected: 'erase' }))
  expect(await verified('one')).toMatchObject({ wrong: [], again: false, changed: 2 })
  expect(await verified('one', Buffer.alloc(32, 8))).toMatchObject({ again: null, why: 'other_key' })
})

test('dates are an objection of their own', async () => {
  await complete('Evers')
  const { disclosure } = must(await into('one', { dates: 'calendar', tables: ['wide'], formats: ['csv'] }))
  expect(disclosure.objections).toContainEqual({ code: 'dates_shown' })
  expect(must(await into('two', { tables: ['wide'], formats: ['csv'] })).disclosure.objections).not.toContainEqual({
    code: 'dates_shown',
  })
})

test('a making that was broken off leaves nothing that looks like a release, and the next one begins anew', async () => {
  await complete('Evers')
  const { releaseId } = must(await askRelease(world.db, { ...world.on(CUT_OFF), actor: 'system' }, spec()))
  await mkdir(join(within('one'), `.making-${releaseId}`), { recursive: true })
  await writeFile(join(within('one'), `.making-${releaseId}`, 'wide.csv'), 'half')
  must(await into('one', { tables: ['wide'], formats: ['csv'] }))
  expect((await readdir(within('one'))).sort()).toEqual(['codebook.html', 'codebook.json', 'manifest.json', 'wide.csv'])
  const { items } = await listReleases(world.db, world.study.id, { limit: 10 })
  expect(items.map(({ state, failure }) => [state, failure])).toEqual([
    ['approved', null],
    ['failed', 'broken_off'],
  ])
})

test('of two into one folder at once one is refused, and the other is whole', async () => {
  await complete('Evers')
  const both = await Promise.all([into('one'), into('one', {}, Buffer.alloc(32, 8))])
  expect(both.map(codeOf).sort()).toEqual(['done', 'folder_taken'])
  expect((await verified('one', both[0].ok ? KEY : Buffer.alloc(32, 8))).wrong).toEqual([])
})
