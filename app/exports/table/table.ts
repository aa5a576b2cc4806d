import type { Day } from '../../protocol/day'
import type { TableName } from '../../protocol/release-spec'
import type { Words } from '../../protocol/words'

/** A value of a file; null is missing without a reason. A day is written YYYY-MM-DD. */
export type Value = string | number | null
/** One row, its values in the order of the table's variables. */
export type Row = readonly Value[]
/** Rows as they are read, many at once: a file is written without holding it. */
export type Rows = AsyncIterable<readonly Row[]>

/** What a code means. */
export type Coded<Code extends string | number = string | number> = { readonly code: Code; readonly label: Words }

/** A column of a release as every format has to know it. */
export type Variable = {
  /** Fits SPSS, Stata and R (`names.ts`). */
  readonly name: string
  readonly label: Words
  readonly kind: 'integer' | 'number' | 'text' | 'day'
  readonly measure: 'nominal' | 'ordinal' | 'scale'
  /** Most bytes that a text takes in UTF-8, set beforehand and the same whatever it holds; 0 for what is no text. */
  readonly width: number
  /** What the codes mean, in their order; those of `missing` are not among them. */
  readonly values?: readonly Coded[]
  /** Codes of a number that are no value to an analyst, three at most: not asked, no answer, don't know. */
  readonly missing?: readonly Coded<number>[]
  /** The question as it was put, where a question is behind it. */
  readonly question?: Words
  /** What an analyst must know before using it. */
  readonly note?: Words
  readonly cite?: string
}

/** One table of a release: one grain, one row for each of it. */
export type Table = {
  readonly name: TableName
  readonly label: Words
  /** What one row is. */
  readonly grain: Words
  readonly variables: readonly Variable[]
  /** The variables that name a row, and in whose order the rows stand. */
  readonly key: readonly string[]
}

/** A table with what it holds; its rows can be read as often as there are formats. */
export type Filled = { readonly table: Table; readonly count: number; readonly rows: () => Rows }

/** What every file of a release says of itself. Nothing in it depends on when or where the file was written. */
export type Imprint = {
  readonly study: string
  readonly title: Words
  /** The language of labels; both stand in the codebook. */
  readonly language: 'nl' | 'en'
  readonly purpose: string
  /** The last day that the release knows of. */
  readonly cutOff: Day
  /** Code and protocol, as the manifest names them. */
  readonly version: string
}
