import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { systemToday } from '../../app/platform/clock'
import type { StudyRef } from '../../app/platform/occasion'
import { addDays, addMonths } from '../../app/protocol/day'
import { ANY_TIME } from '../../app/protocol/sending'
import { followedTo } from '../../app/records/follow-up/known-to'
import { importById } from '../../app/records/imports'
import { newestStudy } from '../../app/records/studies'
import { type Desk, deskOf } from '../../jobs/desk'
import { readCohort } from '../../jobs/replay/cohort'
import { report } from '../../jobs/replay/report'
import { handedIn } from '../jobs/import-world'
import type { GivenImport } from '../jobs/own-process'
import { csvBytes } from '../platform/sheets/written'
import { expected } from '../protocol/cohort'
import { COHORT, cohortOfNumbers, published, writeCohort } from '../replay/small-cohort'
import { must } from '../world'
import { answerOf, koppelHere, ownFolder } from './cli'
import { freshHome } from './database'

const FILE = join(COHORT, 'uitstroom.csv')
const HEADER = ['Toezichtnummer', 'Datum', 'Gebeurtenis', 'Soort', 'Reden']
const ROWS = published('uitstroom.csv').rows
const FILES = { register: 'instroom.csv', replies: 'replies.csv', fieldwork: 'fieldwork.csv' }
const folder = ownFolder()

let home: Awaited<ReturnType<typeof freshHome>>
let desk: Desk
let study: StudyRef
let numbers: readonly string[]
beforeAll(async () => {
  home = await freshHome()
  // everybody who took part, and one who did not; as the study's files tell of them
  const tables = cohortOfNumbers((number) => number <= 'T1100303')
  const cohort = writeCohort(ownFolder(), tables)
  numbers = readCohort(cohort).numbers
  for (const [kind, file] of Object.entries(FILES))
    expect(await ran('import', kind, join(cohort, file))).toMatchObject({ applied: true, refused_count: 0 })
  desk = deskOf(home.database, home.database, { transport: suppressed, sending: ANY_TIME, baseUrl: 'http://localhost' })
  study = (await newestStudy(desk.study)) as StudyRef
}, 600_000)

const ran = async (...words: string[]) => {
  const { code, stdout, stderr } = await koppelHere([...words, '--json', '--home', home.folder], home.env)
  expect(code).toBe(0)
  // how far it is, for whoever waits
  expect(stderr).toMatch(/^(\d+ rows\n)*$/)
  return answerOf({ code, stdout, stderr })
}
const written = (name: string, rows: readonly (readonly string[])[]) => {
  const file = join(folder, name)
  writeFileSync(file, csvBytes(rows))
  return file
}
const events = () => desk.study.registerEvent.findMany({ orderBy: [{ happenedOn: 'asc' }, { id: 'asc' }] })
const dutch = (on: string) => on.split('-').reverse().join('-')

test('before any file nobody’s follow-up is known, and everybody’s is lacking once its time is over', async () => {
  const { counts, sources, participants } = await ran('followup')
  expect([counts, sources, participants.length]).toEqual([{ lacking: 302, due: 0, later: 0, known: 0 }, [], 302])
}, 300_000)

test('what the register told, taken in after the study: the outcomes and their ids are those that were computed elsewhere', async () => {
  const foreseen = await ran('import', 'followup', FILE, '--dry-run')
  expect(foreseen).toMatchObject({ rows: ROWS.length, new: ROWS.length, refused_count: 0, applied: false })
  expect(await events()).toEqual([])
  const taken = await ran('import', 'followup', FILE)
  const today = systemToday()
  expect(taken).toMatchObject({
    kind: 'followup',
    new: ROWS.length,
    unchanged: 0,
    changed: 0,
    refused_count: 0,
    applied: true,
    source: expect.stringMatching(/IRIS/),
    legal_basis: expect.stringMatching(/§6/),
    delete_by: addMonths(today, 120),
    known_to: today,
  })
  expect(await followedTo(desk.study, { study, today })).toBe(today)
  const { outcomes, outcome_ids } = (await report(desk, study, numbers, today)) as unknown as typeof expected & {
    outcomes: Record<string, number>
  }
  const published = expected as unknown as { outcomes: Record<string, number> }
  for (const name of ['negative_dropout', 'early_intervention_report']) {
    expect([name, outcomes[name]]).toEqual([name, published.outcomes[name]])
    expect(outcome_ids[name]).toEqual(expected.outcome_ids[name])
  }
}, 300_000)

test('who is due and who lacks it: a file that knows the register says it of those too whom it does not name', async () => {
  const { counts, sources, participants, followed_to } = await ran('followup', '--state', 'known')
  expect([counts, participants.length]).toEqual([{ lacking: 0, due: 0, later: 0, known: 302 }, 302])
  expect(sources).toMatchObject([{ known_to: systemToday(), imported_on: systemToday() }])
  expect(followed_to).toBe(systemToday())
  const quiet = participants.filter(({ ended }: { ended: string | null }) => ended === null)
  expect(quiet.length).toBe(302 - ROWS.filter(({ event }) => event === 'ended').length)
}, 300_000)

test('the same file again changes nothing', async () => {
  const before = await events()
  expect(await ran('import', 'followup', FILE)).toMatchObject({ new: 0, changed: 0, unchanged: ROWS.length })
  expect(await events()).toEqual(before)
}, 300_000)

