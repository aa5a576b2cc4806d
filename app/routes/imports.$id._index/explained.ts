import type { Language } from '../../i18n/language'
import { meaningOf } from '../../protocol/extract/cells'
import type { Extract, Field, Mapping } from '../../protocol/extract/extract'
import type { Guessed } from '../../protocol/extract/guess'
import type { Counted, Texts } from './sample'

/** The step of an address that goes back to what the columns mean. */
export const EXPLAIN = 'explain'
/** Words of one column that are shown to be explained. */
const MOST_WORDS = 50

/** A word of the file: in how many rows, and what it means; `?` when nothing yet, `-` when it is to be read as empty. */
export type Word = { readonly text: string; readonly rows: number; readonly meaning: string }
export const UNKNOWN = '?'
export const EMPTY = '-'

/** A field as the page asks for it: its column, what to say of that, and for a choice the words of the column. */
export type FieldAsked = {
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly column: string
  readonly note: 'unsure' | 'missing' | null
  readonly words: readonly Word[]
  /** How many words the column has, as far as they were counted, and whether there are others still. */
  readonly wordCount: number
  readonly moreWords: boolean
  readonly meanings: readonly { readonly value: string; readonly label: string }[]
}

/** The fields of a kind of file, with the columns and words of one file. */
export function fieldsAsked(
  extract: Extract,
  { mapping, unsure }: Pick<Guessed, 'mapping' | 'unsure'>,
  { texts }: Counted,
  language: Language,
): FieldAsked[] {
  return extract.fields.map((field) => {
    const { name, label, required, reads } = field
    const column = mapping.columns[name] ?? ''
    const seen = texts[name]
    return {
      name,
      label: label[language],
      required,
      column,
      note: column === '' ? (required ? 'missing' : null) : unsure.includes(name) ? 'unsure' : null,
      words: seen ? wordsOf(field, mapping, seen).slice(0, MOST_WORDS) : [],
      wordCount: seen?.counts.size ?? 0,
      moreWords: seen?.more ?? false,
      meanings:
        reads.as === 'choice'
          ? Object.entries(reads.meanings).map(([value, meaning]) => ({ value, label: meaning.label[language] }))
          : [],
    }
  })
}

/** The words of a column: those that mean nothing yet first, then by how often they occur. */
function wordsOf({ name, reads }: Field, mapping: Mapping, { counts }: Texts): Word[] {
  if (reads.as !== 'choice') return []
  const said = mapping.values[name] ?? {}
  const meaning = (text: string): string => {
    if (Object.hasOwn(said, text)) return said[text] || EMPTY
    return meaningOf(reads.meanings, text) ?? UNKNOWN
  }
  return [...counts]
    .map(([text, rows]) => ({ text, rows, meaning: meaning(text) }))
    .sort((a, b) => Number(b.meaning === UNKNOWN) - Number(a.meaning === UNKNOWN) || b.rows - a.rows)
}
