import type { Words } from '../../protocol/words'
import { type Attributes, element } from '../xml/write'

const LANGUAGES = ['nl', 'en'] as const

/** An element in each language: DDI repeats what it has in more than one. */
export const both = (name: string, words: Words, attributes: Attributes = {}): string[] =>
  LANGUAGES.map((language) => element(name, { ...attributes, 'xml:lang': language }, words[language]))

/** Words behind words, in each language. */
export const and = (first: Words, then: Words, between = ': '): Words => ({
  nl: `${first.nl}${between}${then.nl}`,
  en: `${first.en}${between}${then.en}`,
})

/** Some words in a row. */
export const listed = (all: readonly Words[], between = '; '): Words => ({
  nl: all.map(({ nl }) => nl).join(between),
  en: all.map(({ en }) => en).join(between),
})

/** The same in each language. */
export const same = (text: string): Words => ({ nl: text, en: text })
