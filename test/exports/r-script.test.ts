import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvFile } from '../../app/exports/csv/csv-file'
import { rScript } from '../../app/exports/r/r-script'
import type { Row, Table, Value, Variable } from '../../app/exports/table/table'
import { describe } from '../../app/protocol/statistics'
import { anyFilled, filledWith, IMPRINT, tableOf, variable, wholeFile } from './made-tables'
import { asRTells, folderOfTest, inR, READERS } from './readers'

const words = (nl: string) => ({ nl, en: `${nl} (en)` })
const MISSING = [
  { code: -9, label: words('niet beantwoord') },
  { code: -8, label: words('niet gevraagd') },
]
const STEPS = [1, 2, 3].map((code) => ({ code, label: words(`stap ${code} – één`) }))

const WIDE = tableOf([
  variable('text', 1),
  variable('integer', 2, {
    measure: 'ordinal',
    values: STEPS,
    missing: MISSING,
    label: words('Één vraag: "hoe\\vaak"?'),
  }),
  variable('text', 3, {
    values: [
      { code: 'work', label: words('werk') },
      { code: '-', label: words('geen') },
    ],
  }),
  variable('day', 4),
  variable('number', 5, { missing: MISSING }),
  variable('integer', 6, { measure: 'scale', values: [{ code: 1, label: words('laagst') }], missing: MISSING }),
  variable('integer', 7, {
    values: [
      { code: 0, label: words('anders') },
      { code: 1, label: words('anders') },
    ],
  }),
  variable('integer', 8, { measure: 'scale' }),
])
const ROWS: readonly Row[] = [
  ['Zoë, "x"', 3, '-', '2012-03-13', 1.25, 1, 1, null],
  ['=1+1', -9, 'work', null, -8, 10, 0, null],
  ["'=x\ntwee\t=3", 2, null, '1969-12-31', 20 / 3, -9, null, null],
  ['NA', null, 'work', '2199-12-31', null, 4, 1, null],
]
const EVENTS = tableOf([variable('integer', 1, { values: STEPS })], { name: 'events', label: words('Gebeurtenissen') })

/** A folder with a script and the tables that it reads. */
async function released(tables: readonly (readonly [Table, readonly Row[]])[]): Promise<string> {
  const folder = folderOfTest()
  for (const [table, rows] of tables)
    writeFileSync(join(folder, `${table.name}.csv`), await wholeFile(csvFile(filledWith(table, rows))))
  const script = rScript(
    tables.map(([table]) => table),
    IMPRINT,
  )
  writeFileSync(join(folder, 'release.R'), script)
  return folder
}

/** What a script prints when it is run as its first line says, on a machine with this alphabet. */
const printed = async (folder: string, alphabet = 'C.UTF-8') =>
  (
    await promisify(execFile)(READERS.r ?? '', ['release.R'], {
      cwd: folder,
      env: { ...process.env, LC_ALL: alphabet },
    })
  ).stdout

const read = (folder: string) => `setwd(${JSON.stringify(folder)})\ninvisible(capture.output(source("release.R")))\n`

test.runIf(READERS.haven)('columns have their kind, label, values and codes', async () => {
  const folder = await released([
    [WIDE, ROWS],
    [EVENTS, [[1], [4], [null]]],
  ])
  const found = await asRTells(read(folder), 'wide')
  expect(found.map(({ kind }) => kind)).toEqual([
    ...['character', 'ordered factor', 'factor', 'Date', 'numeric', 'integer', 'factor', 'integer'],
  ])
  expect(found[1]?.label).toBe('Één vraag: "hoe\\vaak"?')
  expect(found.map(({ values }) => values)).toEqual([
    ROWS.map(([value]) => value),
    [3, null, 2, null],
    [2, 1, null, 1],
    [15_412, null, -1, 84_005],
    [1.25, null, 20 / 3, null],
    [1, 10, null, 4],
    [2, 1, null, 2],
    [null, null, null, null],
  ])
  expect(found[5]?.labels).toEqual([[1, 'laagst']])
  const [event] = await asRTells(read(folder), 'events')
  expect(event).toMatchObject({ kind: 'factor', values: [1, 4, null] })
})

