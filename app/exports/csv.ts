import { stringify } from 'csv-stringify/sync'
import type { Column, Subject, Value } from './column'

/** The header line of a table. */
export const csvHeader = (columns: readonly Column[]): string => line(columns.map(({ name }) => name))

/** One subject as one line. */
export const csvLine = (columns: readonly Column[], subject: Subject): string =>
  line(columns.map(({ value }) => value(subject)))

/** A whole table that is no release: its column names, and its lines. */
export const csvTable = (columns: readonly string[], lines: readonly (readonly Value[])[]): string =>
  [columns, ...lines].map(line).join('')

/**
 * RFC 4180 with line feeds. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay
 * numbers.
 */
const line = (values: readonly Value[]): string =>
  stringify([values.map((value) => (typeof value === 'string' ? harmless(value) : value))])

const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
