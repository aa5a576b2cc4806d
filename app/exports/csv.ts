import { stringify } from 'csv-stringify/sync'
import { harmless } from '../protocol/harmless'
import type { Value } from './table/table'

/** A whole table that is no release: its column names, and its lines. */
export const csvTable = (columns: readonly string[], lines: readonly (readonly Value[])[]): string =>
  [columns, ...lines].map(line).join('')

/** One line of somebody's own table, separated as theirs was. */
export const csvCells = (cells: readonly string[], delimiter: string): string =>
  stringify([cells.map(harmless)], { delimiter })

/** RFC 4180 with line feeds. No text can be a formula in the spreadsheet that opens it (`harmless`); numbers stay numbers. */
const line = (values: readonly Value[]): string =>
  stringify([values.map((value) => (typeof value === 'string' ? harmless(value) : value))])
