import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { parquetFile } from '../../app/exports/parquet/parquet-file'
import type { Row, Table, Value } from '../../app/exports/table/table'
import { anyFilled, filledWith, IMPRINT, tableOf, variable, wholeFile } from './made-tables'

async function written(table: Table, rows: readonly Row[]): Promise<ArrayBuffer> {
  const bytes = await wholeFile(parquetFile(filledWith(table, rows), IMPRINT))
  return new Uint8Array(bytes).buffer
}

/** The rows as another program reads them: a day is a point in time there. */
async function read(file: ArrayBuffer, { variables }: Table): Promise<Value[][]> {
  const plain = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : (value as Value))
  return (await parquetReadObjects({ file })).map((row) => variables.map(({ name }) => plain(row[name])))
}

/** Nought has no sign to an analyst; a column that names each value once keeps the first one's. */
const unsigned = (rows: readonly Row[]) => rows.map((row) => row.map((value) => (value === 0 ? 0 : value)))

const mixed = tableOf(
  [
    variable('text', 0),
    variable('integer', 1, {
      measure: 'ordinal',
      values: [{ code: 1, label: { nl: 'één', en: 'one' } }],
      missing: [{ code: -8, label: { nl: 'niet gevraagd', en: 'not asked' } }],
    }),
    variable('number', 2),
    variable('day', 3),
  ],
  { key: ['v0'] },
)
const rows: Row[] = [
  ['é', 1, 2.5, '2012-03-13'],
  ['', -8, null, null],
  [null, null, -0.125, '1900-01-01'],
]

test('each kind has its own type, and what is missing is null', async () => {
  const file = await written(mixed, rows)
  expect(await read(file, mixed)).toEqual(rows)
  const [, ...columns] = parquetMetadata(file).schema
  expect(
    columns.map(({ name, type, logical_type, repetition_type }) => [name, type, logical_type, repetition_type]),
  ).toEqual([
    ['v0', 'BYTE_ARRAY', { type: 'STRING' }, 'OPTIONAL'],
    ['v1', 'INT32', undefined, 'OPTIONAL'],
    ['v2', 'DOUBLE', undefined, 'OPTIONAL'],
    ['v3', 'INT32', { type: 'DATE' }, 'OPTIONAL'],
  ])
})

test('the file says what its codes mean, in both languages', async () => {
  const { key_value_metadata: told } = parquetMetadata(await written(mixed, rows))
  const codebook = JSON.parse(told?.find(({ key }) => key === 'codebook')?.value ?? '')
  expect(codebook).toEqual({ ...IMPRINT, table: mixed })
})

test('a table without rows has its columns', async () => {
  const file = await written(mixed, [])
  expect(await read(file, mixed)).toEqual([])
  expect(parquetMetadata(file)).toMatchObject({ num_rows: 0n, row_groups: [] })
})

test('whatever is in it comes back, and the same rows are the same bytes', () =>
  fc.assert(
    fc.asyncProperty(anyFilled, async ({ table, rows }) => {
      const file = await written(table, rows)
      expect(unsigned(await read(file, table))).toEqual(unsigned(rows))
      expect(Buffer.from(file).equals(Buffer.from(await written(table, rows)))).toBe(true)
    }),
  ))

test('2,500 variables, of which some are never filled in, in several groups', async () => {
  const variables = Array.from({ length: 2_500 }, (_, place) => variable(place % 2 ? 'text' : 'number', place))
  const table = tableOf(variables)
  const rows = Array.from({ length: 100 }, (_, n) =>
    variables.map(({ kind }, place) => (place % 5 === 0 ? null : kind === 'text' ? 'ë'.repeat(n % 151) : n / place)),
  )
  const file = await written(table, rows)
  expect(await read(file, table)).toEqual(rows)
  expect(parquetMetadata(file).row_groups.length).toBeGreaterThan(1)
})

test('a whole number of more than 32 bits is refused', async () => {
  await expect(written(tableOf([variable('integer', 0)]), [[2 ** 31]])).rejects.toThrow(/int32/)
})