test.runIf(READERS.r)('factors, their codes, and why a value is missing', async () => {
  const folder = await released([
    [WIDE, ROWS],
    [EVENTS, [[1], [4], [null]]],
  ])
  const told = await inR(`${read(folder)}
    writeLines(c(levels(wide$v2), levels(wide$v3), levels(wide$v7), levels(events$v1)))
    writeLines(as.character(c(attr(wide$v2, "codes")[wide$v2], attr(wide$v3, "codes")[wide$v3])))
    writeLines(as.character(attr(wide$v2, "missing_reason")))
    writeLines(as.character(attr(wide$v5, "missing_reason")))
    writeLines(c(attr(wide, "label"), attr(events, "label"), koppel_release$cut_off, koppel_release$title))`)
  expect(told.trim().split('\n')).toEqual([
    ...['stap 1 – één', 'stap 2 – één', 'stap 3 – één', 'werk', 'geen', 'anders (0)', 'anders (1)'],
    // a value that the codebook does not have is not lost
    ...['stap 1 – één', 'stap 2 – één', 'stap 3 – één', '4'],
    ...['3', 'NA', '2', 'NA', '-', 'work', 'NA', 'work'],
    ...['NA', 'niet beantwoord', 'NA', 'NA'],
    ...['NA', 'niet gevraagd', 'NA', 'NA'],
    ...['Gemaakte tabel', 'Gebeurtenissen', '2015-06-30', 'Werkalliantie'],
  ])
})

test.runIf(READERS.r)('it prints what we print, in any alphabet', async () => {
  const folder = await released([[WIDE, ROWS]])
  const lines = ['variable,n,mean,sd,median,min,max', ...['v5', 'v6', 'v8']]
  const told = await printed(folder)
  expect(told.split('\n').map((line) => (line.startsWith('variable') ? line : line.split(',')[0]))).toEqual([
    ...lines,
    '',
  ])
  expect(told).not.toMatch(/[^\S\n]/)
  expect(described(told)).toEqual({ v5: ours(ROWS, 4), v6: ours(ROWS, 5), v8: ours(ROWS, 7) })
  expect(await printed(folder, 'C')).toBe(told)
})

test.runIf(READERS.r)('its descriptives are ours for any scores', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.array(SCORE, { minLength: 40, maxLength: 40 }), { maxLength: 200 }), async (rows) => {
      const variables = Array.from({ length: 40 }, (_, at) => variable('number', at, { missing: MISSING }))
      const told = described(await printed(await released([[tableOf(variables), rows]])))
      expect(told).toEqual(Object.fromEntries(variables.map(({ name }, at) => [name, ours(rows, at)])))
    }),
    { numRuns: 8 },
  ),
)

const SCORE = fc.oneof(
  fc.constantFrom(null, -9, -8),
  fc.integer({ min: 1, max: 7 }),
  fc.integer({ min: 1, max: 140 }).map((sum) => sum / 20),
)

const FIGURES = ['n', 'mean', 'sd', 'median', 'min', 'max'] as const

/** Twelve digits: R adds in another order than we do. */
const figures = (values: readonly (number | null)[]) =>
  Object.fromEntries(FIGURES.map((name, at) => [name, values[at] === null ? null : values[at]?.toPrecision(12)]))

function ours(rows: readonly Row[], at: number) {
  const reasons: readonly Value[] = MISSING.map(({ code }) => code)
  const values = rows.flatMap((row) => {
    const value = row[at]
    return typeof value === 'number' && !reasons.includes(value) ? [value] : []
  })
  const found = describe(values)
  return figures(FIGURES.map((name) => found[name]))
}

const described = (told: string) =>
  Object.fromEntries(
    told
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [name, ...cells] = line.split(',')
        return [name, figures(cells.map((cell) => (cell === '' ? null : Number(cell))))]
      }),
  )

test.runIf(READERS.haven)('whatever a table holds, R reads it', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(anyFilled, async ({ table, rows }) => {
      const fitting = rows.map((values) => values.map((value, at) => fitted(table.variables[at], value)))
      const found = await asRTells(read(await released([[table, fitting]])), 'wide')
      expect(found.map(({ values }) => values)).toEqual(
        table.variables.map(({ kind }, at) => fitting.map((row) => asRead(kind, row[at] ?? null))),
      )
    }),
    { numRuns: 10 },
  ),
)

/** R has whole numbers of four bytes. */
const fitted = (of: Variable | undefined, value: Value): Value =>
  of?.kind === 'integer' && typeof value === 'number' && Math.abs(value) > 2 ** 31 - 1 ? null : value

function asRead(kind: Variable['kind'], value: Value): Value {
  if (kind === 'day') return value === null ? null : Date.parse(`${value}T00:00:00Z`) / 86_400_000
  if (kind === 'text') return value === '' ? null : value
  return value === 0 ? 0 : value
}
