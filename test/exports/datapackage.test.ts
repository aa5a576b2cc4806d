import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dataPackage, type WrittenFile } from '../../app/exports/datapackage/datapackage-file'
import type { Table } from '../../app/exports/table/table'
import { anyFilled, IMPRINT, tableOf, variable } from './made-tables'

const profile = JSON.parse(readFileSync(new URL('schemas/datapackage-2.0/datapackage.json', import.meta.url), 'utf8'))
// the profile says more than JSON Schema knows of: in which order a form would ask, and formats without a check
const valid = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(profile)

const file = (table: Table, format: WrittenFile['format']): WrittenFile => ({
  table,
  format,
  path: `${table.name}.${format}`,
  bytes: 12,
  sha256: 'ab'.repeat(32),
})

const wide = tableOf(
  [
    variable('text', 0, { name: 'dyad' }),
    variable('integer', 1, {
      measure: 'ordinal',
      values: [
        { code: 1, label: { nl: 'oneens', en: 'disagree' } },
        { code: 2, label: { nl: 'eens', en: 'agree' } },
      ],
      missing: [{ code: -8, label: { nl: 'niet gevraagd', en: 'not asked' } }],
      question: { nl: 'Wat vindt u?', en: 'What do you think?' },
      cite: '§6.1',
    }),
    variable('integer', 2, { measure: 'scale', values: [{ code: 10, label: { nl: 'heel goed', en: 'very good' } }] }),
    variable('text', 3, { values: [{ code: 'T1', label: { nl: 'eerste meting', en: 'first wave' } }] }),
    variable('number', 4),
    variable('day', 5),
  ],
  { key: ['dyad'] },
)
const individual = tableOf([variable('text', 0, { name: 'dyad' }), variable('integer', 1)], {
  name: 'individual',
  key: ['dyad', 'v1'],
})
const files = [file(wide, 'csv'), file(wide, 'parquet'), file(individual, 'csv')]

test('it obeys the profile of the standard', () => {
  expect(valid(JSON.parse(dataPackage(files, IMPRINT))), JSON.stringify(valid.errors)).toBe(true)
  // what the profile does not take
  const { resources } = JSON.parse(dataPackage(files, IMPRINT))
  expect(valid({ resources: [{ ...resources[0], schema: { fields: [{ name: 'a', type: 'pair' }] } }] })).toBe(false)
})

test('it says of each file what it is, how large, and which bytes', () => {
  const { resources, ...about } = JSON.parse(dataPackage(files, IMPRINT))
  expect(about).toMatchObject({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'werkalliantie',
    title: 'Werkalliantie',
    description: expect.stringContaining('2015-06-30'),
  })
  expect(resources.map(({ name, path, mediatype }: Record<string, string>) => [name, path, mediatype])).toEqual([
    ['wide', 'wide.csv', 'text/csv'],
    ['wide.parquet', 'wide.parquet', 'application/vnd.apache.parquet'],
    ['individual', 'individual.csv', 'text/csv'],
  ])
  expect(resources[0]).toMatchObject({ type: 'table', bytes: 12, hash: `sha256:${'ab'.repeat(32)}`, encoding: 'utf-8' })
})

test('and of each column what it holds', () => {
  const [{ schema }] = JSON.parse(dataPackage(files, { ...IMPRINT, language: 'en' })).resources
  const title = (place: number) => `Variable ${place} ë`
  expect(schema.primaryKey).toEqual(['dyad'])
  expect(schema.fields).toEqual([
    { name: 'dyad', title: title(0), type: 'string' },
    {
      name: 'v1',
      title: title(1),
      type: 'integer',
      description: 'What do you think?\n\n§6.1',
      categories: [
        { value: 1, label: 'disagree' },
        { value: 2, label: 'agree' },
      ],
      categoriesOrdered: true,
      missingValues: [{ value: '' }, { value: '-8', label: 'not asked' }],
    },
    // not every mark has a name: a category would be all that there is
    { name: 'v2', title: title(2), type: 'integer', description: '10 = very good' },
    {
      name: 'v3',
      title: title(3),
      type: 'string',
      categories: [{ value: 'T1', label: 'first wave' }],
      categoriesOrdered: false,
    },
    { name: 'v4', title: title(4), type: 'number' },
    { name: 'v5', title: title(5), type: 'date' },
  ])
})

test('a row of another table belongs to a dyad, when the table of dyads goes along', () => {
  const schemaOf = (some: readonly WrittenFile[]) => JSON.parse(dataPackage(some, IMPRINT)).resources.at(-1).schema
  expect(schemaOf(files).foreignKeys).toEqual([{ fields: ['dyad'], reference: { resource: 'wide', fields: ['dyad'] } }])
  expect(schemaOf(files.slice(2)).foreignKeys).toBeUndefined()
  expect(schemaOf(files).primaryKey).toEqual(['dyad', 'v1'])
})

test('any table can be described', () =>
  fc.assert(
    fc.property(anyFilled, ({ table }) => {
      expect(valid(JSON.parse(dataPackage([file(table, 'csv')], IMPRINT))), JSON.stringify(valid.errors)).toBe(true)
    }),
  ))
