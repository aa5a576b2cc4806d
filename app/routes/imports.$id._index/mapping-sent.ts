import { DAY_SHAPES, type Extract, type Mapping } from '../../protocol/extract/extract'
import { textOf } from '../gate/form'
import { EMPTY, UNKNOWN } from './explained'

/** Words of one field that a form sends at most. */
const MOST_WORDS = 50

/** What a form says that the columns and words of a file mean. Words of a column that was not the one shown are left out. */
export function mappingSent(sent: FormData, extract: Extract, days: Mapping['days']): Mapping {
  const columns: Record<string, string> = {}
  const values: Record<string, Record<string, string>> = {}
  for (const { name, reads } of extract.fields) {
    const column = textOf(sent, `column_${name}`)
    if (column === '') continue
    columns[name] = column
    if (reads.as === 'choice' && column === textOf(sent, `shown_${name}`)) values[name] = wordsSent(sent, name)
  }
  const shape = DAY_SHAPES.find((one) => one === textOf(sent, 'days'))
  return { columns, values, days: shape ?? days }
}

function wordsSent(sent: FormData, field: string): Record<string, string> {
  const said: [string, string][] = []
  for (let at = 0; at < MOST_WORDS; at++) {
    const text = sent.get(`text_${field}_${at}`)
    const meaning = textOf(sent, `word_${field}_${at}`)
    if (typeof text !== 'string') break
    if (meaning !== '' && meaning !== UNKNOWN) said.push([text, meaning === EMPTY ? '' : meaning])
  }
  return Object.fromEntries(said)
}

/** The choices whose column is another than the one whose words were shown. */
export const columnsAnew = (sent: FormData, extract: Extract): string[] =>
  extract.fields
    .filter(({ name, reads }) => {
      const column = textOf(sent, `column_${name}`)
      return reads.as === 'choice' && column !== '' && column !== textOf(sent, `shown_${name}`)
    })
    .map(({ name }) => name)
