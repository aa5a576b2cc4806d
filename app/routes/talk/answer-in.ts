import { isAnswer } from '../../protocol/instruments/instrument'
import { typedNumber } from '../../protocol/instruments/typed'
import type { Refusal } from '../../protocol/refusal'
import { type Given, type Item, NO_ANSWER } from '../../protocol/study'

/** What the form of a question says: an answer, none in so many words, nothing yet (undefined), or why it is no answer. */
export type Heard =
  | { readonly ok: true; readonly answer: Given[string] | undefined }
  | { readonly ok: false; readonly refusal: Refusal }

/** The field in which a question is answered: none of the other fields of its form has a name like it, whatever its code. */
export const answerField = (code: string): string => `answer.${code}`

/** Reads the answer to a question from its form (see `TalkQuestion`). Refused: a number that does not fit, no answer of the question. */
export function answerIn(form: FormData, item: Item): Heard {
  const values = form.getAll(answerField(item.code)).map((value) => String(value).trim())
  if (values.includes(NO_ANSWER)) return { ok: true, answer: NO_ANSWER }
  const typed = values.find((value) => value !== '')
  if (typed === undefined) return { ok: true, answer: undefined }
  const answer = typedNumber(typed)
  return answer !== undefined && isAnswer(item, answer) ? { ok: true, answer } : notOf(item)
}

/** The codes of answers that are in sight are not: whoever has to choose one is told no numbers. */
function notOf({ kind, min, max }: Item): Heard {
  const field = 'answer'
  const refusal = kind === 'number' ? { code: 'out_of_range', field, min, max } : { code: 'no_option', field }
  return { ok: false, refusal }
}
