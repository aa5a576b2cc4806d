import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { LAPSE_CODES } from '../../app/protocol/instruments/lapses'
import type { Answers } from '../../app/protocol/scoring'

type Row = Readonly<Record<string, string>>
export type Summary = Readonly<Record<'n' | 'mean' | 'sd' | 'median' | 'min' | 'max', number>>

/** What another implementation computed of the cohort, as far as the rules alone can say it. */
export type Expected = {
  readonly not_included: Readonly<Record<string, number | Readonly<Record<string, number>>>>
  readonly t2: { readonly lost: Readonly<Record<string, number>> }
  readonly scores: Readonly<Record<string, Readonly<Record<string, Summary>>>>
  readonly alpha: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly dyads: Readonly<
    Record<string, Readonly<Record<string, { n: number; r: number; absolute: Summary; relative: Summary }>>>
  >
  readonly per_supervision: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly outcome_ids: Readonly<Record<string, readonly string[]>>
}

const here = (path: string) => new URL(`../../${path}`, import.meta.url)

export const expected = JSON.parse(readFileSync(here('test/cohort/expected.json'), 'utf8')) as Expected

/** The rows of a file of the cohort; the register's own file is Windows-1252 with semicolons. */
export function rowsOf(file: string): Row[] {
  const register = file === 'instroom'
  const text = new TextDecoder(register ? 'windows-1252' : 'utf-8').decode(
    readFileSync(here(`scripts/demo/cohort/${file}.csv`)),
  )
  return parse(text, { columns: true, delimiter: register ? ';' : ',' }) as Row[]
}

/** The answers of a row to the items of a scale. */
export const itemsOf = (row: Row): Answers =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, cell]) =>
      /^i\d\d$/.test(column) && cell !== '' ? [[column, Number(cell)]] : [],
    ),
  )

/** The answers of a row to the lapse questions. */
export const lapsesOf = (row: Row): Answers =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, cell]) =>
      Object.hasOwn(LAPSE_CODES, cell) ? [[column, LAPSE_CODES[cell as keyof typeof LAPSE_CODES]]] : [],
    ),
  )
