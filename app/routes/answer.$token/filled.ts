import { typedNumber } from '../../protocol/instruments/typed'
import { type Given, type Item, NO_ANSWER } from '../../protocol/study'
import { textOf } from '../gate/form'
import type { Mistakes } from './reply'

/** The field of a question: no code, whatever file it came from, stands for a button of ours. */
export const fieldOf = (code: string) => `a.${code}`
/** The tick beside a number that says that no answer is given. */
export const noneOf = (code: string) => `${fieldOf(code)}.none`

/**
 * All answers after a page was sent: what stood, with what the page says of its own questions (one that is not on it, or
 * empty, is left open); and what cannot be read, by field.
 */
export function answersWith(
  form: FormData,
  items: readonly Pick<Item, 'code' | 'min' | 'max'>[],
  before: Given,
): { readonly given: Given; readonly mistakes: Mistakes } {
  const given: Record<string, Given[string]> = { ...before }
  const mistakes: Record<string, Mistakes[string]> = {}
  for (const { code, min, max } of items) {
    delete given[code]
    const typed = textOf(form, fieldOf(code))
    if (typed === NO_ANSWER || form.has(noneOf(code))) given[code] = NO_ANSWER
    else if (typed !== '') {
      const answer = typedNumber(typed)
      if (answer === undefined) mistakes[fieldOf(code)] = { code: 'out_of_range', min, max }
      else given[code] = answer
    }
  }
  return { given, mistakes }
}

/** Whether two people could not tell these answers apart. */
export const sameAnswers = (one: Given, other: Given): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([code, answer]) => other[code] === answer)
