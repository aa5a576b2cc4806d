import { done, type Result } from '../../protocol/refusal'
import { csvTable } from './csv-table'
import { kindOf } from './kind'
import type { Chosen, Guess, Source, Table } from './table'
import { workbookTable } from './workbook-table'

/** Bytes by which a file is told from another. */
const HEAD = 4_096

/**
 * Opens a CSV or an .xlsx as a table, whichever its bytes say it is; what was chosen stands above what is guessed. Holds
 * little of a CSV in memory whatever its size. Refusals are about the file as a whole: those of `kindOf`, `csvTable`,
 * `workbookTable` and `tableOf`. A row that cannot be read refuses itself.
 */
export async function openTable(source: Source, chosen: Chosen = {}): Promise<Result<Table>> {
  const kind = kindOf(await headOf(source))
  if (!kind.ok) return kind
  return kind.value === 'zip' ? workbookTable(source, chosen) : csvTable(source, chosen)
}

/** How a file is written. Refusals: as `openTable`. */
export async function sniff(source: Source): Promise<Result<Guess>> {
  const table = await openTable(source)
  return table.ok ? done(table.value.guess) : table
}

export async function headOf(source: Source): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of source()) {
    pieces.push(piece)
    length += piece.length
    if (length >= HEAD) break
  }
  return Buffer.concat(pieces).subarray(0, HEAD)
}
