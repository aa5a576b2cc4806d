import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import PdfDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { kindOf } from '../../app/platform/file-kind'
import { jpeg } from './jpeg'

const png = readFileSync(join(import.meta.dirname, '../../docs/screenshots/sign-in.png'))
const text = (words: string) => Buffer.from(words, 'latin1')
const glued = (...parts: readonly Uint8Array[]) => Buffer.concat(parts)

const pdf = await new Promise<Buffer>((resolve) => {
  const pieces: Buffer[] = []
  const document = new PdfDocument()
  document.on('data', (piece: Buffer) => pieces.push(piece))
  document.on('end', () => resolve(Buffer.concat(pieces)))
  document.text('Toestemming').end()
})

/** A chunk of a PNG with its length and checksum. */
function chunk(name: string, bytes: Buffer): Buffer {
  const body = glued(text(name), bytes)
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(bytes.length, 0)
  numbers.writeUInt32BE(crc32(body), 4)
  return glued(numbers.subarray(0, 4), body, numbers.subarray(4))
}

/** A whole PNG that says to be of a size, whatever is in it. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const start = text('\x89PNG\r\n\x1a\n')
  return glued(start, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(64))), chunk('IEND', Buffer.alloc(0)))
}

/** A JPEG with other dimensions in its frame. */
function jpegOf(width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg)
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]))
  changed.writeUInt16BE(height, frame + 5)
  changed.writeUInt16BE(width, frame + 7)
  return changed
}

test.each([
  ['a PDF', pdf, 'pdf'],
  ['a PDF with white space behind its end', glued(pdf, text('\n\n')), 'pdf'],
  ['a PNG', png, 'png'],
  ['a JPEG', jpeg, 'jpeg'],
  ['a JPEG behind which a telephone wrote more', glued(jpeg, text('SEFT')), 'jpeg'],
  ['a JPEG filled up between segments', glued(jpeg.subarray(0, 2), text('\xff\xff'), jpeg.subarray(2)), 'jpeg'],
  ['a PNG of 50 million pixels', pngOf(10_000, 5_000), 'png'],
])('%s', (_, bytes, kind) => {
  expect(kindOf(bytes)).toEqual({ ok: true, value: kind })
})

test.each([
  ['nothing', Buffer.alloc(0), 'file_empty'],
  ['HTML', text('<!doctype html><script>alert(1)</script>'), 'file_kind'],
  ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'file_kind'],
  ['a ZIP', text('PK\x03\x04 word/document.xml'), 'file_kind'],
  ['a GIF', text('GIF89a'), 'file_kind'],
  ['HTML with a PDF behind it', glued(text('<script>alert(1)</script>'), pdf), 'file_kind'],
  ['a line before a PDF', glued(text('\n'), pdf), 'file_kind'],
  ['a PDF without a version', text('%PDF-<script> %%EOF'), 'file_kind'],
  ['two bytes of a JPEG', jpeg.subarray(0, 2), 'file_kind'],
  ['the first bytes of a PDF', pdf.subarray(0, 40), 'file_damaged'],
  ['a PDF cut off in its trailer', pdf.subarray(0, -8), 'file_damaged'],
  ['the signature of a PNG', png.subarray(0, 8), 'file_damaged'],
  ['half a PNG', png.subarray(0, png.length >> 1), 'file_damaged'],
  ['a PNG without its end', png.subarray(0, -12), 'file_damaged'],
  ['a PNG without dimensions', glued(png.subarray(0, 8), png.subarray(33)), 'file_damaged'],
  ['a PNG of no width', pngOf(0, 500), 'file_damaged'],
  ['the first bytes of a JPEG', jpeg.subarray(0, 30), 'file_damaged'],
  ['half a JPEG', jpeg.subarray(0, -40), 'file_damaged'],
  ['a JPEG of which only a thumbnail ended', thumbnailOnly(), 'file_damaged'],
  ['a JPEG of no height', jpegOf(40, 0), 'file_damaged'],
  ['a PNG that unfolds to terabytes', pngOf(0xffffffff, 0xffffffff), 'picture_too_large'],
  ['a PNG of one row too many', pngOf(10_000, 5_001), 'picture_too_large'],
  ['a JPEG of four thousand million pixels', jpegOf(65_535, 65_535), 'picture_too_large'],
])('%s is refused', (_, bytes, code) => {
  expect(kindOf(bytes)).toEqual({ ok: false, refusal: { code } })
})

/** Half a JPEG with a whole one in its first segment, as cameras write. */
function thumbnailOnly(): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(jpeg.length + 2)
  return glued(text('\xff\xd8\xff\xe1'), length, jpeg, jpeg.subarray(2, -40))
}

test('however a file is cut, it is read to its end and no further', () => {
  for (const whole of [png, jpeg, pdf.subarray(0, -1)])
    for (let length = 0; length < Math.min(whole.length, 2_000); length++)
      expect(kindOf(whole.subarray(0, length)).ok, `${length} of ${whole.length}`).toBe(false)
})
