import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { done, type Result, refuse } from '../../../protocol/refusal'
import type { Source } from '../table'
import { Damaged } from './damaged'

const MB = 1024 * 1024
/** An .xlsx at most, in MB: it is held in memory, since a zip is read from its end. docs/decisions/010 has the measures. */
export const LARGEST_WORKBOOK_MB = 25
/** What a part may unfold to, in MB. A sheet is read as a stream; the strings and all else are held in memory. */
const LARGEST_SHEET_MB = 400
const LARGEST_PART_MB = 64
/** A real workbook has some dozens. */
const MOST_PARTS = 10_000

/** A zip in memory: its parts by name, whatever the case of the letters. */
export type Zip = { readonly file: ZipFile; readonly parts: ReadonlyMap<string, Entry> }

/** Reads a zip. Refusals: `xlsx_too_large` with the limit in MB, `workbook_damaged`. */
export async function openZip(source: Source): Promise<Result<Zip>> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of source()) {
    length += piece.length
    if (length > LARGEST_WORKBOOK_MB * MB) return refuse('xlsx_too_large', { max: LARGEST_WORKBOOK_MB })
    pieces.push(piece)
  }
  try {
    const file = await fromBufferPromise(Buffer.concat(pieces), { autoClose: false })
    if (file.entryCount > MOST_PARTS) return refuse('workbook_damaged')
    const parts = new Map<string, Entry>()
    for await (const entry of file.eachEntry()) parts.set(entry.fileName.toLowerCase(), entry)
    return done({ file, parts })
  } catch {
    // of a buffer there is nothing else that can go wrong
    return refuse('workbook_damaged')
  }
}

/**
 * The text of a part, piece by piece; nothing when there is no such part. Throws Damaged when it cannot be unfolded, or
 * unfolds to more than we read of its kind: by what the zip says of it, and yauzl stops where that is a lie.
 */
export async function* textOfPart(zip: Zip, name: string, kind: 'sheet' | 'other' = 'other'): AsyncGenerator<string> {
  const entry = entryOf(zip, name, kind)
  if (!entry) return
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const stream = await zip.file.openReadStreamPromise(entry)
    for await (const piece of stream) yield decoder.decode(piece as Buffer, { stream: true })
    yield decoder.decode()
  } catch {
    throw new Damaged()
  }
}

/** A part by name; throws Damaged when it unfolds to more than we read of its kind. */
export function entryOf({ parts }: Zip, name: string, kind: 'sheet' | 'other'): Entry | undefined {
  const entry = parts.get(name.toLowerCase())
  const most = (kind === 'sheet' ? LARGEST_SHEET_MB : LARGEST_PART_MB) * MB
  if (entry && entry.uncompressedSize > most) throw new Damaged('xlsx_unfolds_too_far')
  return entry
}
