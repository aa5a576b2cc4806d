import { harmless } from '../../protocol/harmless'

/** Most bytes that a number takes: sign, 17 digits, point, exponent. */
export const LONGEST_NUMBER = 25
/** Most bytes that a text takes: three each, all of them quotes or behind an apostrophe, in quotes. */
export const longestText = (text: string): number => text.length * 6 + 2

const ZERO = 48
const MINUS = 45
const POINT = 46
/** Up to here a number with three decimals has so few digits that no shorter number is the same double. */
const EXACT = 1e9

/** Writes a number in its shortest decimal form, with a point; gives where it ends. */
export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  if (value === (value | 0)) return writeWhole(bytes, at, value | 0)
  if (value < EXACT && value > -EXACT) {
    const thousandths = Math.round(value * 1000)
    if (thousandths / 1000 === value) return writeThousandths(bytes, at, thousandths)
  }
  return writeAscii(bytes, at, String(value))
}

function writeWhole(bytes: Uint8Array, at: number, value: number): number {
  let start = at
  let left = value
  if (left < 0) {
    bytes[start] = MINUS
    start += 1
    left = -left
  }
  if (left < 10) {
    bytes[start] = ZERO + left
    return start + 1
  }
  let end = start
  for (let rest = left; rest >= 1; rest = Math.floor(rest / 10)) end += 1
  for (let place = end - 1; place >= start; place -= 1) {
    const rest = Math.floor(left / 10)
    bytes[place] = ZERO + left - rest * 10
    left = rest
  }
  return end
}

function writeThousandths(bytes: Uint8Array, at: number, thousandths: number): number {
  const size = Math.abs(thousandths)
  const whole = Math.floor(size / 1000)
  let start = at
  if (thousandths < 0) {
    bytes[start] = MINUS
    start += 1
  }
  let end = writeWhole(bytes, start, whole)
  const part = size - whole * 1000
  bytes[end] = POINT
  bytes[end + 1] = ZERO + Math.floor(part / 100)
  bytes[end + 2] = ZERO + (Math.floor(part / 10) % 10)
  bytes[end + 3] = ZERO + (part % 10)
  end += 4
  // only a number that is whole would lose its point, and that one is written elsewhere
  while (bytes[end - 1] === ZERO) end -= 1
  return end
}

function writeAscii(bytes: Uint8Array, at: number, text: string): number {
  for (let place = 0; place < text.length; place += 1) bytes[at + place] = text.charCodeAt(place)
  return at + text.length
}

/** What a byte of a text asks for: 0 nothing, 1 nothing unless it comes first, 2 a closer look. */
const LOOK = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code)
  if (/[A-Za-z0-9]/.test(letter)) return 0
  return /[,";\t\r\n]/.test(letter) ? 2 : 1
})
const QUOTED = /[,"\r\n]/

/**
 * Writes a text, quoted when a comma, quote or line end is in it and harmless in a spreadsheet; gives where it ends. The
 * empty text is a pair of quotes: a cell with nothing in it is a value that is missing.
 */
export function writeText(bytes: Buffer, at: number, text: string): number {
  let plain = text.length > 0
  for (let place = 0; plain && place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    const look = code < 128 ? (LOOK[code] as number) : 2
    if (look > 0 && (look === 2 || place === 0)) plain = false
    else bytes[at + place] = code
  }
  if (plain) return at + text.length
  const meant = harmless(text)
  const cell = text === '' || QUOTED.test(meant) ? `"${meant.replaceAll('"', '""')}"` : meant
  return at + bytes.write(cell, at)
}
