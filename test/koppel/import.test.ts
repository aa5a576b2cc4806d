import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { HEADER, people, personNumbered } from '../platform/sheets/register'
import { csvBytes } from '../platform/sheets/written'
import { expected } from '../protocol/cohort'
import { COHORT } from '../replay/small-cohort'
import { answerOf, koppel, koppelHere, ownFolder, type Ran } from './cli'
import { freshHome, type Home, rowCounts, whatItSays } from './database'

const KINDS = { register: 'instroom.csv', replies: 'replies.csv', fieldwork: 'fieldwork.csv' } as const
type Kind = keyof typeof KINDS

let home: Home
const imported = (kind: string, file: string, ...more: string[]) =>
  koppelHere(['import', kind, file, '--json', '--home', home.folder, ...more], home.env)
const linesOf = (kind: Kind) => readFileSync(join(COHORT, KINDS[kind]), 'latin1').trim().split('\n').length - 1
const folder = ownFolder()
const written = (name: string, rows: readonly (readonly string[])[]) => {
  const file = join(folder, name)
  writeFileSync(file, csvBytes(rows))
  return file
}

/** All rows are accounted for: whatever a file is, none is lost without a word. */
function expectWhole({ rows, new: added, unchanged, changed, refused_count, duplicates }: Record<string, number>) {
  expect(rows).toBe((added ?? 0) + (unchanged ?? 0) + (changed ?? 0) + (refused_count ?? 0) + (duplicates ?? 0))
}
const answered: Ran[] = []
afterEach(() => {
  for (const ran of answered.splice(0)) expectWhole(answerOf(ran))
})
const taken = async (kind: string, file: string, ...more: string[]) => {
  const ran = await imported(kind, file, ...more)
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  answered.push(ran)
  return answerOf(ran)
}

/** What every table says, but the trail and the imports themselves. */
async function cases() {
  const own = (table: string) => !/^audit\.|\.import_|intake_import|\.upload/.test(table.replaceAll('"', ''))
  const only = <T>(found: Record<string, T>) =>
    Object.fromEntries(Object.entries(found).filter(([table]) => own(table)))
  return { rows: only(await rowCounts(home.owner)), says: only(await whatItSays(home.owner)) }
}

const SHAPE = {
  id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  past: true,
  unchanged: 0,
  changed: 0,
  changed_fields: {},
  refused: [],
  refused_count: 0,
  duplicates: 0,
}

beforeAll(async () => {
  home = await freshHome()
  // every command makes what an empty home lacks
  await koppelHere(['flow', '--json', '--home', home.folder], home.env)
})

test('the three published files into an empty home give the published funnel', async () => {
  // the first as people start it; the others here, where a process does not have to be started for each
  const words = ['import', 'register', join(COHORT, KINDS.register), '--json', '--home', home.folder]
  const first = await koppel(words, home.env)
  expect(first.code).toBe(0)
  // how far it is, for whoever waits
  expect(first.stderr).toMatch(/^(\d+ rows\n)*$/)
  const rows = linesOf('register')
  expect(answerOf(first)).toEqual({ ...SHAPE, kind: 'register', rows, new: rows, applied: true })
  for (const kind of ['replies', 'fieldwork'] as const) {
    const all = linesOf(kind)
    expect(await taken(kind, join(COHORT, KINDS[kind]))).toEqual({ ...SHAPE, kind, rows: all, new: all, applied: true })
  }
  const { funnel, not_included } = answerOf(await koppelHere(['flow', '--json', '--home', home.folder], home.env))
  const { funnel: publishedFunnel, not_included: published } = expected as unknown as Record<string, unknown>
  expect({ funnel, not_included }).toEqual({ funnel: publishedFunnel, not_included: published })
}, 300_000)

test('the same files again change nothing', async () => {
  const before = await cases()
  for (const kind of ['register', 'replies', 'fieldwork'] as const) {
    const { rows, unchanged, applied } = await taken(kind, join(COHORT, KINDS[kind]))
    expect([kind, rows, unchanged, applied]).toEqual([kind, linesOf(kind), linesOf(kind), true])
  }
  expect(await cases()).toEqual(before)
}, 300_000)

test('looked through only, a file writes nothing of anybody; taken in after, it does what was foreseen', async () => {
  const before = await cases()
  const file = written('dry.csv', [[...HEADER], ...people(4), personNumbered(5, { Geboortedatum: '31-02-1980' })])
  const foreseen = await taken('register', file, '--dry-run', '--present')
  expect(foreseen).toMatchObject({ rows: 5, new: 4, refused_count: 1, applied: false, past: false })
  expect(foreseen.refused).toEqual([
    { line: 6, column: 'Geboortedatum', code: 'not_a_day', message: expect.stringMatching(/\S/) },
  ])
  expect(await cases()).toEqual(before)
  const { id: _, applied: __, ...done } = await taken('register', file, '--present')
  const { id: ___, applied: ____, ...seen } = foreseen
  expect(done).toEqual(seen)
})

test('what changed is said by field', async () => {
  const own = people(4, 500_001)
  await taken('register', written('first.csv', [[...HEADER], ...own]), '--present')
  const other = personNumbered(500_004, { Toezichtniveau: '3', RISc: 'hoog' })
  const file = written('changed.csv', [[...HEADER], ...own.slice(0, 3), other])
  const { changed, changed_fields, unchanged } = await taken('register', file, '--present')
  expect([changed, unchanged, Object.values(changed_fields)]).toEqual([1, 3, [1, 1]])
})

test('what is called wrongly, is not there or is no table ends with a reason', async () => {
  const codeOf = async (ran: Promise<Ran>) => [(await ran).code, answerOf(await ran).error.code]
  expect(await codeOf(imported('people', join(COHORT, KINDS.register)))).toEqual([2, 'usage'])
  expect(await codeOf(imported('register', join(folder, 'nowhere.csv')))).toEqual([1, expect.any(String)])
  expect(await codeOf(imported('register', written('empty.csv', [])))).toEqual([1, 'file_empty'])
  expect(await codeOf(imported('register', written('head.csv', [[...HEADER]])))).toEqual([1, 'only_a_header'])
  const unknown = imported('register', join(COHORT, KINDS.register), '--mapping', 'nobody kept this')
  expect(await codeOf(unknown)).toEqual([1, 'unknown_mapping'])
})
