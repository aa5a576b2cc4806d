import { isAscii } from 'node:buffer'
import { getDecoder } from 'iconv-lite'
import type { Encoding, Source } from './table'

/** Bytes that are looked at from the first letter beyond ASCII on. */
const EVIDENCE = 64 * 1024

/**
 * The encoding of a text: its mark says so, or its first letters beyond ASCII do. These make sense as UTF-8 or they do not,
 * which in Windows-1252 they almost never do by chance. Reads on until there are such letters; a text of ASCII alone is
 * UTF-8.
 */
export async function encodingOf(source: Source): Promise<Encoding> {
  let first = true
  const evidence: Uint8Array[] = []
  let length = 0
  for await (const chunk of source()) {
    if (chunk.length === 0) continue
    if (first) {
      const marked = markOf(chunk)
      if (marked) return marked
      first = false
    }
    if (length === 0 && isAscii(chunk)) continue
    const piece = length === 0 ? chunk.subarray(chunk.findIndex((byte) => byte > 0x7f)) : chunk
    evidence.push(piece)
    length += piece.length
    if (length >= EVIDENCE) break
  }
  return length === 0 || readsAsUtf8(Buffer.concat(evidence)) ? 'utf-8' : 'windows-1252'
}

/** What the mark at the start of a text says. */
export function markOf(bytes: Uint8Array): Encoding | undefined {
  const [one, two, three] = bytes
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  if (one === 0xfe && two === 0xff) return 'utf-16be'
  return one === 0xef && two === 0xbb && three === 0xbf ? 'utf-8' : undefined
}

/** More letters than bytes that make no sense: one slip does not turn all other letters into others. */
function readsAsUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true })
  const senseless = text.match(/\ufffd/g)?.length ?? 0
  const letters = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  return letters > senseless
}

/** The text of a file, piece by piece and without its mark. What makes no sense in the encoding becomes U+FFFD. */
export async function* textOf(source: Source, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    // Node reads Windows-1252 as Latin-1 in some of its versions, which has no € and no œ.
    const decoder = getDecoder('windows-1252')
    for await (const chunk of source()) yield decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