test('a correction takes the place of what it corrects, which stays; in the words and days of a Dutch register', async () => {
  const before = await events()
  const negative = ROWS.find(({ kind }) => kind === 'negative') ?? {}
  const row = [
    negative.supervision ?? '',
    dutch(negative.on ?? ''),
    'Toezicht beëindigd',
    'Neutraal beëindigd',
    'Verhuisd',
  ]
  const file = written('corrected.csv', [HEADER, row])
  expect(await ran('import', 'followup', file)).toMatchObject({ new: 0, changed: 1, changed_fields: { event: 1 } })
  const after = await events()
  expect(after.length).toBe(before.length + 1)
  const [fresh] = after.filter(({ id }) => before.every((one) => one.id !== id))
  expect(fresh).toMatchObject({ event: 'ended', kind: 'neutral', reason: 'moved', supersededBy: null })
  expect(after.filter(({ supersededBy }) => supersededBy === fresh?.id)).toMatchObject([{ kind: 'negative' }])
  // the older file again undoes nothing
  expect(await ran('import', 'followup', FILE)).toMatchObject({ new: 0, changed: 0, unchanged: ROWS.length })
}, 300_000)

test('what is of nobody, of who took no part or of a day that the file does not know is told by its line, and kept nowhere', async () => {
  const before = await events()
  const report = (number: string, on: string) => [number, on, 'Vroeghulpmelding', '', '']
  const file = written('unmatched.csv', [
    HEADER,
    report('T9999999', '01-06-2013'),
    report('T1100303', '01-06-2013'),
    report('T1100001', '02-06-2013'),
    report('T1100002', '01-06-2013'),
    ['T1100002', '01-06-2013', 'Verhuisd', '', ''],
  ])
  const refused = join(folder, 'refused.csv')
  const known = ['--known-to', '2013-06-01', '--source', 'Politie', '--refused', refused] as const
  const came = await ran('import', 'followup', file, ...known)
  expect(came).toMatchObject({ rows: 5, new: 1, refused_count: 4, source: 'Politie', known_to: '2013-06-01' })
  expect(came.refused.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
    [2, 'unknown_supervision'],
    [3, 'took_no_part'],
    [4, 'after_known_to'],
    [6, 'unknown_value'],
  ])
  for (const { message } of came.refused) expect(message).toMatch(/\S/)
  expect(readFileSync(refused, 'utf8').trim().split('\n')).toHaveLength(5)
  expect(await events()).toHaveLength(before.length + 1)
  // of two sources the one counts that knows least far
  expect(await followedTo(desk.study, { study, today: systemToday() })).toBe('2013-06-01')
}, 300_000)

test('what is said of a file has to be possible, and is asked of such files only', async () => {
  const codeOf = async (...words: string[]) => {
    const { code, stdout } = await koppelHere([...words, '--json', '--home', home.folder], home.env)
    return [code, JSON.parse(stdout).error.code]
  }
  const tomorrow = addDays(systemToday(), 1)
  expect(await codeOf('import', 'followup', FILE, '--delete-by', tomorrow)).toEqual([1, 'erased_too_soon'])
  expect(await codeOf('import', 'followup', FILE, '--known-to', tomorrow)).toEqual([1, 'in_future'])
  expect(await codeOf('import', 'followup', FILE, '--source', 'x'.repeat(201))).toEqual([1, 'too_long'])
  expect(await codeOf('import', 'replies', FILE, '--source', 'IRIS')).toEqual([2, 'usage'])
  expect(await codeOf('followup', '--state', 'gone')).toEqual([2, 'usage'])
  expect(
    await desk.study.intakeImport.count({ where: { state: { not: 'dropped' }, source: { startsWith: 'x' } } }),
  ).toBe(0)
}, 300_000)

test('an import that is killed goes on where it stopped, and tells nothing twice', async () => {
  const day = (n: number) => addDays(addMonths(systemToday(), -12), n)
  const lines = Array.from({ length: 400 }, (_, n) => `T${1100001 + (n % 300)},${day(n)},early_intervention_report,,`)
  const file = Buffer.from(['supervision,on,event,kind,reason', ...lines, ''].join('\n'))
  const before = (await events()).length
  const occasion = { study, actor: 'import', today: systemToday() }
  const origin = { source: 'IRIS', legalBasis: '§6', deleteBy: addMonths(systemToday(), 12), knownTo: systemToday() }
  const importId = await handedIn(desk, occasion, { kind: 'followup', file, past: false, apply: true, origin })
  const { database } = home
  const given: GivenImport = { urls: database.urls, secret: database.secret, home: database.home, importId }
  const now = async () => must({ ok: true, value: await importById(desk.study, study.id, importId) })
  for (const reached of [1, 150, Number.POSITIVE_INFINITY]) {
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../jobs/killed-import.ts')], {
      env: { ...process.env, GIVEN_IMPORT: JSON.stringify(given) },
      stdio: 'inherit',
    })
    const over = new Promise((resolve) => child.once('exit', resolve))
    while (child.exitCode === null && ((await now())?.read ?? 0) < reached) await wait(5)
    if (reached < Number.POSITIVE_INFINITY) child.kill('SIGKILL')
    await over
  }
  const past = lines.filter((line) => (line.split(',')[1] ?? '') <= systemToday()).length
  expect(await now()).toMatchObject({ state: 'done', read: 400, added: past, refusedCount: 400 - past })
  expect(await events()).toHaveLength(before + past)
}, 300_000)
