import { done, type Result, refuse } from '../protocol/refusal'

/** The kinds of file that we take in: a scan or a photograph of paper. */
export type FileKind = 'pdf' | 'jpeg' | 'png'

/** The most pixels that a picture may unfold to: a scan of A4 at 600 dots an inch has 35 million. */
const MOST_PIXELS = 50_000_000
// where readers of PDF look for the end
const PDF_TAIL = 1_024
const PNG_START = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff])
const JPEG_END = Buffer.from([0xff, 0xd9])

/**
 * What a file is by its own bytes, whatever its name or the browser says. Refusals: `file_empty`; `file_kind`, none of
 * ours, or only further on in the file; `file_damaged`, cut off or without dimensions; `picture_too_large` in pixels.
 */
export function kindOf(file: Uint8Array): Result<FileKind> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length === 0) return refuse('file_empty')
  if (startsWith(bytes, PNG_START)) return picture('png', sizeOfPng(bytes))
  if (startsWith(bytes, JPEG_START)) return picture('jpeg', sizeOfJpeg(bytes))
  if (!/^%PDF-\d/.test(bytes.toString('latin1', 0, 6))) return refuse('file_kind')
  return bytes.subarray(-PDF_TAIL).includes('%%EOF') ? done('pdf') : refuse('file_damaged')
}

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start)

/** A picture with its pixels counted; null for one that is not whole. */
function picture(kind: FileKind, pixels: number | null): Result<FileKind> {
  if (!pixels) return refuse('file_damaged')
  return pixels > MOST_PIXELS ? refuse('picture_too_large') : done(kind)
}

/** Walks the chunks of a PNG up to its end. */
function sizeOfPng(bytes: Buffer): number | null {
  let pixels: number | null = null
  for (let at = PNG_START.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const next = at + 12 + length
    if (next > bytes.length || (pixels === null) !== (name === 'IHDR')) return null
    if (name === 'IHDR') pixels = length === 13 ? bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12) : 0
    if (name === 'IEND') return pixels
    at = next
  }
  return null
}

/** Walks the segments of a JPEG up to its first scan; behind that the end has to stand. A thumbnail's end lies before. */
function sizeOfJpeg(bytes: Buffer): number | null {
  let pixels: number | null = null
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1 // a segment may be filled up with these
      continue
    }
    const next = at + 2 + bytes.readUInt16BE(at + 2)
    if (bytes.readUInt8(at) !== 0xff || next > bytes.length || next < at + 4) return null
    if (isFrame(marker)) pixels = next < at + 9 ? 0 : bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7)
    if (marker === 0xda) return bytes.includes(JPEG_END, next) ? pixels : null
    at = next
  }
  return null
}

// a start of frame, and not the three that share its range: tables of Huffman, an extension, arithmetic coding
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
