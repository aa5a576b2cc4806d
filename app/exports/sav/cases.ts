import type { Row, Value } from '../table/table'
import { BIAS } from './dictionary'
import { elementsOf, type Placed } from './layout'
import { daysInSeconds } from './seconds'

const CHUNK = 256 * 1024
/** What the byte of an element says (PSPP, System File Format, Data Record). */
const END = 252
const WHOLE = 253
const SPACES = 254
const NOTHING = 255
const SPACE = 0x20
const SEGMENT = 255

/** How a variable is written: of a text, which of its bytes stand in each element of eight. */
type Written = {
  readonly kind: Placed['variable']['kind']
  readonly width: number
  readonly elements: number
  readonly from: Uint16Array
  readonly to: Uint16Array
}

/** Why a value does not fit its variable. */
export type Unfit = (one: Placed, row: number, why: string) => never

/** Cases on their way into the file. */
export type CaseWriter = {
  /** Writes a case; gives a piece of the file when there is much of it. */
  readonly add: (row: Row) => Buffer | undefined
  /** Ends the cases; gives what is left and how many there were. */
  readonly end: () => { readonly rest: Buffer; readonly count: number }
}

/**
 * Cases in bytecode: eight codes, then in full what they cannot say, and so on. Small whole numbers, missing and empty
 * take one byte. Calls `unfit`, with the place of the row counted from 1, on a value of another kind than its variable,
 * a text that is longer than it, a day that is none and a number without end.
 */
export function caseWriter(all: readonly Placed[], unfit: Unfit): CaseWriter {
  const ways = all.map(written)
  const mostOfARow = ways.reduce((sum, { elements }) => sum + elements * 9, 16)
  const scratch = Buffer.alloc(Math.max(0, ...all.map(({ width }) => width)) + 8)
  const secondsOn = daysInSeconds()
  const double = new Float64Array(1)
  const eight = new Uint8Array(double.buffer)
  // zeros: a code that is not written says nothing
  let bytes = Buffer.alloc(CHUNK + mostOfARow)
  let at = 0
  let codesAt = 0
  let codes = 8
  let count = 0

  const say = (code: number) => {
    if (codes === 8) {
      codesAt = at
      at += 8
      codes = 0
    }
    bytes[codesAt + codes] = code
    codes += 1
  }

  const addNumber = (value: number) => {
    if (value === (value | 0) && value > -BIAS && value < END - BIAS) return say(value + BIAS)
    say(WHOLE)
    double[0] = value
    for (let place = 0; place < 8; place += 1) bytes[at + place] = eight[place] as number
    at += 8
  }

  const addText = ({ elements, from, to }: Written, length: number) => {
    for (let element = 0; element < elements; element += 1) {
      const start = from[element] as number
      if (start >= length) {
        say(SPACES)
        continue
      }
      say(WHOLE)
      const end = Math.min(to[element] as number, length)
      for (let place = 0; place < 8; place += 1)
        bytes[at + place] = start + place < end ? (scratch[start + place] as number) : SPACE
      at += 8
    }
  }

  const addValue = (value: Value, way: Written, place: number) => {
    if (way.kind === 'text') {
      if (typeof value === 'number') return refuse(place, 'a number where a text belongs')
      const length = value ? encoded(value, scratch) : 0
      if (length > way.width) return refuse(place, `longer than ${way.width} bytes`)
      return addText(way, length)
    }
    if (value === null) return say(NOTHING)
    if (way.kind === 'day') {
      const number = typeof value === 'string' ? secondsOn(value) : undefined
      return number === undefined ? refuse(place, 'not a calendar day') : addNumber(number)
    }
    // the greatest numbers there are mean something else to SPSS
    if (typeof value === 'number' && Math.abs(value) < Number.MAX_VALUE) return addNumber(value)
    return refuse(place, 'not a number')
  }
  const refuse = (place: number, why: string) => unfit(all[place] as Placed, count, why)

  /** What is complete; the eight codes that are being filled stay, with what they say. */
  const taken = () => {
    const done = codes === 8 ? at : codesAt
    const piece = bytes.subarray(0, done)
    const next = Buffer.alloc(CHUNK + mostOfARow)
    bytes.copy(next, 0, done, at)
    bytes = next
    at -= done
    codesAt -= done
    return piece
  }

  return {
    add(row) {
      count += 1
      if (row.length !== ways.length) throw new RangeError(`row ${count}: ${row.length} values, not ${ways.length}`)
      for (let place = 0; place < ways.length; place += 1) addValue(row[place] as Value, ways[place] as Written, place)
      return at >= CHUNK ? taken() : undefined
    },
    end() {
      say(END)
      return { rest: bytes.subarray(0, at), count }
    },
  }
}

function written({ variable: { kind }, segments, width }: Placed): Written {
  const ranges = segments.flatMap((segment, number) =>
    Array.from({ length: elementsOf(segment) }, (_, element) => {
      const start = number * SEGMENT
      return { from: start + element * 8, to: Math.min(start + element * 8 + 8, start + SEGMENT) }
    }),
  )
  const side = (of: 'from' | 'to') => Uint16Array.from(ranges, (range) => range[of])
  return { kind, width, elements: ranges.length, from: side('from'), to: side('to') }
}

/** Writes a text in UTF-8 from the start of the bytes, as far as it goes; gives how many it took. Most texts are ASCII. */
function encoded(text: string, bytes: Buffer): number {
  const { length } = text
  if (length > bytes.length) return bytes.write(text)
  for (let place = 0; place < length; place += 1) {
    const code = text.charCodeAt(place)
    if (code > 127) return bytes.write(text)
    bytes[place] = code
  }
  return length
}
