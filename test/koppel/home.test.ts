import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { now } from '../../app/platform/clock'
import { runningEmbedded } from '../../app/platform/embedded/server'
import { connected } from '../platform/connect'
import { smallCohort, writeCohort } from '../replay/small-cohort'
import { answerOf, koppel, koppelHere, ownFolder } from './cli'
import { freshHome, rowCounts } from './database'

const [one, other] = [ownFolder(), ownFolder()]
const cohort = writeCohort(join(ownFolder(), 'cohort'), smallCohort(40))
const asked = (home: string, words: string) => [...words.split(' '), '--json', '--home', home]
const at = (home: string, words: string, env = {}) => koppelHere(asked(home, words), env)
/** As people start it: where the end of a process, its language or its log is what is looked at. */
const started = (home: string, words: string, env = {}) => koppel(asked(home, words), env)
const urlOf = async (home: string) => answerOf(await at(home, 'db url')).url as string

beforeAll(async () => {
  await Promise.all([started(one, 'db start'), started(other, 'db start')])
}, 120_000)

test('a server stays after the command that started it, until it is stopped', async () => {
  expect(answerOf(await at(one, 'db start'))).toEqual({ running: true, started: false, embedded: true })
  expect(await runningEmbedded(one)).toEqual({ ownerUrl: await urlOf(one) })
  expect(answerOf(await at(one, 'db stop'))).toEqual({ running: false, stopped: true })
  expect(await runningEmbedded(one)).toBeNull()
  expect(answerOf(await at(one, 'db stop'))).toEqual({ running: false, stopped: false })
  expect(answerOf(await started(one, 'flow')).funnel.registered).toBe(0)
  expect(await runningEmbedded(one)).not.toBeNull()
}, 120_000)

test('two homes never meet: other servers, secrets and rows', async () => {
  const played = await started(one, `replay ${cohort} --until 2011-11-17`)
  expect([played.code, answerOf(played).finished]).toEqual([0, false])
  expect(answerOf(await at(one, 'flow')).funnel.registered).toBeGreaterThan(0)
  expect(answerOf(await at(other, 'flow')).funnel.registered).toBe(0)
  const urls = [await urlOf(one), await urlOf(other)].map((url) => new URL(url))
  for (const part of ['port', 'password'] as const) expect(new Set(urls.map((url) => url[part])).size).toBe(2)
  expect(readFileSync(join(one, 'secret'), 'utf8')).not.toBe(readFileSync(join(other, 'secret'), 'utf8'))
}, 120_000)

test('DATABASE_URL is the database, and the home keeps only its secret', async () => {
  const home = join(ownFolder(), 'home')
  mkdirSync(home)
  // another server's database, with the secret that its roles have
  const env = { DATABASE_URL: await urlOf(other), KOPPEL_SECRET: readFileSync(join(other, 'secret'), 'utf8').trim() }
  expect(answerOf(await at(home, 'db start', env))).toEqual({ running: true, started: false, embedded: false })
  const study = answerOf(await at(home, `replay ${cohort} --until 2011-11-17`, env)).study
  expect(answerOf(await at(other, 'flow'))).toMatchObject({ study, funnel: { registered: expect.any(Number) } })
  expect(answerOf(await at(other, 'flow')).funnel.registered).toBeGreaterThan(0)
  expect(readdirSync(home)).toEqual([])
}, 120_000)

test('a database that cannot be reached is refused in words', async () => {
  const env = { DATABASE_URL: 'postgresql://owner:nothing@127.0.0.1:1/none' }
  const ran = await at(ownFolder(), 'flow', env)
  expect(ran.code).toBe(1)
  expect(answerOf(ran).error).toMatchObject({ code: 'database', message: expect.stringMatching(/DATABASE_URL/) })
  expect(ran.stdout + ran.stderr).not.toContain('nothing')
}, 120_000)

test('the work list of an empty study has its shape, and of a played one its items', async () => {
  expect(answerOf(await at(other, 'worklist --study werkalliantie --on 2012-01-01'))).toEqual({
    study: 'werkalliantie',
    on: '2012-01-01',
    role: 'coordinator',
    counts: {
      inquiry: 0,
      screening: 0,
      interview: 0,
      questionnaire: 0,
      appointment: 0,
      resume: 0,
      follow_up: 0,
      address: 0,
      reconciliation: 0,
    },
    states: { overdue: 0, due: 0, closing: 0, open: 0 },
    places: [],
    items: [],
    next: null,
  })
  const { items, counts, on } = answerOf(await at(one, 'worklist'))
  expect(on).toBe('2011-11-17')
  expect(items).toHaveLength(counts.inquiry)
  expect(items[0]).toEqual({
    id: expect.stringMatching(/^inquiry:intake:/),
    kind: 'inquiry',
    state: 'open',
    due: expect.stringMatching(/^2011-12-/),
    daysLeft: expect.any(Number),
    registrationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    pseudonym: expect.stringMatching(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$/),
    dyad: null,
    location: expect.any(String),
    wave: 'intake',
    opens: items[0].because.on,
    closes: null,
    cite: expect.stringMatching(/^§/),
    because: { fact: 'inquiry_sent', on: expect.stringMatching(/^2011-11-/), cite: '§2.2' },
  })
  const refused = await at(one, 'worklist --role analyst')
  expect([refused.code, answerOf(refused).error.code]).toEqual([2, 'usage'])
}, 120_000)

