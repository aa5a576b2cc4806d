import { encode } from 'iconv-lite'
import type { Source } from '../../../app/platform/sheets/table'
import { HEADER, people } from './register'

export type Written = {
  readonly delimiter?: string
  readonly lineEnd?: string
  readonly encoding?: string
  readonly addBOM?: boolean
}

/** A source that gives these bytes in pieces of a size that no line has. */
export const sourceOf = (bytes: Uint8Array, piece = 61_003): Source =>
  async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }

/** Rows as a CSV; a cell is in quotes only where it has to be. */
export const csvText = (
  rows: readonly (readonly string[])[],
  { delimiter = ';', lineEnd = '\r\n' }: Written = {},
): string => rows.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd).join('')

const quoted = (cell: string, delimiter: string) =>
  cell.includes('"') || cell.includes('\n') || cell.includes('\r') || cell.includes(delimiter)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell

export const csvBytes = (rows: readonly (readonly string[])[], written: Written = {}): Buffer =>
  encode(csvText(rows, written), written.encoding ?? 'utf-8', { addBOM: written.addBOM ?? false })

/** A register of so many people as a CSV that is made while it is read: nobody holds it as a whole. */
export const longRegister = (count: number, onPiece: (length: number) => void = () => {}): Source =>
  async function* () {
    const pieces = function* () {
      yield [[...HEADER]]
      for (let first = 1; first <= count; first += 250) yield people(Math.min(250, count - first + 1), first)
    }
    for (const rows of pieces()) {
      const bytes = csvBytes(rows)
      onPiece(bytes.length)
      yield bytes
    }
  }
