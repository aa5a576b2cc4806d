import type { Language } from './language'

/** A sentence in every language. */
export type Plain = Readonly<Record<Language, string>>
/** A sentence with something in it. */
export type Formed<P> = Readonly<Record<Language, (params: P) => string>>
/** What a page of the catalogue may hold: a key without one of the languages does not compile. */
export type Words = Readonly<Record<string, Plain | Formed<never>>>

/** Says a sentence in one language; a formed one takes what goes into it. */
export type Say = {
  (message: Plain): string
  <P>(message: Formed<P>, params: P): string
}

/** The voice for one language. */
export function speak(language: Language): Say {
  return <P>(message: Plain | Formed<P>, params?: P): string => {
    const said = message[language]
    return typeof said === 'string' ? said : said(params as P)
  }
}
