import { expect, test } from 'vitest'
import { dtaFile } from '../../app/exports/dta/dta-file'
import type { Filled, Row, Variable } from '../../app/exports/table/table'
import { filledWith, IMPRINT, tableOf, variable, wholeFile } from './made-tables'

const words = (text: string) => ({ nl: text, en: text })
const bytesOf = (filled: Filled) => wholeFile(dtaFile(filled, IMPRINT))
const refusal = (only: Variable, value: Row[number]) =>
  bytesOf(
    filledWith(tableOf([variable('integer', 1), only]), [
      [1, null],
      [2, value],
    ]),
  )

const CODED = variable('text', 3, { width: 4, values: [{ code: 'work', label: words('werk') }] })
const TABLE = tableOf([
  variable('text', 1, { width: 9 }),
  variable('integer', 2, {
    label: words('a'.repeat(90)),
    question: words('Hoe vaak?'),
    missing: [{ code: -9, label: words('leeg gelaten') }],
  }),
  CODED,
  variable('text', 4, { width: 2046, note: words('Gelezen op namen.') }),
])
const ROWS: readonly Row[] = [
  ['x', 1, 'work', 'a'],
  ['é', -9, null, null],
  [null, null, 'work', 'c'],
]

/** The sections that the map of a file points to (Stata's help `dta`, section 5.2). */
const SECTIONS = [
  '<stata_dta>',
  '<map>',
  '<variable_types>',
  '<varnames>',
  '<sortlist>',
  '<formats>',
  '<value_label_names>',
  '<variable_labels>',
  '<characteristics>',
  '<data>',
  '<strls>',
  '<value_labels>',
  '</stata_dta>',
]

function mapOf(file: Buffer): number[] {
  const start = file.indexOf('<map>') + 5
  return Array.from({ length: 14 }, (_, at) => Number(file.readBigUInt64LE(start + 8 * at)))
}

test('the map says where every section begins and where the file ends', async () => {
  const file = await bytesOf(filledWith(TABLE, ROWS))
  const map = mapOf(file)
  const found = SECTIONS.map((tag, at) => file.toString('latin1', map[at], (map[at] ?? 0) + tag.length))
  expect(found).toEqual(SECTIONS)
  expect(map[13]).toBe(file.length)
})

test('spaces behind a text are kept, and behind it are zeros', async () => {
  const file = await bytesOf(filledWith(tableOf([variable('text', 1, { width: 6 })]), [['é  '], [null]]))
  expect(file.includes('<data>é  \0\0\0\0\0\0\0\0</data>')).toBe(true)
})

test('a zero below zero is 0', async () => {
  const table = tableOf([variable('number', 1), variable('integer', 2)])
  expect((await bytesOf(filledWith(table, [[-0, -0]]))).equals(await bytesOf(filledWith(table, [[0, 0]])))).toBe(true)
})

test('the same table gives the same bytes, however its rows come', async () => {
  const file = await bytesOf(filledWith(TABLE, ROWS))
  expect((await bytesOf(filledWith(TABLE, ROWS, 1))).equals(file)).toBe(true)
})

test('a table without rows is a whole file', async () => {
  const file = await bytesOf(filledWith(TABLE, []))
  expect(mapOf(file)[13]).toBe(file.length)
})

test('what a label has no room for, what was asked, and what codes became stand in notes', async () => {
  const file = await bytesOf(filledWith(TABLE, ROWS))
  expect(characteristicsOf(file).slice(6)).toEqual([
    ['v2', 'note0', '3'],
    ['v2', 'note1', 'a'.repeat(90)],
    ['v2', 'note2', 'Hoe vaak?'],
    ['v2', 'note3', '.a = code -9: leeg gelaten'],
    ['v3', 'note0', '1'],
    ['v3', 'note1', '1 = code work'],
    ['v4', 'note0', '1'],
    ['v4', 'note1', 'Gelezen op namen.'],
  ])
})

function characteristicsOf(file: Buffer): string[][] {
  const end = file.indexOf('</characteristics>')
  const found: string[][] = []
  let at = file.indexOf('<characteristics>') + '<characteristics>'.length
  const text = (from: number) => file.toString('utf8', from, file.indexOf(0, from))
  while (at < end) {
    const length = file.readUInt32LE(at + 4)
    found.push([text(at + 8), text(at + 8 + 129), text(at + 8 + 258)])
    at += 8 + length + '</ch>'.length
  }
  return found
}

test.each<[string, Variable, Row[number]]>([
  ['a text that is too long', variable('text', 2, { width: 3 }), 'four'],
  ['a text that is too long', variable('text', 2, { width: 3 }), 'éé'],
  ['a text that is too long', variable('text', 2, { width: 3000 }), 'é'.repeat(1501)],
  ['a text that is no code of it', CODED, 'rest'],
  ['not a text', variable('text', 2), 1],
  ['not a text', variable('text', 2, { width: 3000 }), 1],
  ['not a calendar day', variable('day', 2), '2014-02-29'],
  ['not a calendar day', variable('day', 2), 1],
  ['not a number', variable('integer', 2), '1'],
  ['not a whole number', variable('integer', 2), 1.5],
  ['a number that is too large', variable('integer', 2), 2_147_483_621],
  ['a number that is too large', variable('integer', 2), -2_147_483_648],
  ['not a number', variable('number', 2), '1'],
  ['a number that is too large', variable('number', 2), Number.POSITIVE_INFINITY],
  ['a number that is too large', variable('number', 2), Number.NaN],
])('%s does not fit: %#', async (why, only, value) => {
  const refused = refusal(only, value)
  await expect(refused).rejects.toThrow(RangeError)
  await expect(refused).rejects.toThrow(`wide: ${only.name}, row 2: ${why}`)
})

test.each([
  ['fewer', ROWS.slice(1)],
  ['more', [...ROWS, ...ROWS]],
])('%s rows than a table says are no file', async (_, rows) => {
  const filled = { ...filledWith(TABLE, rows), count: ROWS.length }
  await expect(bytesOf(filled)).rejects.toThrow('wide: not the 3 rows that it says')
})

test.each<[string, Variable[], string]>([
  ['too many variables', Array.from({ length: 32_768 }, (_, at) => variable('integer', at)), '32,767 variables'],
  ['a long name', [{ ...variable('integer', 1), name: 'a'.repeat(33) }], '32 characters'],
  ['a code with decimals', [variable('number', 1, { values: [{ code: 0.5, label: words('half') }] })], 'whole number'],
])('%s is no table for Stata', async (_, variables, why) => {
  await expect(bytesOf(filledWith(tableOf(variables), []))).rejects.toThrow(why)
})

test('as many variables as Stata has are a file', async () => {
  const variables = Array.from({ length: 32_767 }, (_, at) => variable('integer', at))
  const file = await bytesOf(filledWith(tableOf(variables), [variables.map(() => 1)]))
  expect(mapOf(file)[13]).toBe(file.length)
})
