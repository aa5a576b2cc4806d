import { cutToBytes } from '../table/cut'
import { preface } from '../table/preface'
import type { Filled, Imprint } from '../table/table'
import { wrapped } from '../table/wrap'
import { field, filledTo, float64, int32 } from './bytes'
import { extensions } from './extensions'
import { FORMAT_CODES, formatOf } from './formats'
import { codesOf, cutNotice, labelOf, valueLabelOf } from './labels'
import { elementsOf, type Placed, type Segment } from './layout'

/** Whole numbers from 1 − 100 to 251 − 100 are written as one byte. */
export const BIAS = 100
const BYTECODE = 1
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const DOCUMENT_LINE = 80
const WIDEST_SHORT = 8

type Language = Imprint['language']

/** All that stands before the cases, in the order of the standard (PSPP, System File Format). */
export const dictionary = (filled: Filled, all: readonly Placed[], imprint: Imprint): Buffer =>
  Buffer.concat([
    header(filled, all, imprint),
    ...all.flatMap((one) => variableRecords(one, imprint.language)),
    ...all.flatMap((one) => valueLabelRecords(one, imprint.language)),
    documents([...preface(filled, imprint), ...cutNotice(filled.table, imprint.language)]),
    ...extensions(all, imprint.language),
    int32(999, 0),
  ])

function header({ table, count }: Filled, all: readonly Placed[], { study, cutOff }: Imprint): Buffer {
  const size = all.reduce((sum, { segments }) => sum + segments.reduce((own, one) => own + elementsOf(one), 0), 0)
  const [year, month, day] = cutOff.split('-')
  return Buffer.concat([
    field('$FL2', 4),
    field('@(#) SPSS DATA FILE Koppel', 60),
    int32(2, size, BYTECODE, 0, count),
    float64(BIAS),
    // the cut-off and not today: the same snapshot is the same bytes
    field(`${day} ${MONTHS[Number(month) - 1]} ${year?.slice(2)}`, 9),
    field('00:00:00', 8),
    field(cutToBytes(`${study} ${table.name} ${cutOff}`, 64), 64),
    Buffer.alloc(3),
  ])
}

function variableRecords({ variable, segments }: Placed, language: Language): Buffer[] {
  const label = labelOf(variable, language)
  const { missing = [] } = variable
  const own = Buffer.concat([
    ...(label ? [int32(Buffer.byteLength(label)), filledTo(Buffer.from(label), 4)] : []),
    float64(...missing.map(({ code }) => code)),
  ])
  return segments.flatMap((segment, at) => {
    const format = formatCode(variable, segment)
    const [labelled, codes] = at === 0 ? [label ? 1 : 0, missing.length] : [0, 0]
    const first = [int32(2, segment.width, labelled, codes, format, format), field(segment.short, 8)]
    const further = [int32(2, -1, 0, 0, 0, 0), field('', 8)]
    return [...first, ...(at === 0 ? [own] : []), ...Array(elementsOf(segment) - 1).fill(further)].flat()
  })
}

function formatCode(variable: Placed['variable'], segment: Segment): number {
  const { type, width, decimals } = formatOf(variable)
  return (FORMAT_CODES[type] << 16) | ((type === 'A' ? segment.width : width) << 8) | decimals
}

/** What the codes mean, and whose they are; of a text of more than eight bytes it stands among the extensions. */
function valueLabelRecords({ variable, width, index }: Placed, language: Language): Buffer[] {
  const codes = codesOf(variable)
  if (codes.length === 0 || width > WIDEST_SHORT) return []
  return [
    int32(3, codes.length),
    ...codes.flatMap((coded) => {
      const label = Buffer.from(valueLabelOf(coded, language))
      const value = width ? filledTo(field(String(coded.code), width), 8) : float64(Number(coded.code))
      return [value, filledTo(Buffer.concat([Buffer.of(label.length), label]), 8)]
    }),
    int32(4, 1, index),
  ]
}

function documents(paragraphs: readonly string[]): Buffer {
  const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph, DOCUMENT_LINE))
  return Buffer.concat([int32(6, lines.length), ...lines.map((line) => field(line, DOCUMENT_LINE))])
}
