import { isAnswer } from '../protocol/instruments/instrument'
import type { Unanswered } from '../protocol/released'
import type { Item, Words } from '../protocol/study'
import type { Column } from './column'

/** Pairs of codes, the first that are free: no answer is beyond a small whole number, so the last pair always is. */
const PAIRS: readonly Readonly<Record<Unanswered, number>>[] = ['', '8', '88', '888', '8888'].map((more) => ({
  not_asked: Number(`-8${more}`),
  no_answer: Number(`-9${more.replaceAll('8', '9')}`),
}))
const [USUAL] = PAIRS

const WORDS: Readonly<Record<Unanswered, Words>> = {
  not_asked: { nl: 'niet gevraagd', en: 'not asked' },
  no_answer: { nl: 'geen antwoord', en: 'no answer' },
}
const OTHER_CODES: Words = {
  nl: 'Let op: −8 of −9 is een antwoord op deze vraag. “Niet gevraagd” en “geen antwoord” hebben hier andere codes.',
  en: 'Note: −8 or −9 is an answer to this question. “Not asked” and “no answer” have other codes here.',
}

/** How a column of a question writes that there is no answer, and what its codebook says of it. */
type Written = {
  readonly codes: Readonly<Record<Unanswered, number>>
  readonly described: Required<Pick<Column, 'values' | 'missing_codes'>> & Pick<Column, 'note'>
}

/**
 * The codes of a question for _not asked_ (−8) and _no answer_ (−9). Takes every version of the question that stands in
 * the column: where one of them has such a code as an answer, −88 and −99 and so on. Its own missing codes stay.
 */
export function unansweredCodes(versions: readonly Item[]): Written {
  const isFree = (code: number) => versions.every((item) => !isAnswer(item, code))
  const codes = PAIRS.find(({ not_asked, no_answer }) => isFree(not_asked) && isFree(no_answer))
  if (!codes) throw new RangeError(`no free code for ${versions[0]?.code}`)
  const own = new Set(versions.flatMap(({ missing }) => missing ?? []))
  return {
    codes,
    described: {
      values: { [codes.not_asked]: WORDS.not_asked, [codes.no_answer]: WORDS.no_answer },
      missing_codes: [codes.not_asked, codes.no_answer, ...own],
      ...(codes !== USUAL && { note: OTHER_CODES }),
    },
  }
}
