import type { Row, Value, Variable } from '../../app/exports/table/table'

/** Eight bytes a number, NaN where there is none; a text behind its length in UTF-8, which says NONE where there is none. */
const NUMBER = 8
const LENGTH = 4
const NONE = 0xffffffff
/** Most bytes that one unit of a JavaScript text takes in UTF-8. */
const WIDEST = 3

const isText = ({ kind }: Variable) => kind === 'text' || kind === 'day'
const textsAmong = (variables: readonly Variable[]) => Uint8Array.from(variables, (one) => Number(isText(one)))

/** Rows of these variables, packed behind one another in a buffer that grows for a row that is larger than it. */
export function packer(variables: readonly Variable[], size: number) {
  const texts = textsAmong(variables)
  const fixed = texts.reduce((bytes, text) => bytes + (text ? LENGTH : NUMBER), 0)
  let bytes = Buffer.allocUnsafe(size)
  let view = viewOf(bytes)
  let used = 0

  const roomFor = (row: Row) => {
    let most = fixed
    for (const value of row) if (typeof value === 'string') most += value.length * WIDEST
    return most
  }

  function put(row: Row) {
    for (let place = 0; place < texts.length; place += 1) {
      const value = row[place] as Value
      if (texts[place]) {
        if (value !== null && typeof value !== 'string') throw misfit(variables[place])
        const length = value === null ? NONE : bytes.write(value, used + LENGTH)
        view.setUint32(used, length, true)
        used += LENGTH + (value === null ? 0 : length)
      } else {
        // an infinite number or none at all is a fault of who counted it: no format could say what it is
        if (value !== null && !Number.isFinite(value)) throw misfit(variables[place])
        view.setFloat64(used, value === null ? Number.NaN : (value as number), true)
        used += NUMBER
      }
    }
  }

  return {
    /** Packs one row; false when what is packed has to be taken first. Throws when a value is not of its variable's kind. */
    add(row: Row): boolean {
      if (row.length !== texts.length) throw new RangeError(`a row has ${row.length} values, not ${texts.length}`)
      const room = roomFor(row)
      if (used + room > bytes.length) {
        if (used > 0) return false
        bytes = Buffer.allocUnsafe(room)
        view = viewOf(bytes)
      }
      put(row)
      return true
    },
    /** What is packed, to be used before the next row comes: that one is written over it. */
    take(): Buffer {
      const taken = bytes.subarray(0, used)
      used = 0
      return taken
    },
  }
}

/** The rows that were packed, so many. */
export function unpacked(variables: readonly Variable[], bytes: Buffer, count: number): Row[] {
  const texts = textsAmong(variables)
  const view = viewOf(bytes)
  const rows: Row[] = []
  let at = 0
  for (let n = 0; n < count; n += 1) {
    const row = new Array<Value>(texts.length)
    for (let place = 0; place < texts.length; place += 1) {
      if (texts[place]) {
        const length = view.getUint32(at, true)
        at += LENGTH
        if (length === NONE) row[place] = null
        else {
          row[place] = bytes.toString('utf8', at, at + length)
          at += length
        }
      } else {
        const value = view.getFloat64(at, true)
        row[place] = Number.isNaN(value) ? null : value
        at += NUMBER
      }
    }
    rows.push(row)
  }
  return rows
}

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer) => new DataView(buffer, byteOffset, byteLength)
const misfit = (variable?: Variable) => new TypeError(`a value is not of the kind of ${variable?.name}`)
