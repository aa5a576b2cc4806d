import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerOf, koppel, koppelHere, ownFolder } from '../koppel/cli'
import { freshHome, type Home, rowCounts, whatItSays } from '../koppel/database'
import { bytesOf, FILES, type FileName, smallCohort, writeCohort } from './small-cohort'

const cohort = smallCohort(40)
const folder = writeCohort(join(ownFolder(), 'cohort'), cohort)
let home: Home
let before: unknown

const state = async () => ({ ...(await rowCounts(home.owner)), ...(await whatItSays(home.owner)) })
const replay = (...more: string[]) => koppelHere(['replay', folder, '--json', '--home', home.folder, ...more])

beforeAll(async () => {
  home = await freshHome()
  Object.assign(process.env, home.env)
  expect((await koppelHere(['flow', '--json', '--home', home.folder])).code).toBe(0)
  before = await state()
}, 120_000)

const text = (file: FileName) => new TextDecoder(file === 'instroom.csv' ? 'windows-1252' : 'utf-8').decode(good(file))
const good = (file: FileName) => bytesOf(file, cohort[file])

/** The rows with a name that has an accent in a cell of words, saved in the encoding that the file must not have. */
function otherEncoding(file: FileName): Buffer {
  if (file === 'instroom.csv') return Buffer.from(text(file), 'utf8')
  const { columns, rows } = cohort[file]
  const [first = {}, ...rest] = rows
  const accented = { columns, rows: [{ ...first, [columns.at(-1) ?? '']: 'é' }, ...rest] }
  return encode(bytesOf(file, accented).toString('utf8'), 'windows-1252')
}

const withoutColumn = (file: FileName, column: string) =>
  bytesOf(file, { ...cohort[file], columns: cohort[file].columns.filter((one) => one !== column) })

/** What can be wrong with a file: its bytes (null: the file is not there), and the code that it must be refused with. */
const DEFECTS: Record<string, readonly [code: string, spoilt: (file: FileName) => Buffer | null]> = {
  missing: ['file_missing', () => null],
  'zero bytes': ['file_empty', () => Buffer.alloc(0)],
  'a blank line': ['file_empty', () => Buffer.from('\r\n')],
  'only a header': ['file_empty', (file) => bytesOf(file, { ...cohort[file], rows: [] })],
  'the encoding of another file': ['wrong_encoding', otherEncoding],
  'UTF-16': ['wrong_encoding', (file) => encode(text(file), 'utf-16', { addBOM: true })],
  'a quote that is not closed': ['file_unreadable', (file) => Buffer.concat([good(file), Buffer.from('"T110')])],
  'bytes of a program': ['file_unreadable', (file) => Buffer.concat([good(file), Buffer.from([0, 1, 2, 0])])],
}

describe.each(FILES)('%s', (file) => {
  const path = join(folder, file)
  const refusedAs = async (code: string) => {
    const ran = await replay()
    const { error } = answerOf(ran)
    expect([ran.code, error.code, error.file, ran.stderr]).toEqual([1, code, file, ''])
    expect(error.message).toMatch(new RegExp(`^${file}: .{20}`))
    expect(await state()).toEqual(before)
    return error
  }

  test.each(Object.entries(DEFECTS))('%s', async (_, [code, spoilt]) => {
    const bytes = spoilt(file)
    if (bytes === null) rmSync(path)
    else writeFileSync(path, bytes)
    try {
      expect((await refusedAs(code)).columns).toEqual([])
    } finally {
      writeFileSync(path, good(file))
    }
  })

  test('a column missing', async () => {
    for (const column of [cohort[file].columns[0] ?? '', cohort[file].columns.at(-1) ?? '']) {
      writeFileSync(path, withoutColumn(file, column))
      try {
        expect((await refusedAs('column_missing')).columns).toEqual([column])
      } finally {
        writeFileSync(path, good(file))
      }
    }
  })

  test('a folder in its place', async () => {
    rmSync(path)
    mkdirSync(path)
    try {
      await refusedAs('file_unreadable')
    } finally {
      rmSync(path, { recursive: true })
      writeFileSync(path, good(file))
    }
  })
})

test('no folder at all', async () => {
  const ran = await koppelHere(['replay', join(folder, 'nowhere'), '--json', '--home', home.folder])
  expect([ran.code, answerOf(ran).error.code]).toEqual([1, 'file_missing'])
  expect(await state()).toEqual(before)
})

test('a bad file in an empty home makes nothing there, and says so in words without --json', async () => {
  const empty = await freshHome()
  writeFileSync(join(folder, 'consent.csv'), '')
  try {
    const ran = await koppel(['replay', folder, '--home', empty.folder], empty.env)
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^consent\.csv: .+\n$/) })
  } finally {
    writeFileSync(join(folder, 'consent.csv'), good('consent.csv'))
  }
  expect(Object.values(await rowCounts(empty.owner)).every((count) => count === 0)).toBe(true)
  expect(readdirSync(empty.folder)).toEqual([])
}, 120_000)

test('the same folder, mended, is taken', async () => {
  const ran = await replay('--until', '2011-11-17')
  expect([ran.code, answerOf(ran).refused]).toEqual([0, []])
  expect(answerOf(ran).funnel.registered).toBeGreaterThan(0)
}, 120_000)
