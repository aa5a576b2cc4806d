import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import type { Value, Variable } from '../../app/exports/table/table'
import { allAsHavenReads, type HavenColumn, type Havens, READERS, readstat } from '../exports/readers'
import { allInPspp, type InPspp, keptColumns } from '../exports/spss-tables'
import { all, complaintsOf, read } from '../exports/xml'
import { type Released, type ReleasedTable, textIn } from './release-tables'

const MEASURES = { nominal: 'Nominal', ordinal: 'Ordinal', scale: 'Scale' } as const

/** Each format of a release opened by what analysts open it with: all values, labels, missing codes, types. */
export function readBack(of: () => Released): void {
  const path = (table: ReleasedTable, ending: string) => join(of().folder, `${table.name}.${ending}`)
  const columnsOf = ({ variables, rows }: ReleasedTable): Value[][] =>
    variables.map((_, at) => rows.map((row) => row[at] ?? null))

  test.runIf(READERS.haven)(
    'haven reads what SPSS and Stata are given',
    async () => {
      const { tables } = of()
      const files = ['sav', 'dta'].flatMap((ending) => tables.map((table) => path(table, ending)))
      const found = await allAsHavenReads(files)
      for (const [at, table] of tables.entries()) {
        expectSaid(table, found[at] ?? [], SPSS)
        expectSaid(table, found[at + tables.length] ?? [], STATA)
      }
    },
    120_000,
  )

  test.runIf(READERS.pspp)(
    'PSPP reads the system files, and runs the syntax',
    async () => {
      const { tables, folder } = of()
      const opening = tables.flatMap((table) =>
        [`GET FILE='${table.name}.sav'.`, `INSERT FILE='${table.name}.sps' ENCODING='UTF-8'.`].map((open) => ({
          syntax: `CD '${folder}'.\n${open}`,
          variables: table.variables,
        })),
      )
      const found = await allInPspp(opening)
      for (const [at, table] of tables.entries()) {
        const [sav, sps] = found.slice(at * 2, at * 2 + 2)
        expect(sav?.columns).toEqual(keptColumns(table.variables, table.rows))
        expect(sps?.columns).toEqual(sav?.columns)
        expect(sps?.labels).toEqual(sav?.labels)
        for (const { dictionary } of [sav, sps] as InPspp[]) {
          expect([...dictionary.keys()]).toEqual(table.variables.map(({ name }) => name))
          for (const { name, measure, missing = [], label } of table.variables) {
            const { label: said = '', ...found } = dictionary.get(name) ?? {}
            const codes = missing.map(({ code }) => code).join('; ')
            expect([name, found]).toEqual([name, { measure: MEASURES[measure], missing: codes }])
            expect(isSaid(said, label.nl), `${name}: ${said}`).toBe(true)
          }
        }
      }
    },
    120_000,
  )

  test.runIf(READERS.readstat)(
    'ReadStat reads both',
    async () => {
      for (const table of of().tables)
        for (const [ending, number] of [
          ['sav', (value: number) => value.toFixed(6)],
          ['dta', (value: number, { kind }: Variable) => (kind === 'integer' ? String(value) : value.toFixed(6))],
        ] as const) {
          const [names, ...lines] = parse(await readstat(path(table, ending), '-')) as string[][]
          expect(names).toEqual(table.variables.map(({ name }) => name))
          const wanted = table.rows.map((row) =>
            row.map((value, at) => inReadstat(value, table.variables[at] as Variable, number, ending === 'dta')),
          )
          expect(lines).toEqual(wanted)
        }
    },
    120_000,
  )

  describe('by its standard', () => {
    test('ODM is valid, and has every answer', async () => {
      const text = textIn(of().folder, 'odm.xml')
      expect(await complaintsOf(text, 'odm-1.3.2', 'ODM1-3-2.xsd')).toEqual([])
      const items = of().table('items')
      const forms = all(read(text), 'FormData').filter(({ attributes }) => attributes.FormOID !== 'F.register')
      const answers = forms
        .flatMap((form) => all(form, 'ItemData'))
        .filter(({ attributes }) => attributes.ItemOID?.split('.').at(-1) !== 'day')
      expect(answers).toHaveLength(items.rows.length)
      const given = answers.flatMap(({ attributes }) => attributes.Value ?? []).map(Number)
      const codes = items.column('code').filter((code) => code !== null)
      expect(given.sort()).toEqual([...codes].sort())
    }, 120_000)

    test('the data package obeys its profile', () => {
      const profile = JSON.parse(
        readFileSync(new URL('../exports/schemas/datapackage-2.0/datapackage.json', import.meta.url), 'utf8'),
      )
      const valid = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(profile)
      const described = JSON.parse(textIn(of().folder, 'datapackage.json'))
      expect(valid(described), JSON.stringify(valid.errors)).toBe(true)
      const { files } = of().manifest
      for (const { path: name, bytes, hash } of described.resources) {
        const { size, sha256 } = files.find((file) => file.name === name) ?? {}
        expect([name, bytes, hash]).toEqual([name, size, `sha256:${sha256}`])
      }
    })

    test('Parquet has the rows of the CSV', async () => {
      for (const table of of().tables) {
        const bytes = new Uint8Array(readFileSync(path(table, 'parquet'))).buffer
        const rows = await parquetReadObjects({ file: bytes })
        expect(rows.map((row) => table.variables.map(({ name }) => row[name]))).toEqual(table.rows)
      }
    }, 60_000)
  })

  type Told = {
    readonly value: (value: Value, variable: Variable) => Havens
    readonly labels: (variable: Variable) => readonly (readonly [Havens, string])[]
    readonly missing: (variable: Variable) => readonly Havens[]
    readonly kind: (variable: Variable) => RegExp
  }
  const missingsOf = ({ missing = [] }: Variable) =>
    missing.map(({ code, label }, at) => [code, label.nl, `.${'abc'[at]}`] as const)
  const SPSS: Told = {
    value: (value, { kind }) => (kind === 'text' ? (value ?? '') : value),
    labels: (variable) => [
      ...(variable.values ?? []).map(({ code, label }) => [code, label.nl] as const),
      ...missingsOf(variable).map(([code, label]) => [code, label] as const),
    ],
    missing: (variable) => missingsOf(variable).map(([code]) => code),
    kind: ({ kind }) => (kind === 'text' ? /character$/ : /^numeric$|double$/),
  }
  const STATA: Told = {
    value: (value, variable) => {
      if (variable.kind !== 'text') return missingsOf(variable).find(([code]) => code === value)?.[2] ?? value
      if (!variable.values?.length) return value ?? ''
      const place = variable.values.findIndex(({ code }) => code === value)
      return place < 0 ? null : place + 1
    },
    labels: (variable) => [
      ...(variable.values ?? []).map(
        ({ code, label }, at) => [variable.kind === 'text' ? at + 1 : code, label.nl] as const,
      ),
      ...missingsOf(variable).map(([, label, tag]) => [tag, label] as const),
    ],
    missing: () => [],
    kind: ({ kind, values }) => (kind === 'text' && !values?.length ? /^character$/ : /^numeric$|double$/),
  }

  function expectSaid(table: ReleasedTable, found: readonly HavenColumn[], { value, labels, missing, kind }: Told) {
    expect(found.map(({ name }) => name)).toEqual(table.variables.map(({ name }) => name))
    const columns = columnsOf(table)
    for (const [at, variable] of table.variables.entries()) {
      const where = `${table.name}.${variable.name}`
      const { values, ...about } = found[at] as HavenColumn
      expect([where, values]).toEqual([where, columns[at]?.map((one) => value(one, variable))])
      expect(about.kind, where).toMatch(kind(variable))
      expect([where, about.missing]).toEqual([where, missing(variable)])
      expect(isSaid(about.label ?? '', variable.label.nl), `${where}: ${about.label}`).toBe(true)
      const wanted = new Map(labels(variable))
      expect([where, about.labels.map(([code]) => code).sort()]).toEqual([where, [...wanted.keys()].sort()])
      for (const [code, label] of about.labels)
        expect(isSaid(label, wanted.get(code) ?? ''), `${where}: ${code} ${label}`).toBe(true)
    }
  }
}

/** Whether a label says what it should, cut where the format takes no more. */
function isSaid(label: string, whole: string): boolean {
  const line = whole.trim().replaceAll(/\s+/g, ' ')
  return label === line || (label.endsWith('…') && label.length > 70 && line.startsWith(label.slice(0, -1)))
}

/** A value as ReadStat writes it into CSV. */
function inReadstat(
  value: Value,
  variable: Variable,
  number: (value: number, variable: Variable) => string,
  isStata: boolean,
): string {
  const { kind, values, missing = [] } = variable
  if (kind === 'text') {
    if (!isStata || !values?.length) return String(value ?? '')
    const place = values.findIndex(({ code }) => code === value)
    return place < 0 ? '' : String(place + 1)
  }
  // it says nothing of codes that are missing to the user: of SPSS it gives the code, of Stata none
  if (value === null || (isStata && missing.some(({ code }) => code === value))) return ''
  return number(Number(value), variable)
}
