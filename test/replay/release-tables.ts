import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Value, Variable } from '../../app/exports/table/table'
import type { TableName } from '../../app/protocol/release-spec'
import type { Manifest } from '../../app/records/releases/manifest'

/** A table of a release: its variables as the codebook describes them, its values as the CSV has them. */
export type ReleasedTable = {
  readonly name: TableName
  readonly variables: readonly Variable[]
  readonly rows: readonly (readonly Value[])[]
  /** Every value of a variable, row by row. Throws when there is no such variable. */
  readonly column: (name: string) => readonly Value[]
}

/** A release as it lies in a folder. */
export type Released = {
  readonly folder: string
  readonly manifest: Manifest
  readonly tables: readonly ReleasedTable[]
  readonly table: (name: TableName) => ReleasedTable
}

export const textIn = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

/** Reads a release whose codebook and tables as CSV are in a folder. */
export function releasedInto(folder: string): Released {
  const manifest = JSON.parse(textIn(folder, 'manifest.json')) as Manifest
  const codebook = JSON.parse(textIn(folder, 'codebook.json')) as {
    tables: Pick<ReleasedTable, 'name' | 'variables'>[]
  }
  const tables = codebook.tables.map(({ name, variables }) => tableOf(folder, name, variables))
  const table = (wanted: TableName) => {
    const found = tables.find(({ name }) => name === wanted)
    if (!found) throw new Error(`no table ${wanted}`)
    return found
  }
  return { folder, manifest, tables, table }
}

function tableOf(folder: string, name: TableName, variables: readonly Variable[]): ReleasedTable {
  const [names = [], ...lines] = parse(textIn(folder, `${name}.csv`)) as string[][]
  if (names.join() !== variables.map((one) => one.name).join()) throw new Error(`${name}.csv has other columns`)
  const rows = lines.map((cells) => cells.map((cell, place) => valueIn(cell, variables[place] as Variable)))
  return {
    name,
    variables,
    rows,
    column: (wanted) => {
      const place = names.indexOf(wanted)
      if (place < 0) throw new Error(`${name} has no ${wanted}`)
      return rows.map((row) => row[place] ?? null)
    },
  }
}

function valueIn(cell: string, { kind, name }: Variable): Value {
  if (cell === '') return null
  if (kind === 'text' || kind === 'day') return cell
  const number = Number(cell)
  if (Number.isNaN(number)) throw new Error(`${name}: ${cell} is no number`)
  return number
}
