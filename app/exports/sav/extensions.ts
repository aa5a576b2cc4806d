import type { Imprint } from '../table/table'
import { counted, field, float64, int32 } from './bytes'
import { formatOf } from './formats'
import { codesOf, valueLabelOf } from './labels'
import type { Placed } from './layout'

const UTF8 = 65_001
const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const
const LEFT = 0
const RIGHT = 1
/** Columns that a text takes on the screen at most. */
const WIDEST_SHOWN = 40

/** The records of type 7, in the order of their number (PSPP, System File Format). */
export const extensions = (all: readonly Placed[], language: Imprint['language']): Buffer[] => [
  // version 1.0.0, no machine, IEEE 754, bytecode, least significant byte first
  extension(3, 4, int32(1, 0, 0, -1, 1, 1, 2, UTF8)),
  extension(4, 8, float64(-Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE)),
  extension(11, 4, int32(...all.flatMap(shown))),
  text(13, all.map(({ variable, segments }) => `${segments[0]?.short}=${variable.name}`).join('\t')),
  text(14, all.filter(isVeryLong).map(lengthOf).join('')),
  text(20, 'UTF-8'),
  extension(21, 1, Buffer.concat(all.map((one) => longTextLabels(one, language)))),
]

const isVeryLong = ({ segments }: Placed): boolean => segments.length > 1

/** A record of pieces of `size` bytes; one with nothing in it is left out. */
const extension = (subtype: number, size: number, content: Buffer): Buffer =>
  content.length ? Buffer.concat([int32(7, subtype, size, content.length / size), content]) : content

const text = (subtype: number, content: string): Buffer => extension(subtype, 1, Buffer.from(content))

/** Measurement level, columns and alignment: of each segment, since each is a variable to whoever joins none. */
function shown({ variable, segments, width }: Placed): number[] {
  const columns = Math.min(WIDEST_SHOWN, formatOf(variable).width)
  return segments.flatMap(() => [MEASURES[variable.measure], columns, width ? LEFT : RIGHT])
}

const lengthOf = ({ segments, width }: Placed): string => `${segments[0]?.short}=${String(width).padStart(5, '0')}\0\t`

/** What the codes of a text of more than eight bytes mean. */
function longTextLabels({ variable, width }: Placed, language: Imprint['language']): Buffer {
  const codes = codesOf(variable)
  if (width <= 8 || codes.length === 0) return Buffer.alloc(0)
  return Buffer.concat([
    counted(variable.name),
    int32(width, codes.length),
    ...codes.flatMap((coded) => [counted(field(String(coded.code), width)), counted(valueLabelOf(coded, language))]),
  ])
}
