import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shapes } from '../../app/exports/shapes/shapes'
import { addDays, addMonths } from '../../app/protocol/day'
import { readPseudonym } from '../../app/protocol/pseudonym'
import { wholeRelease } from '../../app/protocol/release-spec'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { recordEvent } from '../../app/records/follow-up/event'
import { askedEver } from '../../app/records/instruments/asked-ever'
import { publishInstrument } from '../../app/records/instruments/publish'
import { putToUse } from '../../app/records/instruments/use'
import { withdraw } from '../../app/records/withdrawal'
import { releaseIntoFolder } from '../../jobs/release/into-folder'
import { freshDatabase } from '../database'
import { MET, OPENS, planted, REGISTERED } from '../people'
import { allOf, device, handIn, measurementOf } from '../records/entries/course'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
const key = randomBytes(32)
let world: World
let folder: string
beforeEach(async () => {
  world = await namedWorld(database)
  folder = await mkdtemp(join(tmpdir(), 'koppel-release-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type Row = Readonly<Record<string, string>>
const OVER = addMonths(REGISTERED, 24)
/** Files that can be read as they are. */
const TEXTS = ['csv', 'sps', 'r', 'datapackage', 'odm', 'ddi'] as const
async function released(into = 'one', by = key) {
  const asked = await askedEver(world.db, world.study)
  const spec = { ...wholeRelease(werkalliantie, 'analysis'), formats: TEXTS }
  const wish = { spec, key: by, cutOff: OVER, folder: join(folder, into) }
  const manifest = must(await releaseIntoFolder(world.desk, world.on(OVER), wish))
  const csv = (table: string) => readFile(join(folder, into, `${table}.csv`), 'utf8')
  const rowsOf = async (table: string) => parse(await csv(table), { columns: true, bom: true }) as Row[]
  const names = manifest.files.map(({ name }) => name)
  const texts = await Promise.all(names.map((name) => readFile(join(folder, into, name), 'utf8')))
  const rows = await rowsOf('wide')
  expect(rows).toHaveLength(manifest.people.people)
  const variables = shapes(werkalliantie, asked, spec).find(({ table }) => table.name === 'wide')?.table.variables ?? []
  return { rows, rowsOf, left_out: manifest.people.left_out, text: await csv('wide'), all: texts.join(''), variables }
}
const nobody = async () => {
  const spec = wholeRelease(werkalliantie, 'analysis')
  const wish = { spec, key, cutOff: OVER, folder: join(folder, 'nobody') }
  return codeOf(await releaseIntoFolder(world.desk, world.on(OVER), wish))
}
type Client = Parameters<World['interviewed']>[0]
const complete = async (name: Client, scopes: Parameters<World['interviewed']>[1] = {}) => {
  const ids = await world.interviewed(name, scopes)
  must(await world.answered(name, 'client'))
  must(await world.answered(name, 'supervisor'))
  return ids
}

test('people who did not say yes to the release any more are left out, and counted', async () => {
  await complete('Evers')
  const { clientId } = await complete('Fokkens')
  await complete('Gerrits', { register_linkage: 'declined' })
  await database.study.$executeRaw`SELECT study.revoke_permissions(${clientId}::uuid)`
  const { rows, left_out } = await released()
  expect(rows).toHaveLength(2)
  expect(left_out).toEqual({ no_consent: 1 })
})

test.each([
  ['keep', 1],
  ['erase', 0],
] as const)('who withdrew with %s is released up to then: %s', async (collected, count) => {
  const { clientId, registrationId } = await complete('Evers')
  const reported = { registrationId, event: 'early_intervention_report', on: MET, kind: null, reason: null }
  must(await recordEvent(world.db, world.on(MET), reported))
  must(await withdraw(world.db, world.on(addDays(MET, 1)), { clientId, collected }))
  if (count === 0) return expect(await nobody()).toBe('nobody_in_it')
  const { rows, left_out } = await released()
  expect([rows.length, left_out]).toEqual([count, { no_consent: 0 }])
  // what came before counts; of what came after nothing is known, which is not the same as "no"
  for (const row of rows)
    expect(row).toMatchObject({
      t1_client_i01: '1',
      report_24m: 'yes',
      dropout_24m: 'not_yet_known',
    })
})

test('who was never interviewed is in no release, nor is what their supervisor answered', async () => {
  const { registrationId } = await world.approached('Evers')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  must(await world.answered('Evers', 'supervisor'))
  expect(await nobody()).toBe('nobody_in_it')
})

test('without linkage to the register no outcome of it is filled; with it they are', async () => {
  const linked = await complete('Evers')
  const unlinked = await complete('Fokkens', { register_linkage: 'declined' })
  for (const { registrationId } of [linked, unlinked]) {
    const ended = { event: 'ended', on: OPENS, kind: 'negative', reason: 'repeated_absence' }
    must(await recordEvent(world.db, world.on(OVER), { registrationId, ...ended }))
  }
  const { rows, rowsOf, variables } = await released()
  const ofRegister = werkalliantie.outcomes.filter(({ from }) => from === 'register')
  const outcomes = variables
    .map(({ name }) => name)
    .filter((name) => ofRegister.some(({ column }) => name.startsWith(column)) && !name.endsWith('_01'))
  expect(outcomes.length).toBeGreaterThan(20)
  const filled = rows.map((row) => outcomes.filter((name) => row[name] !== '').length)
  expect(filled.sort((a, b) => a - b)[0]).toBe(0)
  expect(filled[1]).toBeGreaterThan(0)
  expect(rows.map((row) => [row.dropout_24m, row.dropout_24m_01]).sort()).toEqual([
    ['', '-3'],
    ['yes', '1'],
  ])
  for (const table of ['events', 'person_time'])
    expect([...new Set((await rowsOf(table)).map(({ dyad }) => dyad))], table).toEqual([
      rows.find(({ dropout_24m }) => dropout_24m === 'yes')?.dyad,
    ])
})

test('a supervisor’s answers go only where the client’s of that wave go', async () => {
  const { registrationId } = await complete('Evers')
  const { registrationId: held } = await complete('Fokkens')
  const loss = { registrationId, wave: 'T2', on: OPENS, reason: 'supervision_ended' }
  must(await loseBeforeWave(world.db, world.on(OPENS), loss))
  const interview = { registrationId: held, wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), interview))
  must(await world.answered('Fokkens', 'client', { wave: 'T2', on: OPENS }))
  for (const name of ['Evers', 'Fokkens'] as const)
    must(await world.answered(name, 'supervisor', { wave: 'T2', on: OPENS }))
  const { rows } = await released()
  const given = (row: Row, prefix: string) =>
    Object.entries(row).filter(([name, value]) => name.startsWith(prefix) && value !== '').length
  expect(rows.map((row) => given(row, 't1_sup_') > 0)).toEqual([true, true])
  expect(rows.map((row) => [given(row, 't2_client') > 0, given(row, 't2_sup_') > 0]).sort()).toEqual([
    [false, false],
    [true, true],
  ])
})

test('no name, number, id or pseudonym of the system is in the files', async () => {
  await complete('Evers')
  await complete('Fokkens')
  const { all } = await released()
  const { db, study } = world
  const where = { where: { studyId: study.id } }
  const [clients, supervisors, dyads, registrations] = await Promise.all([
    db.client.findMany(where),
    db.supervisor.findMany(where),
    db.dyad.findMany(where),
    db.registration.findMany(where),
  ])
  const inside = [...clients, ...supervisors, ...dyads].flatMap(({ id, pseudonym }) => [id, pseudonym])
  expect(inside.length).toBe(10)
  for (const secret of [...planted, ...inside, ...registrations.map(({ id }) => id), REGISTERED, MET])
    expect(all.includes(secret), secret).toBe(false)
})

test('pseudonyms are the release’s own: readable, the same again under its key, others under another', async () => {
  await complete('Aalders')
  await complete('Berends')
  const [first, again, other] = [await released(), await released('two'), await released('three', randomBytes(32))]
  expect(again.text).toBe(first.text)
  const names = (one: typeof first) => one.rows.flatMap(({ dyad, supervisor }) => [dyad, supervisor])
  for (const name of names(first)) expect(readPseudonym(name ?? '').ok).toBe(true)
  expect(new Set(first.rows.map(({ dyad }) => dyad)).size).toBe(2)
  // one supervisor of two clients: rows can be clustered
  expect(new Set(first.rows.map(({ supervisor }) => supervisor)).size).toBe(1)
  expect(names(other).filter((name) => names(first).includes(name))).toEqual([])
})

test('releases for different purposes share no pseudonym, and no order of rows by which to lay them side by side', async () => {
  const names = ['Aalders', 'Berends', 'Cornelis', 'Evers', 'Fokkens', 'Gerrits', 'Hendriks'] as const
  for (const [place, name] of names.entries()) {
    await world.registered(name, { organisation: `L${place}` })
    await complete(name)
  }
  // five orders of seven rows, all the same by chance: once in 5040⁴
  const purposes = await Promise.all([1, 2, 3, 4, 5].map((n) => released(`for ${n}`, randomBytes(32))))
  expect(new Set(purposes.map(({ rows }) => rows.map(({ organisation }) => organisation).join())).size).toBeGreaterThan(
    1,
  )
  const used = purposes.flatMap(({ rows }) => [
    ...new Set(rows.flatMap(({ dyad = '', supervisor = '' }) => [dyad, supervisor])),
  ])
  expect(used).toHaveLength(5 * (7 + 3))
  expect(new Set(used).size).toBe(used.length)
})

test('what a spreadsheet would run is harmless text', async () => {
  const evil = { region: '+1+1', organisation: '=cmd|"/c calc"!A1' }
  await world.registered('Evers', evil)
  await complete('Evers')
  const { rows, text } = await released()
  const [row] = rows
  for (const [column, value] of Object.entries(evil)) expect(row?.[column]).toBe(`'${value}`)
  expect(text).not.toMatch(/(^|[,"\n])[=+@]/)
})

test('every variable is a column in its order, and nothing half-written is left', async () => {
  await complete('Evers')
  const { text, variables } = await released()
  expect(
    text
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)[0]
      ?.split(','),
  ).toEqual(variables.map(({ name }) => name))
  expect((await readdir(join(folder, 'one'))).filter((name) => /^\.|part$/.test(name))).toEqual([])
  const [row] = (await released('two')).rows
  // day 0 is the first interview
  expect(row).toMatchObject({ t1_client_i01: '1', t1_client_day: '0', region: 'Utrecht', age_at_start: '27' })
})

test('what was asked from a file has its columns, beside what the protocol asks', async () => {
  const text = { nl: 'Hoe vaak?', en: 'How often?' }
  const instrument = {
    name: 'extra',
    version: 1,
    perspective: 'supervisor' as const,
    title: text,
    agreement: [],
    items: [{ code: 'x01', kind: 'number' as const, min: 0, max: 9, text }],
  }
  must(await publishInstrument(world.db, world.on(MET), { instrument, source: 'own' }))
  const instruments = [...(world.study.protocol.waves[0]?.instruments.supervisor ?? []), 'extra']
  must(await putToUse(world.db, world.on(MET), { wave: 'T1', perspective: 'supervisor', instruments, fromOn: MET }))
  await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  must(await world.answered('Evers', 'supervisor', { answers: { x01: 7, i01: 2 } }))
  const { rows, variables } = await released()
  expect(rows).toMatchObject([{ t1_sup_x01: '7', t1_sup_i01: '2' }])
  expect(variables.find(({ name }) => name === 't1_sup_x01')?.question).toEqual(text)
})

test('not asked, no answer and left open are told apart, and no score sees why there is none', async () => {
  const text = { nl: 'Hoeveel?', en: 'How many?' }
  const instrument = {
    name: 'extra',
    version: 1,
    perspective: 'client' as const,
    title: text,
    agreement: [],
    items: [
      { code: 'x01', kind: 'number' as const, min: 0, max: 9, text },
      { code: 'x02', kind: 'number' as const, min: 0, max: 9, text, askedWhen: [{ item: 'x01', among: [1] }] },
      // an answer of its own is −9, and one of these is missing to an analyst
      { code: 'x03', kind: 'number' as const, min: -9, max: 9, missing: [-9], text },
      { code: 'x04', kind: 'number' as const, min: -32_768, max: 32_767, text },
    ],
  }
  must(await publishInstrument(world.db, world.on(MET), { instrument, source: 'own' }))
  const instruments = [...(world.study.protocol.waves[0]?.instruments.client ?? []), 'extra']
  must(await putToUse(world.db, world.on(MET), { wave: 'T1', perspective: 'client', instruments, fromOn: MET }))
  const { registrationId } = await world.interviewed('Evers')
  const all = Object.entries(allOf(world, 'client')).map(([code, answer]) => [code, /^i\d/.test(code) ? 4 : answer])
  const { i05: _, ...given } = Object.fromEntries(all)
  const answers = { ...given, i01: 'no_answer', x01: 0, x03: 'no_answer', x04: -9 } as const
  const { id } = await measurementOf(world, registrationId, 'client')
  must(await handIn(world, id, 'client', device().next(answers, { complete: true })))
  const { rows, variables } = await released()
  expect(rows).toMatchObject([
    {
      t1_client_i01: '-9',
      t1_client_i05: '',
      t1_client_x01: '0',
      t1_client_x02: '-8',
      t1_client_x03: '-99',
      t1_client_x04: '-9',
      t1_client_bond_published: '4',
      t1_client_total_published: '4',
    },
  ])
  const missing = (name: string) => variables.find((one) => one.name === name)?.missing?.map(({ code }) => code)
  expect(missing('t1_client_i01')).toEqual([-8, -9])
  expect(missing('t1_client_x03')).toEqual([-88, -99, -9])
  expect(missing('t1_client_x04')).toEqual([-88_888, -99_999])
  const noted = variables.filter(({ note }) => /−9 is an answer/.test(note?.en ?? '')).map(({ name }) => name)
  expect(noted).toEqual(['t1_client_x03', 't1_client_x04'])
  // the codes that a question has itself stay as they are, with their words
  const lapse = variables.find(({ name }) => name === 't2_sup_did_not_appear')
  expect(lapse?.missing?.map(({ code, label }) => [code, label.en])).toEqual([
    [-8, 'not asked'],
    [-9, 'no answer'],
    [9, 'I don’t know'],
  ])
  expect(lapse?.values?.map(({ code }) => code)).toEqual([0, 1, 2])
  // every question has both, and of the rest only the numbers of outcomes say why there is none
  const others = variables.filter(({ question, missing }) => Boolean(question) !== (missing?.[0]?.code ?? 0) < -7)
  expect(others.map(({ name }) => name)).toEqual([])
})
