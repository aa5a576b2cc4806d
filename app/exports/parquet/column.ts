import type { SchemaElement } from 'hyparquet'
import { type Day, day, daysBetween } from '../../protocol/day'
import type { Value, Variable } from '../table/table'

const EPOCH = day('1970-01-01')

/** Texts are larger than numbers: a group of rows takes fewer of them. */
const TEXT_WEIGHT = 8

/** What Parquet calls the kinds of a variable (its specification, LogicalTypes). A whole number has 32 bits: R and Stata have no more. */
const TYPES: Record<Variable['kind'], Omit<SchemaElement, 'name'>> = {
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
}

/** The columns of a file: each may have rows without a value. */
export const schemaOf = (variables: readonly Variable[]): SchemaElement[] => [
  { name: 'schema', num_children: variables.length },
  ...variables.map(({ name, kind }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...TYPES[kind] })),
]

/** How a value stands in its column: a day is the number of days since 1970. */
export const stored = ({ kind }: Variable, value: Value): Value =>
  kind === 'day' && value !== null ? daysBetween(EPOCH, value as Day) : value

/** What a row of these variables weighs, counted in numbers. */
export const weightOf = (variables: readonly Variable[]): number =>
  variables.reduce((weight, { kind }) => weight + (kind === 'text' ? TEXT_WEIGHT : 1), 0)
