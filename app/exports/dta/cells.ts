import { day as dayOf, daysBetween, parseDay } from '../../protocol/day'
import type { Value } from '../table/table'
import { GREATEST_LONG, LEAST_LONG, LONG_MISSING, missingOf, type StataColumn, type Storage } from './column'

/** Rows while they are written: the same bytes, to write numbers and texts to. */
export type Piece = { readonly bytes: Buffer; readonly view: DataView }

/** Writes one value of a column at an offset of a piece, in the row of this number (from 1). */
export type WriteCell = (piece: Piece, at: number, value: Value, row: number) => void
/** Throws a RangeError that names the table, the variable and the row; never the value. */
export type Unfit = (column: StataColumn, row: number, why: string) => never

/** Day 0 of Stata. */
const EPOCH = dayOf('1960-01-01')
/** The bits of a double that is `.`, its upper half; .a is one step further (section 4). */
const DOUBLE_MISSING = 0x7fe00000
const DOUBLE_STEP = 0x100
/** What is above it is missing to Stata. */
const GREATEST_DOUBLE = 2 ** 1023

/** How the values of a column are written; a place that is not written to is zeros, which is an empty text. */
export const cellWriter = (column: StataColumn, unfit: Unfit): WriteCell => WRITERS[column.storage](column, unfit)

/** What a column of long texts holds; the same for no text as for an empty one, between which Stata knows no difference. */
export function longText(column: StataColumn, value: Value, row: number, unfit: Unfit): string {
  if (value === null) return ''
  if (typeof value !== 'string') return unfit(column, row, 'not a text')
  // a letter has three bytes at most for each of its units
  if (value.length * 3 > column.variable.width && Buffer.byteLength(value) > column.variable.width)
    return unfit(column, row, 'a text that is too long')
  return value
}

const WRITERS: Record<Storage, (column: StataColumn, unfit: Unfit) => WriteCell> = {
  long: (column, unfit) => {
    const missing = missingOf(column.variable).map(({ code }) => code)
    return ({ view }, at, value, row) => {
      if (value === null) return view.setInt32(at, LONG_MISSING, true)
      if (typeof value !== 'number') return unfit(column, row, 'not a number')
      const reason = missing.indexOf(value)
      if (reason >= 0) return view.setInt32(at, LONG_MISSING + 1 + reason, true)
      if (!Number.isInteger(value)) return unfit(column, row, 'not a whole number')
      if (value < LEAST_LONG || value > GREATEST_LONG) return unfit(column, row, 'a number that is too large')
      view.setInt32(at, value, true)
    }
  },
  double: (column, unfit) => {
    const missing = missingOf(column.variable).map(({ code }) => code)
    return ({ view }, at, value, row) => {
      if (value === null) return view.setUint32(at + 4, DOUBLE_MISSING, true)
      if (typeof value !== 'number') return unfit(column, row, 'not a number')
      const reason = missing.indexOf(value)
      if (reason >= 0) return view.setUint32(at + 4, DOUBLE_MISSING + DOUBLE_STEP * (reason + 1), true)
      if (!(Math.abs(value) < GREATEST_DOUBLE)) return unfit(column, row, 'a number that is too large')
      // a zero below zero is 0, as it is in all files
      view.setFloat64(at, value + 0, true)
    }
  },
  day: (column, unfit) => {
    // the same few days come again and again
    const known = new Map<Value, number>([[null, LONG_MISSING]])
    return ({ view }, at, value, row) => {
      let days = known.get(value)
      if (days === undefined) {
        const read = typeof value === 'string' ? parseDay(value) : undefined
        days = read ? daysBetween(EPOCH, read) : unfit(column, row, 'not a calendar day')
        known.set(value, days)
      }
      view.setInt32(at, days, true)
    }
  },
  coded: (column, unfit) => {
    const numbers = new Map<Value, number>([[null, LONG_MISSING]])
    column.variable.values?.forEach(({ code }, at) => {
      numbers.set(String(code), at + 1)
    })
    return ({ view }, at, value, row) =>
      view.setInt32(at, numbers.get(value) ?? unfit(column, row, 'a text that is no code of it'), true)
  },
  fixed: (column, unfit) => {
    const { width } = column.variable
    return ({ bytes }, at, value, row) => {
      if (value === null) return
      if (typeof value !== 'string') return unfit(column, row, 'not a text')
      const { length } = value
      if (length > width) return unfit(column, row, 'a text that is too long')
      for (let letter = 0; letter < length; letter++) {
        const code = value.charCodeAt(letter)
        if (code > 127) {
          if (Buffer.byteLength(value) > width) return unfit(column, row, 'a text that is too long')
          bytes.write(value, at)
          return
        }
        bytes[at + letter] = code
      }
    }
  },
  'long text': (column, unfit) => {
    return ({ view }, at, value, row) => {
      if (longText(column, value, row, unfit) === '') return
      // the text stands behind the rows, under these two numbers; zeros are an empty one
      view.setUint16(at, column.place, true)
      view.setUint32(at + 2, row, true)
      view.setUint16(at + 6, Math.floor(row / 2 ** 32), true)
    }
  },
}