test('a release of a study without anybody is refused, and leaves nothing', async () => {
  const folder = join(ownFolder(), 'release')
  const none = await koppelHere(['release', folder, '--for', 'Analysis', '--json', '--home', one])
  expect([none.code, answerOf(none).error.code]).toEqual([1, 'nobody_in_it'])
  expect(readdirSync(folder)).toEqual([])
  const refused = await koppelHere(['release', folder, '--for', ' ', '--json', '--home', one])
  expect([refused.code, answerOf(refused).error.code]).toEqual([2, 'usage'])
}, 120_000)

/** What somebody with the owner's password could do to the trail, and how it is undone. */
const PLANTED = [
  [
    'a trigger taken away',
    'ALTER TABLE audit.entry DISABLE TRIGGER append_only',
    'ALTER TABLE audit.entry ENABLE ALWAYS TRIGGER append_only',
    /triggers/,
  ],
  [
    'the other trigger taken away',
    'ALTER TABLE audit.entry DISABLE TRIGGER never_emptied',
    'ALTER TABLE audit.entry ENABLE ALWAYS TRIGGER never_emptied',
    /triggers/,
  ],
  [
    'a trigger that a replica passes by',
    'ALTER TABLE audit.entry ENABLE TRIGGER append_only',
    'ALTER TABLE audit.entry ENABLE ALWAYS TRIGGER append_only',
    /triggers/,
  ],
  [
    'a right to delete',
    'GRANT DELETE ON audit.entry TO koppel_study',
    'REVOKE DELETE ON audit.entry FROM koppel_study',
    /koppel_study may DELETE/,
  ],
  [
    'a right to change one column',
    'GRANT UPDATE (actor) ON audit.entry TO koppel_vault',
    'REVOKE UPDATE (actor) ON audit.entry FROM koppel_vault',
    /koppel_vault may UPDATE/,
  ],
  [
    'a right for everybody',
    'GRANT TRUNCATE ON audit.entry TO PUBLIC',
    'REVOKE TRUNCATE ON audit.entry FROM PUBLIC',
    /koppel_analyst may TRUNCATE/,
  ],
] as const

test('the audit trail is found whole, and not whole after each planted defect', async () => {
  const home = await freshHome()
  const verify = async () => answerOf(await at(home.folder, 'audit verify', home.env))
  const entries = (await rowCounts(home.owner))['audit.entry']
  expect(entries).toBe(0)
  expect(await verify()).toMatchObject({ ok: true, entries: 1, faults: [], sealed: 0, first: null, head_known: null })
  await connected(home.owner, async (owner) => {
    for (const [what, plant, mend, fault] of PLANTED) {
      await owner.query(plant)
      const found = await verify()
      expect(found, what).toMatchObject({ ok: false, entries: 1 })
      expect(found.faults.join('; '), what).toMatch(fault)
      await owner.query(mend)
    }
  })
  expect(await verify()).toMatchObject({ ok: true, faults: [] })
}, 120_000)

test('messages are in Dutch where the terminal is', async () => {
  const words = ['replay', join(cohort, 'nowhere'), '--json', '--home', one]
  const said = async (env: Record<string, string>) => answerOf(await koppel(words, env)).error.message
  expect(await said({ LANG: 'nl_NL.UTF-8' })).toBe('instroom.csv: dit bestand ontbreekt. Zet het in de map.')
  expect(await said({ LANG: 'en_GB.UTF-8', LC_ALL: 'nl_BE.UTF-8' })).toMatch(/ontbreekt/)
  expect(await said({ LANG: 'de_DE.UTF-8' })).toMatch(/is missing/)
}, 120_000)

test('what is written for logs goes to stderr, never between the JSON', async () => {
  const ran = await started(one, 'flow', { LOG_LEVEL: 'trace' })
  expect(ran.code).toBe(0)
  expect(ran.stdout.trim().split('\n')).toHaveLength(1)
  expect(answerOf(ran)).toHaveProperty('funnel')
}, 120_000)

test('the key of a home can be changed: everything is sealed anew, and the replay goes on with it', async () => {
  const values = async () =>
    answerOf(await at(one, 'keys list')).keys as { key: string; current: boolean; values: number }[]
  const [before] = await values()
  expect(before).toMatchObject({ current: true, known: true })
  expect(before?.values).toBeGreaterThan(0)
  const rotated = answerOf(await at(one, 'keys rotate'))
  expect(rotated).toEqual({ key: expect.stringMatching(/^[0-9a-f]{8}$/), resealed: expect.any(Number), finished: true })
  expect(await values()).toEqual([{ key: rotated.key, current: true, known: true, values: before?.values }])
  expect(statSync(join(one, 'keyring')).mode & 0o777).toBe(0o600)
  expect(answerOf(await at(one, 'keys rotate')).key).not.toBe(rotated.key)
  const soon = await at(one, 'keys retire')
  expect([soon.code, answerOf(soon).error.code]).toEqual([1, 'rotated_lately'])
  const tomorrow = new Date(now().getTime() + 24 * 3_600_000).toISOString()
  const later = await at(one, 'keys retire', { KOPPEL_MODE: 'test', KOPPEL_NOW: tomorrow })
  expect(answerOf(later)).toEqual({ retired: 1 })
  expect(readFileSync(join(one, 'keyring'), 'utf8').trim().split('\n')).toHaveLength(1)
  // the key file gone: names stay closed, and the command says what is missing
  const ring = readFileSync(join(one, 'keyring'))
  rmSync(join(one, 'keyring'))
  const closed = await at(one, `replay ${cohort} --until 2011-11-21`)
  expect([closed.code, answerOf(closed).error.code]).toEqual([1, 'environment'])
  writeFileSync(join(one, 'keyring'), ring, { mode: 0o600 })
  const played = await at(one, `replay ${cohort} --until 2011-11-21`)
  expect([played.code, answerOf(played).refused_count]).toEqual([0, 0])
}, 120_000)
