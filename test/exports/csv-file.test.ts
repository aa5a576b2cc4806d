import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvFile } from '../../app/exports/csv/csv-file'
import type { Row, Table } from '../../app/exports/table/table'
import { harmless } from '../../app/protocol/harmless'
import { anyFilled, filledWith, tableOf, variable, wholeFile } from './made-tables'

const written = async (table: Table, rows: readonly Row[]) =>
  (await wholeFile(csvFile(filledWith(table, rows)))).toString('utf8')

const mixed = tableOf([variable('text', 0), variable('integer', 1), variable('number', 2), variable('day', 3)])

test('names, then rows; what is missing is empty, an empty text is not', async () => {
  const rows = [
    ['a', 1, 2.5, '2012-03-13'],
    ['', -8, null, null],
    [null, null, -0.125, '1900-01-01'],
  ]
  expect(await written(mixed, rows)).toBe('v0,v1,v2,v3\na,1,2.5,2012-03-13\n"",-8,,\n,,-0.125,1900-01-01\n')
})

test('a table without rows has its names', async () => {
  expect(await written(mixed, [])).toBe('v0,v1,v2,v3\n')
})

test.each([
  ['plain', 'plain'],
  ['two words', 'two words'],
  ['Zoë', 'Zoë'],
  ['a,b', '"a,b"'],
  ['a "b"', '"a ""b"""'],
  ['two\nlines', '"two\nlines"'],
  ['a;b', 'a;b'],
  ['=1+1', "'=1+1"],
  [' -1', "' -1"],
  ['a;=1', "a;'=1"],
  ['＋1', "'＋1"],
  ['1-1', '1-1'],
])('the text %j is the cell %j', async (text, cell) => {
  expect(await written(tableOf([variable('text', 0)]), [[text]])).toBe(`v0\n${cell}\n`)
})

test.each([
  [0, '0'],
  [-0, '0'],
  [10, '10'],
  [-2147483648, '-2147483648'],
  [2147483648, '2147483648'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  [0.1, '0.1'],
  [-0.001, '-0.001'],
  [3.1, '3.1'],
  [0.1 + 0.2, '0.30000000000000004'],
  [999999999.999, '999999999.999'],
  [20 / 3, '6.666666666666667'],
  [1e-7, '1e-7'],
])('the number %d is the cell %s', async (number, cell) => {
  expect(await written(tableOf([variable('number', 0)]), [[number]])).toBe(`v0\n${cell}\n`)
})

test('a number is as short as it can be, whatever its decimals', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.maxSafeInteger(), fc.nat({ max: 9 }))), async (numbers) => {
      const values = numbers.map(([digits, decimals]) => digits / 10 ** decimals)
      const table = tableOf([variable('number', 0)])
      const rows = values.map((value) => [value])
      expect(await written(table, rows)).toBe(`v0\n${values.map((value) => `${value}\n`).join('')}`)
    }),
  ))

test('another reader finds what was written', () =>
  fc.assert(
    fc.asyncProperty(anyFilled, async ({ table, rows }) => {
      const found = parse(await written(table, rows), { record_delimiter: '\n' })
      const meant = (row: Row) =>
        row.map((value) => (typeof value === 'string' ? harmless(value) : value === null ? '' : `${value}`))
      expect(found).toEqual([table.variables.map(({ name }) => name), ...rows.map(meant)])
    }),
  ))

test('rows that are longer than what is written at once', async () => {
  const variables = Array.from({ length: 2_500 }, (_, place) => variable('text', place))
  const rows = Array.from({ length: 5 }, (_, n) => variables.map((_one, place) => 'é"='.repeat((n * place) % 100)))
  const found = parse(await written(tableOf(variables), rows))
  expect(found.slice(1)).toEqual(rows)
})
