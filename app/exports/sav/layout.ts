import type { Coded, Table, Variable } from '../table/table'
import { codesOf } from './labels'

/** The widest text of one piece; what is wider lies in segments, each taking up 252 bytes of the width. */
const WIDEST = 255
const SEGMENT = 252
/** The widest text of SPSS. */
const WIDEST_OF_ALL = 32_767
/** The most codes that SPSS takes for missing. */
const MOST_MISSING = 3

/** A part of a variable with a record of its own: a number, a text, or 255 bytes of a text that is wider. */
export type Segment = { readonly short: string; readonly width: number }

/** Where a variable stands in the file. */
export type Placed = {
  readonly variable: Variable
  readonly segments: readonly Segment[]
  /** Its place among the elements of eight bytes, from 1. */
  readonly index: number
  /** Bytes of a text; 0 for a number. An empty text has a byte too: SPSS knows no narrower one. */
  readonly width: number
}

/** Elements of eight bytes of a segment: one for a number. */
export const elementsOf = ({ width }: Segment): number => Math.max(1, Math.ceil(width / 8))

/**
 * Where the variables of a table stand. Throws a RangeError when SPSS cannot hold one: a text of more than 32,767 bytes,
 * more than three missing codes, a code of another kind than its values or longer. Short names begin with @ and a number: so none can be the long name of another.
 */
export function placed({ variables }: Table): Placed[] {
  let index = 1
  let number = 0
  return variables.map((variable) => {
    const { name, missing = [] } = variable
    const width = variable.kind === 'text' ? Math.max(1, variable.width) : 0
    const holds = ({ code }: Coded) => (width > 0 ? Buffer.byteLength(String(code)) <= width : typeof code === 'number')
    if (!codesOf(variable).every(holds)) throw new RangeError(`${name}: a code that is none of its values`)
    if (width > WIDEST_OF_ALL) throw new RangeError(`${name}: wider than ${WIDEST_OF_ALL} bytes`)
    if (missing.length > MOST_MISSING) throw new RangeError(`${name}: more than ${MOST_MISSING} missing codes`)
    if (width > 0 && missing.length > 0) throw new RangeError(`${name}: missing codes are those of numbers`)
    const segments = widthsOf(width).map((one) => {
      number += 1
      return { short: `@${String(number).padStart(7, '0')}`, width: one }
    })
    const here = { variable, segments, index, width }
    for (const segment of segments) index += elementsOf(segment)
    return here
  })
}

function widthsOf(width: number): number[] {
  if (width <= WIDEST) return [width]
  const full = Math.ceil(width / SEGMENT) - 1
  return [...Array<number>(full).fill(WIDEST), width - full * SEGMENT]
}
