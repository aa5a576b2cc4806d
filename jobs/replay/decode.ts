import { decode } from 'iconv-lite'

/** A file cannot be used as it is: nothing of the cohort is played. The code and what it is about, for the words. */
export class BadFile extends Error {
  constructor(
    readonly file: string,
    readonly code: 'file_missing' | 'file_empty' | 'wrong_encoding' | 'file_unreadable' | 'column_missing',
    readonly columns: readonly string[] = [],
  ) {
    super(`${file}: ${code}`)
  }
}

// Bytes that Windows-1252 leaves without a character.
const UNUSED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** The text of a file in the encoding it must have. Throws BadFile when it is written in another one, binary, or empty. */
export function decoded(file: string, bytes: Buffer, encoding: 'utf-8' | 'windows-1252'): string {
  if (bytes.length === 0) throw new BadFile(file, 'file_empty')
  if (startsAsUtf16(bytes)) throw new BadFile(file, 'wrong_encoding')
  if (bytes.includes(0)) throw new BadFile(file, 'file_unreadable')
  const utf8 = asUtf8(bytes)
  if (encoding === 'utf-8') {
    if (utf8 === null) throw new BadFile(file, 'wrong_encoding')
    return utf8
  }
  // Letters beyond ASCII that make sense as UTF-8 were not written in Windows-1252.
  const beyond = bytes.some((byte) => byte > 0x7f)
  if ((beyond && utf8 !== null) || bytes.some((byte) => UNUSED.has(byte))) throw new BadFile(file, 'wrong_encoding')
  return decode(bytes, 'windows-1252')
}

const startsAsUtf16 = (bytes: Buffer) => [0xfeff, 0xfffe].includes(bytes.length > 1 ? bytes.readUInt16BE(0) : 0)

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
