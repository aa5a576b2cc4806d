import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dtaFile } from '../../app/exports/dta/dta-file'
import type { Filled, Row, Table, Value, Variable } from '../../app/exports/table/table'
import { anyFilled, filledWith, IMPRINT, tableOf, variable, wholeFile } from './made-tables'
import { asHavenReads, folderOfTest, inR, READERS, readstat } from './readers'

const words = (nl: string) => ({ nl, en: `${nl} (en)` })
const MISSING = [
  { code: -9, label: words('niet beantwoord') },
  { code: -8, label: words('niet gevraagd') },
  { code: 99, label: words('weet ik niet') },
]
const LONG = `Eén ${'héél '.repeat(30)}lange vraag`

/** One variable of each kind that Stata keeps in a way of its own. */
const MIXED = tableOf([
  variable('text', 1, { width: 12 }),
  variable('integer', 2, {
    label: words(LONG),
    values: [
      { code: 7, label: words('zeer eens, œuvre') },
      { code: 1, label: words('zeer oneens') },
    ],
    missing: MISSING,
    note: words('Let op: één bijzonderheid.'),
  }),
  variable('number', 3, { missing: MISSING.slice(1) }),
  variable('day', 4),
  variable('text', 5, {
    width: 10,
    values: [
      { code: 'work', label: words('heeft werk') },
      { code: 'none', label: words('geen') },
    ],
  }),
  variable('text', 6, { width: 3000 }),
  variable('integer', 7),
])

const ROWS: readonly Row[] = [
  ['Zoë', 7, 2.5, '2012-03-13', 'none', 'é'.repeat(1500), null],
  ['', -9, -8, null, null, null, null],
  ['éééééé', -8, 99, '1900-01-01', 'work', 'kort', null],
  [null, 99, null, '2199-12-31', 'work', '', null],
  ['x', null, 1e-300, '1960-01-01', 'none', 'x\ny', null],
  ['y', 2_147_483_620, -2.5, '1959-12-31', null, 'slot', null],
]

const bytesOf = (filled: Filled, imprint = IMPRINT) => wholeFile(dtaFile(filled, imprint))

async function written(table: Table, rows: readonly Row[]): Promise<string> {
  const path = join(folderOfTest(), 'made.dta')
  writeFileSync(path, await bytesOf(filledWith(table, rows)))
  return path
}

const daysSince1970 = (day: Value) => (day === null ? null : Date.parse(`${day}T00:00:00Z`) / 86_400_000)

test.runIf(READERS.haven)('haven finds values, labels, missings, types and days', async () => {
  const found = await asHavenReads(await written(MIXED, ROWS))
  const column = (at: number) => ROWS.map((row) => row[at] ?? null)
  expect(found.map(({ name }) => name)).toEqual(['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7'])
  expect(found.map(({ format }) => format)).toEqual([
    ...['%-12s', '%12.0g', '%10.0g', '%td', '%12.0g', '%-9s', '%12.0g'],
  ])
  const [text, coded, number, date, named, long, empty] = found
  expect(text).toMatchObject({ label: 'Variabele 1 ë', kind: 'character', labels: [] })
  expect(text?.values).toEqual(column(0).map((value) => value ?? ''))
  expect(coded?.label).toBe(`Eén ${'héél '.repeat(14)}héél…`)
  expect(coded?.labels).toEqual([
    [1, 'zeer oneens'],
    [7, 'zeer eens, œuvre'],
    ['.a', 'niet beantwoord'],
    ['.b', 'niet gevraagd'],
    ['.c', 'weet ik niet'],
  ])
  expect(coded?.values).toEqual([7, '.a', '.b', '.c', null, 2_147_483_620])
  expect(number?.values).toEqual([2.5, '.a', '.b', null, 1e-300, -2.5])
  expect(number?.labels).toEqual([
    ['.a', 'niet gevraagd'],
    ['.b', 'weet ik niet'],
  ])
  expect(date?.kind).toBe('Date')
  expect(date?.values).toEqual(column(3).map(daysSince1970))
  expect(named?.labels).toEqual([
    [1, 'heeft werk'],
    [2, 'geen'],
  ])
  expect(named?.values).toEqual([2, null, 1, 1, 2, null])
  expect(long?.values).toEqual(column(5).map((value) => value ?? ''))
  expect(empty).toMatchObject({ kind: 'numeric', labels: [], values: ROWS.map(() => null) })
})

