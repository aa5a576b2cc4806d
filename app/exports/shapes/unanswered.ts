import { isAnswer } from '../../protocol/instruments/instrument'
import type { Unanswered } from '../../protocol/released'
import type { Item, Words } from '../../protocol/study'
import type { Coded, Variable } from '../table/table'

/** Pairs of codes, the first that are free: no answer is beyond a small whole number, so the last pair always is. */
const PAIRS: readonly Readonly<Record<Unanswered, number>>[] = ['', '8', '88', '888', '8888'].map((more) => ({
  not_asked: Number(`-8${more}`),
  no_answer: Number(`-9${more.replaceAll('8', '9')}`),
}))
const [USUAL] = PAIRS

export const UNANSWERED: Readonly<Record<Unanswered, Words>> = {
  not_asked: { nl: 'niet gevraagd', en: 'not asked' },
  no_answer: { nl: 'geen antwoord', en: 'no answer' },
}
const OTHER_CODES: Words = {
  nl: 'Let op: −8 of −9 is een antwoord op deze vraag. “Niet gevraagd” en “geen antwoord” hebben hier andere codes.',
  en: 'Note: −8 or −9 is an answer to this question. “Not asked” and “no answer” have other codes here.',
}
const FOLDED: Words = {
  nl: 'Deze vraag heeft meer dan één antwoord dat geen waarde is; na het eerste staan ze hier als “geen antwoord”.',
  en: 'This question has more than one answer that is no value; after the first they stand here as “no answer”.',
}

/** How a variable of a question writes an answer or why there is none, and what its codebook says of it. */
type Written = {
  readonly codeOf: (answer: number | undefined, why: Unanswered | undefined) => number | null
  readonly described: Required<Pick<Variable, 'missing'>> & Pick<Variable, 'note'>
}

/**
 * The codes of a question for _not asked_ (−8) and _no answer_ (−9). Takes every version of the question that stands in
 * the column: where one of them has such a code as an answer, −88 and −99 and so on. An answer of its own that is no value
 * (protocol §5) stays as it is; every format has room for one.
 */
export function unansweredCodes(versions: readonly Item[]): Written {
  const isFree = (code: number) => versions.every((item) => !isAnswer(item, code))
  const codes = PAIRS.find(({ not_asked, no_answer }) => isFree(not_asked) && isFree(no_answer))
  if (!codes) throw new RangeError(`no free code for ${versions[0]?.code}`)
  const own = [...new Set(versions.flatMap(({ missing }) => missing ?? []))]
  const [first, ...folded] = own.map((code) => ({ code, label: labelOf(versions, code) }))
  const missing: Coded<number>[] = [
    { code: codes.not_asked, label: UNANSWERED.not_asked },
    { code: codes.no_answer, label: UNANSWERED.no_answer },
    ...(first ? [first] : []),
  ]
  const notes = [...(codes === USUAL ? [] : [OTHER_CODES]), ...(folded.length > 0 ? [FOLDED] : [])]
  const lost = new Set(folded.map(({ code }) => code))
  return {
    codeOf: (answer, why) => {
      if (why) return codes[why]
      if (answer === undefined) return null
      return lost.has(answer) ? codes.no_answer : answer
    },
    described: { missing, ...(notes.length > 0 && { note: together(notes) }) },
  }
}

const labelOf = (versions: readonly Item[], code: number): Words => {
  const named = versions.flatMap(({ options }) => options ?? []).find((option) => option.code === code)
  return named?.label ?? { nl: String(code), en: String(code) }
}

const together = (notes: readonly Words[]): Words => ({
  nl: notes.map(({ nl }) => nl).join(' '),
  en: notes.map(({ en }) => en).join(' '),
})
