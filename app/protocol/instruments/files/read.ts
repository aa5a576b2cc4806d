import { done, type Result, refuse } from '../../refusal'
import { readOwn } from './own'
import type { Asked } from './parts'
import { REDCAP, REDCAP_EXPORTED, readRedcap } from './redcap'
import type { FileRead } from './remarks'
import { hasHeading, type Sheet, tableIn } from './sheet'
import { readXlsform } from './xlsform'
import { formIn } from './xlsform-sheets'

/** How a file of instruments can be written. */
export const FORMATS = ['own', 'redcap', 'xlsform'] as const
export type Format = (typeof FORMATS)[number]

/** A file as its bytes were read: its sheets, and the lines that cannot be read at all. */
export type Written = {
  readonly sheets: readonly Sheet[]
  readonly unread: readonly { readonly line: number; readonly code: string }[]
}

/** The format that the headings of a file are of; undefined when they are of none. */
export function formatOf(sheets: readonly Sheet[]): Format | undefined {
  const { survey } = formIn(sheets)
  if (survey && hasHeading(survey, 'type')) return 'xlsform'
  const table = tableIn(sheets[0]?.rows ?? [], REDCAP_EXPORTED)
  if (!table) return undefined
  if (hasHeading(table, REDCAP.name) && hasHeading(table, REDCAP.type)) return 'redcap'
  return hasHeading(table, 'instrument') && hasHeading(table, 'code') ? 'own' : undefined
}

/**
 * Reads a file of instruments in one of the three formats. Refused as a whole: `file_empty`, `other_format` with what it
 * seems to be, and those of the three readers.
 */
export function readInstruments(format: Format, { sheets, unread }: Written, asked: Asked): Result<FileRead> {
  const read = readSheets(format, sheets, asked)
  if (!read.ok || unread.length === 0) return read
  const refused = [...unread.map(({ line, code }) => ({ line, column: '', code })), ...read.value.refused]
  return done({ ...read.value, refused: refused.sort((one, other) => one.line - other.line) })
}

function readSheets(format: Format, sheets: readonly Sheet[], asked: Asked): Result<FileRead> {
  if (sheets.every(({ rows }) => rows.length === 0)) return refuse('file_empty')
  const seems = formatOf(sheets)
  if (seems && seems !== format) return refuse('other_format', { seems })
  if (format === 'xlsform') return readXlsform(sheets, asked)
  const [sheet = { name: null, rows: [] }] = sheets
  return format === 'redcap' ? readRedcap(sheet, asked) : readOwn(sheet)
}