test.runIf(READERS.readstat)('ReadStat finds the file, its label, its day and its rows', async () => {
  const path = await written(MIXED, ROWS)
  const said = await readstat(path)
  expect(said).toContain('Format: Stata binary file (DTA)')
  expect(said).toContain('Columns: 7')
  expect(said).toContain('Rows: 6')
  expect(said).toContain('Table label: werkalliantie, Gemaakte tabel, 2015-06-30')
  expect(said).toContain('Timestamp: 30 Jun 2015 00:00')
  expect((await readstat(path, '-')).split('\n').map((line) => line.replace(/é{1500}/, 'é×1500'))).toEqual([
    '"v1","v2","v3","v4","v5","v6","v7"',
    '"Zoë",7,2.500000,2012-03-13,2,"é×1500",',
    '"",,,,,"",',
    '"éééééé",,,1900-01-01,1,"kort",',
    '"",,,2199-12-31,1,"",',
    '"x",,0.000000,1960-01-01,2,"x',
    'y",',
    '"y",2147483620,-2.500000,1959-12-31,,"slot",',
    '',
  ])
})

test.runIf(READERS.haven)('in English, English labels', async () => {
  const path = join(folderOfTest(), 'english.dta')
  writeFileSync(path, await bytesOf(filledWith(MIXED, ROWS), { ...IMPRINT, language: 'en' }))
  const [text, coded] = await asHavenReads(path)
  expect(text?.label).toBe('Variable 1 ë')
  expect(coded?.labels[0]).toEqual([1, 'zeer oneens (en)'])
  const notes = await inR(`writeLines(attr(haven::read_dta(${JSON.stringify(path)}), "notes"))`)
  expect(notes.trim().split('\n')).toEqual([
    '5',
    'Working alliance: Made-up table',
    'A row: One row',
    'Cut-off: 2015-06-30',
    'Purpose: to try out a file',
    'koppel 0.1.0, protocol 1',
  ])
})

test.runIf(READERS.haven)('2,500 variables, columns that are empty and texts of 300 bytes', async () => {
  const kinds = ['integer', 'text', 'number', 'day', 'text'] as const
  const variables = Array.from({ length: 2_500 }, (_, at) => variable(kinds[at % 5] as Variable['kind'], at))
  const row = (letter: string) =>
    variables.map(({ kind }, at) => {
      if (at % 7 === 0) return null
      return { integer: at, number: at / 8, day: '2014-02-28', text: letter.repeat(150) }[kind]
    })
  const rows = [row('é'), row('ë'), row('ö')]
  const found = await asHavenReads(await written(tableOf(variables), rows))
  expect(found.map(({ name }) => name)).toEqual(variables.map(({ name }) => name))
  expect(found.map(({ values }) => values)).toEqual(asRead(variables, rows))
})

test.runIf(READERS.haven)('whatever a table holds', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(anyFilled, async ({ table, rows }) => {
      const fitting = rows.map((values) => values.map(fitted))
      const found = await asHavenReads(await written(table, fitting))
      expect(found.map(({ values }) => values)).toEqual(asRead(table.variables, fitting))
    }),
    { numRuns: 10 },
  ),
)

/** What Stata has no room for is refused (`dta-format.test.ts`). */
const fitted = (value: Value): Value =>
  typeof value === 'number' && (Number.isInteger(value) ? Math.abs(value) > 2_147_483_620 : !(Math.abs(value) < 1e307))
    ? null
    : value

/**
 * The columns as R has them: days counted from 1970, no text the same as an empty one, no zero below zero. ReadStat leaves
 * off the spaces behind a text, which stand in the file (`dta-format.test.ts`).
 */
const asRead = (variables: readonly Variable[], rows: readonly Row[]) =>
  variables.map(({ kind }, at) =>
    rows.map((row) => {
      const value = row[at] ?? null
      if (kind === 'day') return daysSince1970(value)
      if (kind === 'text') return `${value ?? ''}`.replace(/ +$/, '')
      return value === 0 ? 0 : value
    }),
  )
