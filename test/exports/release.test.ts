import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Codebook } from '../../app/exports/codebook'
import { addDays, addMonths } from '../../app/protocol/day'
import { readPseudonym } from '../../app/protocol/pseudonym'
import { STAGE_NAMES } from '../../app/protocol/stages'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { recordEvent } from '../../app/records/follow-up/event'
import { askedEver } from '../../app/records/instruments/asked-ever'
import { publishInstrument } from '../../app/records/instruments/publish'
import { putToUse } from '../../app/records/instruments/use'
import { withdraw } from '../../app/records/withdrawal'
import { release } from '../../jobs/release'
import { freshDatabase } from '../database'
import { MET, OPENS, planted, REGISTERED } from '../people'
import { allOf, device, handIn, measurementOf } from '../records/entries/course'
import { must, namedWorld, type World } from '../world'

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
async function released(into = 'one', by = key) {
  const asked = await askedEver(world.db, world.study)
  const desk = { analyst: database.analyst, study: world.study, asked, key: by, followedTo: OVER }
  const { rows: count, left_out, files } = await release(desk, join(folder, into))
  const text = await readFile(join(folder, into, 'wide.csv'), 'utf8')
  const book = await readFile(join(folder, into, 'codebook.json'), 'utf8')
  const rows = parse(text, { columns: true }) as Row[]
  expect(rows).toHaveLength(count)
  return { rows, left_out, files, text, book, codebook: JSON.parse(book) as Codebook }
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
  const { rows, left_out, codebook } = await released()
  expect(rows).toHaveLength(2)
  expect(left_out).toEqual({ no_consent: 1 })
  expect(codebook).toMatchObject({ rows: 2, left_out })
})

test.each([
  ['keep', 1],
  ['erase', 0],
] as const)('who withdrew with %s is released up to then: %s', async (collected, count) => {
  const { clientId, registrationId } = await complete('Evers')
  const reported = { registrationId, event: 'early_intervention_report', on: MET, kind: null, reason: null }
  must(await recordEvent(world.db, world.on(MET), reported))
  must(await withdraw(world.db, world.on(addDays(MET, 1)), { clientId, collected }))
  const { rows, left_out } = await released()
  expect([rows.length, left_out]).toEqual([count, { no_consent: 1 - count }])
  // what came before counts; of what came after nothing is known, which is not the same as "no"
  for (const row of rows)
    expect(row).toMatchObject({
      t1_client_i01: '1',
      early_intervention_report_published: 'yes',
      negative_dropout_published: 'not_yet_known',
    })
})

test('who was never interviewed is in no release, nor is what their supervisor answered', async () => {
  const { registrationId } = await world.approached('Evers')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  must(await world.answered('Evers', 'supervisor'))
  expect(await released()).toMatchObject({ rows: [], left_out: { no_consent: 0 } })
})

test('without linkage to the register no outcome column is filled; with it they are', async () => {
  const linked = await complete('Evers')
  const unlinked = await complete('Fokkens', { register_linkage: 'declined' })
  for (const { registrationId } of [linked, unlinked]) {
    const ended = { event: 'ended', on: OPENS, kind: 'negative', reason: 'repeated_absence' }
    must(await recordEvent(world.db, world.on(OVER), { registrationId, ...ended }))
  }
  const { rows, codebook } = await released()
  const outcomes = codebook.columns
    .map(({ name }) => name)
    .filter((name) => /^(attendance|formal|negative|early)_/.test(name))
  expect(outcomes.length).toBeGreaterThan(20)
  const filled = rows.map((row) => outcomes.filter((name) => row[name] !== '').length)
  expect(filled.sort((a, b) => a - b)[0]).toBe(0)
  expect(filled[1]).toBeGreaterThan(0)
  expect(rows.map((row) => row.negative_dropout_published).sort()).toEqual(['', 'yes'])
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
  expect(rows.map((row) => given(row, 't1_supervisor') > 0)).toEqual([true, true])
  expect(rows.map((row) => [given(row, 't2_client') > 0, given(row, 't2_supervisor') > 0]).sort()).toEqual([
    [false, false],
    [true, true],
  ])
})

