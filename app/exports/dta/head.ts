import type { Day } from '../../protocol/day'
import { cutToCharacters } from '../table/cut'
import type { Filled, Imprint } from '../table/table'
import { field, int16, int64, section } from './bytes'
import type { StataColumn } from './column'
import { characteristics, LONGEST_LABEL } from './notes'

const OPENING = '<stata_dta>'
export const CLOSING = '</stata_dta>'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** How many bytes the three sections behind the head take, with their tags. */
type Behind = { readonly data: number; readonly strls: number; readonly valueLabels: number }

/** All that stands before the rows, and the map of where every section begins (sections 5.1 to 5.9). */
export function head(filled: Filled, columns: readonly StataColumn[], imprint: Imprint, behind: Behind): Buffer {
  const opening = Buffer.concat([Buffer.from(OPENING), header(filled, columns.length, imprint)])
  const sections = [
    section('variable_types', ...columns.map(({ type }) => int16(type))),
    section('varnames', ...columns.map(({ variable }) => field(variable.name, 129))),
    // how the rows are sorted is not promised to Stata: its order of texts and numbers is its own
    section('sortlist', Buffer.alloc(2 * (columns.length + 1))),
    section('formats', ...columns.map(({ format }) => field(format, 57))),
    section(
      'value_label_names',
      ...columns.map(({ variable, labels }) => field(labels.length > 0 ? variable.name : '', 129)),
    ),
    section('variable_labels', ...columns.map(({ variable }) => field(line(variable.label[imprint.language]), 321))),
    characteristics(filled.table, columns, imprint),
  ]
  const lengths = [
    MAP_LENGTH,
    ...sections.map(({ length }) => length),
    behind.data,
    behind.strls,
    behind.valueLabels,
    CLOSING.length,
  ]
  let offset = opening.length
  const offsets = lengths.map((length) => {
    offset += length
    return int64(offset)
  })
  const map = section('map', int64(0), int64(opening.length), ...offsets)
  return Buffer.concat([opening, map, ...sections])
}

/** Fourteen offsets between their tags. */
const MAP_LENGTH = '<map></map>'.length + 14 * 8

function header({ table, count }: Filled, width: number, { study, language, cutOff }: Imprint): Buffer {
  const label = Buffer.from(line(`${study}, ${table.label[language]}, ${cutOff}`))
  const stamp = timestamp(cutOff)
  return section(
    'header',
    section('release', '118'),
    section('byteorder', 'LSF'),
    section('K', int16(width)),
    section('N', int64(count)),
    section('label', int16(label.length), label),
    section('timestamp', Uint8Array.of(stamp.length), stamp),
  )
}

/** A label on one line. */
const line = (text: string): string => cutToCharacters(text.replace(/\s+/g, ' '), LONGEST_LABEL)

/** When the file says that it was written: the day of the cut-off, in English as the format wants. */
const timestamp = (day: Day): string =>
  `${day.slice(8)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)} 00:00`
