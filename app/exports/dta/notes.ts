import { cutToCharacters } from '../table/cut'
import type { Imprint, Table } from '../table/table'
import { field, int32, section } from './bytes'
import { missingOf, type StataColumn } from './column'

/** The longest label of a variable or a file (Stata's help `limits`); what is longer stands whole in a note. */
export const LONGEST_LABEL = 80
/** A characteristic has at most 67,784 bytes, a character at most four. */
const LONGEST_NOTE = 16_000

const WORDS = {
  nl: { row: 'Een rij', cutOff: 'Peildatum', purpose: 'Doel', code: 'code' },
  en: { row: 'A row', cutOff: 'Cut-off', purpose: 'Purpose', code: 'code' },
}

/** The section of characteristics: what `notes` shows of the file and of each variable. */
export function characteristics(table: Table, columns: readonly StataColumn[], imprint: Imprint): Buffer {
  const notes = [
    ...notesOf('_dta', notesOfFile(table, imprint)),
    ...columns.flatMap((column) => notesOf(column.variable.name, notesOfColumn(column, imprint.language))),
  ]
  return section('characteristics', ...notes)
}

function notesOfFile(table: Table, { language, title, purpose, cutOff, version }: Imprint): string[] {
  const words = WORDS[language]
  return [
    `${title[language]}: ${table.label[language]}`,
    `${words.row}: ${table.grain[language]}`,
    `${words.cutOff}: ${cutOff}`,
    `${words.purpose}: ${purpose}`,
    version,
  ]
}

function notesOfColumn({ variable, storage }: StataColumn, language: Imprint['language']): string[] {
  const { label, question, note, values = [] } = variable
  const { code: word } = WORDS[language]
  return [
    ...(cutToCharacters(label[language], LONGEST_LABEL) === label[language] ? [] : [label[language]]),
    ...(question && question[language] !== label[language] ? [question[language]] : []),
    ...(note ? [note[language]] : []),
    ...(storage === 'coded' ? [values.map(({ code }, at) => `${at + 1} = ${word} ${code}`).join('; ')] : []),
    ...missingOf(variable).map(({ code, label }, at) => `.${'abc'[at]} = ${word} ${code}: ${label[language]}`),
  ]
}

/** Notes are characteristics called note1, note2 and so on; note0 counts them. */
function notesOf(owner: string, notes: readonly string[]): Buffer[] {
  if (notes.length === 0) return []
  return [String(notes.length), ...notes].map((text, at) => {
    const content = Buffer.from(`${cutToCharacters(text, LONGEST_NOTE)}\0`)
    return section('ch', int32(2 * 129 + content.length), field(owner, 129), field(`note${at}`, 129), content)
  })
}
