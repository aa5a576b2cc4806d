import { trimmed } from '../../extract/folded'
import type { Words } from '../../study'
import { plainText } from './plain-text'
import { type Found, type Line, type Row, type Sheet, tableIn } from './sheet'

/** The sheets of a form that are read, as tables. */
type Form = { readonly [part in 'survey' | 'choices' | 'settings']: Found | undefined }

/**
 * The sheets of an XLSForm: those of a workbook by name, or the parts of one CSV, where a line with only a first cell names
 * the part and the lines below begin with an empty one.
 */
export function formIn(sheets: readonly Sheet[]): Form {
  const [only, ...others] = sheets
  const parts = only && others.length === 0 && only.name === null ? partsOf(only) : namesOf(sheets)
  const table = (name: string) => tableIn(parts.get(name) ?? [])
  return { survey: table('survey'), choices: table('choices'), settings: table('settings') }
}

const namesOf = (sheets: readonly Sheet[]): ReadonlyMap<string, readonly Line[]> =>
  new Map(sheets.map(({ name, rows }) => [(name ?? '').trim().toLowerCase(), rows]))

function partsOf({ rows }: Sheet): ReadonlyMap<string, readonly Line[]> {
  const parts = new Map<string, Line[]>()
  let part: Line[] = []
  for (const { line, cells } of rows) {
    const [first = '', ...rest] = cells
    const name = trimmed(first).toLowerCase()
    if (name === '') part.push({ line, cells: rest })
    else if (rest.every((cell) => trimmed(cell) === '')) {
      part = []
      parts.set(name, part)
    }
  }
  return parts
}

/** The columns of a kind of text, by language. A form in other languages only has its first column as `plain`. */
export type Columns = { readonly nl?: string; readonly en?: string; readonly plain?: string }

const DUTCH = /dutch|nederlands|\(nl\)|^nl$/i
const ENGLISH = /english|engels|\(en\)|^en$/i

/** `label`, `label::Nederlands (nl)`, `label:English`, `label::en`: whichever there are. */
export function columnsOf({ headings }: Found, kind: 'label' | 'hint' | 'form_title'): Columns {
  const said = headings.flatMap((heading) => {
    const [name = '', ...language] = heading.split(/::?/)
    return name.trim().toLowerCase() === kind ? [{ heading, language: language.join(' ').trim() }] : []
  })
  const nl = said.find(({ language }) => DUTCH.test(language))?.heading
  const en = said.find(({ language }) => ENGLISH.test(language))?.heading
  const plain = said.find(({ language }) => language === '')?.heading ?? (nl || en ? undefined : said[0]?.heading)
  return { ...(nl ? { nl } : {}), ...(en ? { en } : {}), ...(plain ? { plain } : {}) }
}

/** A text in both languages, and whether it had to be the same in both; undefined when the cells are empty. */
export function wordsIn(
  row: Row,
  { nl, en, plain }: Columns,
): { readonly words: Words; readonly one: boolean } | undefined {
  const text = (heading: string | undefined) => (heading ? plainText(row.cell(heading)) : '')
  const [dutch, english, any] = [text(nl), text(en), text(plain)]
  const words = { nl: dutch || any || english, en: english || any || dutch }
  return words.nl === '' ? undefined : { words, one: words.nl === words.en && !(dutch && english) }
}
