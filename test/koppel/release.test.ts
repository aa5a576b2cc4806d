import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { smallCohort } from '../e2e/cohort'
import { connected } from '../platform/connect'
import { answerOf, koppelHere, ownFolder, starting } from './cli'
import { freshHome } from './database'

const CUT_OFF = '2012-07-01'
const INTERVIEWED = 6
const [one, other] = [await freshHome(), await freshHome()]
const root = ownFolder()
const within = (name: string) => join(root, name)
const run = (home: typeof one, ...words: string[]) => koppelHere([...words, '--json', '--home', home.folder], home.env)
const key = within('key')

beforeAll(async () => {
  writeFileSync(key, 'a key that is long enough for a test')
  const { folder } = smallCohort({ interviewed: INTERVIEWED, others: 0 })
  // one after the other: the files of both are the same
  for (const home of [one, other])
    expect(await run(home, 'replay', folder, '--until', CUT_OFF)).toMatchObject({ code: 0 })
}, 240_000)

test('two homes that replayed the same cohort release the same bytes under one key, and one byte is found', async () => {
  const made = []
  // one after the other: a command takes its home from the environment of this process
  for (const [place, home] of [one, other].entries())
    made.push(answerOf(await run(home, 'release', within(`r${place}`), '--key', key, '--cut-off', CUT_OFF)))
  const [first, second] = made
  expect(first).toMatchObject({
    study: expect.stringContaining('werkalliantie'),
    for: 'analysis',
    folder: within('r0'),
    files: expect.arrayContaining(['wide.csv', 'codebook.json']),
    rows: INTERVIEWED,
    left_out: { no_consent: 0 },
    release: 1,
    cut_off: CUT_OFF,
    tables: { wide: INTERVIEWED },
    disclosure: { verdict: 'overridden' },
  })
  expect(second.data_sha256).toBe(first.data_sha256)
  for (const name of first.files)
    expect(readFileSync(join(within('r0'), name)).equals(readFileSync(join(within('r1'), name))), name).toBe(true)
  const looked = await run(one, 'release', 'verify', within('r0'), '--key', key)
  expect([looked.code, answerOf(looked)]).toEqual([
    0,
    { folder: within('r0'), release: 1, files: first.files.length, wrong: [], again: true, why: null, changed: 0 },
  ])
  // the other home's release has the same number and another id
  const elsewhere = answerOf(await run(one, 'release', 'verify', within('r1'), '--key', key))
  expect(elsewhere).toMatchObject({ wrong: [], again: null, why: 'unknown_release' })
  const path = join(within('r0'), 'wide.sav')
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(900) ^ 4, 900)
  writeFileSync(path, bytes)
  const found = await run(one, 'release', 'verify', within('r0'), '--key', key)
  expect([found.code, answerOf(found).error]).toEqual([
    1,
    expect.objectContaining({ code: 'files_differ', wrong: [{ name: 'wide.sav', what: 'changed' }] }),
  ])
}, 240_000)

test('a file of JSON says what is asked for; the purpose chooses the numbers', async () => {
  const spec = within('spec.json')
  writeFileSync(
    spec,
    JSON.stringify({ tables: ['wide', 'events'], formats: ['csv'], dates: 'calendar', language: 'en' }),
  )
  const made = answerOf(await run(one, 'release', within('part'), '--for', 'A  Dissertation', '--spec', spec))
  expect(made).toMatchObject({ for: 'a dissertation', tables: { wide: INTERVIEWED } })
  const tables = readdirSync(within('part')).filter((name) => name.endsWith('.csv'))
  expect(tables.sort()).toEqual(['events.csv', 'wide.csv'])
  const whole = answerOf(await run(one, 'release', within('whole'), '--for', 'another'))
  expect(whole.release).toBe(made.release + 1)
  const dyads = (name: string) =>
    (parse(readFileSync(join(within(name), 'wide.csv')), { columns: true }) as { dyad: string }[]).map(
      ({ dyad }) => dyad,
    )
  expect(dyads('part').filter((dyad) => dyads('whole').includes(dyad))).toEqual([])
  const looked = answerOf(await run(one, 'release', 'verify', within('whole')))
  expect(looked).toMatchObject({ wrong: [], again: true })
}, 240_000)

test.each([
  ['a day ahead', ['--cut-off', '2099-01-01'], 2, /lies ahead/],
  ['no purpose', ['--for', ' '], 2, /says nothing/],
  ['a key that is not there', ['--key', '/nowhere/key'], 2, /cannot be read/],
  ['a key that is too short', ['--key', import.meta.filename.replace(/[^/]*$/, '')], 2, /cannot be read/],
  ['a spec that is no JSON', ['--spec', import.meta.filename], 2, /object of JSON/],
])('%s is told', async (_, words, code, says) => {
  const ran = await run(one, 'release', within('refused'), ...words)
  expect([ran.code, answerOf(ran).error.message]).toEqual([code, expect.stringMatching(says)])
})

test('what a spec names and the study does not have is named', async () => {
  const spec = within('wrong.json')
  writeFileSync(spec, JSON.stringify({ waves: ['T9'] }))
  const ran = await run(one, 'release', within('refused'), '--spec', spec)
  expect([ran.code, answerOf(ran).error]).toEqual([
    1,
    expect.objectContaining({ field: expect.stringContaining('waves') }),
  ])
  const none = await run(one, 'release', 'verify', within('nowhere'))
  expect([none.code, answerOf(none).error.code]).toEqual([1, 'no_manifest'])
})

test('a command that is ended leaves no half release: not in the folder, and not as one that is being made', async () => {
  const folder = within('ended')
  const words = ['release', folder, '--key', key, '--cut-off', CUT_OFF, '--json', '--home', one.folder]
  await connected(one.owner, async (owner) => {
    // it waits here, however fast the machine is
    await owner.query('BEGIN')
    await owner.query('LOCK TABLE study.answer IN ACCESS EXCLUSIVE MODE')
    const child = starting(words, one.env)
    const waiting = () =>
      owner.query('SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))')
    await expect.poll(async () => (await waiting()).rowCount, { timeout: 90_000 }).toBeGreaterThan(0)
    expect(readdirSync(folder)).toHaveLength(1)
    child.kill('SIGTERM')
    await owner.query('ROLLBACK')
    const ended = await child.ended
    expect(ended.code).toBe(1)
    expect(answerOf(ended).error.code).toBe('broken_off')
    expect(readdirSync(folder)).toEqual([])
    const { rows } = await owner.query('SELECT state, failure FROM study.release ORDER BY number DESC LIMIT 1')
    expect(rows).toEqual([{ state: 'failed', failure: 'broken_off' }])
  })
}, 180_000)
