import { done, type Result, refuse } from '../../protocol/refusal'
import { markOf } from './encoding'

/** Starts of files that are no table, and the code that says what they are. */
const OTHERS: readonly (readonly [start: string, code: string])[] = [
  ['%PDF-', 'is_pdf'],
  ['\x89PNG', 'is_picture'],
  ['\xff\xd8\xff', 'is_picture'],
  ['GIF8', 'is_picture'],
  // also what a password of Excel makes of an .xlsx
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old_or_locked_workbook'],
  ['\x1f\x8b', 'not_a_table'],
  ['Rar!', 'not_a_table'],
  ['7z\xbc\xaf', 'not_a_table'],
]
const ZIPS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']
/** Pages of the web, which some systems hand out as .xls. */
const MARKUP = /^\s*<(!doctype|html|table|\?xml)/i

/**
 * What a file is by how it begins, whatever its name says: a text that may be a CSV, or a zip that may be a workbook.
 * Refusals: `file_empty`, `is_pdf`, `is_picture`, `old_or_locked_workbook`, `not_a_table` for anything else.
 */
export function kindOf(head: Uint8Array): Result<'text' | 'zip'> {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  if (start === '') return refuse('file_empty')
  if (ZIPS.some((zip) => start.startsWith(zip))) return done('zip')
  const other = OTHERS.find(([beginning]) => start.startsWith(beginning))
  if (other) return refuse(other[1])
  if (MARKUP.test(start) || (start.includes('\0') && !markOf(head)?.startsWith('utf-16'))) return refuse('not_a_table')
  return done('text')
}
