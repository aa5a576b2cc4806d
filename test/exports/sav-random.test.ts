import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { savFile } from '../../app/exports/sav/sav-file'
import type { Row, Variable } from '../../app/exports/table/table'
import { filledWith, IMPRINT, tableOf, VALUES, variable, wholeFile } from './made-tables'
import { asHavenReads, folderOfTest, READERS } from './readers'
import { columnsInPspp, keptColumns } from './spss-tables'

const WIDTHS = [300, 301, 504, 505, 512, 1000]
/** Every value of a kind that SPSS can keep: its greatest numbers mean something else. */
const fits = (value: unknown) => typeof value !== 'number' || Math.abs(value) < Number.MAX_VALUE

/** So many variables of all kinds, some never filled, and as many rows. */
function drawn(count: number, rows: number, seed: number): [Variable[], Row[]] {
  const kinds = (['integer', 'number', 'text', 'day'] as const).map((kind) => ({
    kind,
    values: fc.sample(VALUES[kind].filter(fits), { seed, numRuns: 997 }),
  }))
  const variables = Array.from({ length: count }, (_, at) => {
    const { kind } = kinds[(at * 7) % 4] ?? { kind: 'day' }
    return variable(kind, at, kind === 'text' ? { width: WIDTHS[at % WIDTHS.length] as number } : {})
  })
  const value = (at: number, row: number) => {
    const of = kinds[(at * 7) % 4]?.values ?? []
    return at % 50 === 3 ? null : (of[(at * 31 + row * 13) % of.length] ?? null)
  }
  return [variables, Array.from({ length: rows }, (_, row) => variables.map((_, at) => value(at, row)))]
}

async function written(variables: Variable[], rows: Row[]): Promise<string> {
  const file = join(folderOfTest(), 'test.sav')
  writeFileSync(file, await wholeFile(savFile(filledWith(tableOf(variables), rows), IMPRINT)))
  return file
}

test.runIf(READERS.haven)(
  '2,500 variables of any content are what R reads',
  async () => {
    const [variables, rows] = drawn(2500, 20, 1)
    const columns = await asHavenReads(await written(variables, rows))
    expect(columns.map(({ name }) => name)).toEqual(variables.map(({ name }) => name))
    expect(columns.map(({ values }) => values)).toEqual(keptColumns(variables, rows))
  },
  120_000,
)

test.runIf(READERS.pspp)(
  'and what PSPP reads',
  async () => {
    const [variables, rows] = drawn(2500, 20, 2)
    const columns = await columnsInPspp(`GET FILE='${await written(variables, rows)}'.`, variables)
    expect(columns).toEqual(keptColumns(variables, rows))
  },
  120_000,
)