test('no name, number, id or pseudonym of the system is in the files', async () => {
  await complete('Evers')
  await complete('Fokkens')
  const { text, book } = await released()
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
    expect(text.includes(secret) || book.includes(secret), secret).toBe(false)
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
    await world.registered(name, { location: `L${place}` })
    await complete(name)
  }
  // five orders of seven rows, all the same by chance: once in 5040⁴
  const purposes = await Promise.all([1, 2, 3, 4, 5].map((n) => released(`for ${n}`, randomBytes(32))))
  expect(new Set(purposes.map(({ rows }) => rows.map(({ location }) => location).join())).size).toBeGreaterThan(1)
  const used = purposes.flatMap(({ rows }) => [
    ...new Set(rows.flatMap(({ dyad = '', supervisor = '' }) => [dyad, supervisor])),
  ])
  expect(used).toHaveLength(5 * (7 + 3))
  expect(new Set(used).size).toBe(used.length)
})

test('what a spreadsheet would run is harmless text', async () => {
  const evil = { location: '=cmd|"/c calc"!A1', region: '+1+1', organisation: '@SUM(1,2)', gender: '-2+3' }
  await world.registered('Evers', evil)
  await complete('Evers')
  const { rows, text } = await released()
  const [row] = rows
  for (const [column, value] of Object.entries(evil)) expect(row?.[column]).toBe(`'${value}`)
  expect(text).not.toMatch(/(^|[,"\n])[=+@]/)
})

test('every column is in the codebook in its order, and nothing half-written is left', async () => {
  await complete('Evers')
  const { text, codebook, files } = await released()
  expect(text.split('\n')[0]?.split(',')).toEqual(codebook.columns.map(({ name }) => name))
  // stages and reasons come from the tables that the flow is counted by
  expect(codebook.stages.map(({ stage }) => stage)).toEqual(STAGE_NAMES)
  const codes = Object.entries(werkalliantie.reasons).flatMap(([step, of]) => Object.keys(of).map((one) => [step, one]))
  expect(codebook.reasons.map(({ step, reason }) => [step, reason])).toEqual(codes)
  for (const { label } of codebook.columns) expect([label.nl, label.en].every(Boolean)).toBe(true)
  expect((await readdir(join(folder, 'one'))).sort()).toEqual([...files].sort())
  const [row] = (await released('two')).rows
  expect(row).toMatchObject({ t1_client_i01: '1', t1_client_day: '12', location: 'Utrecht', age_at_start: '27' })
  expect(addDays(REGISTERED, 12)).toBe(MET)
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
  const { rows, codebook } = await released()
  expect(rows).toMatchObject([{ t1_supervisor_x01: '7', t1_supervisor_i01: '2' }])
  expect(codebook.columns.find(({ name }) => name === 't1_supervisor_x01')?.label).toEqual(text)
  expect(new Set(codebook.columns.map(({ name }) => name)).size).toBe(codebook.columns.length)
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
  const { rows, codebook } = await released()
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
  const column = (name: string) => codebook.columns.find((one) => one.name === name)
  expect(column('t1_client_i01')).toMatchObject({
    values: { '-8': { nl: 'niet gevraagd' }, '-9': { en: 'no answer' } },
    missing_codes: [-8, -9],
  })
  expect(column('t1_client_i01')).not.toHaveProperty('note')
  expect(column('t1_client_x03')).toMatchObject({
    missing_codes: [-88, -99, -9],
    note: { en: expect.stringContaining('−9 is an answer') },
  })
  expect(column('t1_client_x04')).toMatchObject({ missing_codes: [-88_888, -99_999] })
  // the codes that a question has itself stay as they are, with their words
  const lapse = column('t2_supervisor_did_not_appear')
  expect(lapse?.missing_codes).toEqual([-8, -9, 9])
  expect(Object.keys(lapse?.values ?? {}).sort()).toEqual(['-8', '-9', '0', '1', '2', '9'])
  // every column of a question has both, and nothing else has any
  const asked = await askedEver(world.db, world.study)
  const items = new Set(
    werkalliantie.waves.flatMap(({ name }) =>
      (['client', 'supervisor'] as const).flatMap((who) =>
        asked(name, who).flatMap((one) => one.items.map(({ code }) => `${name.toLowerCase()}_${who}_${code}`)),
      ),
    ),
  )
  for (const { name, missing_codes } of codebook.columns)
    expect([name, items.has(name)]).toEqual([name, !!missing_codes])
})
