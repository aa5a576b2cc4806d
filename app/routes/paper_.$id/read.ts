import { typedNumber } from '../../protocol/instruments/typed'
import type { Item } from '../../protocol/study'
import { type Given, NO_ANSWER } from '../../protocol/study'
import { textOf } from '../gate/form'

/** What a typist writes for a question that was passed over on purpose. */
const PASSED = /^[-–—]$/

/** The field of an item in the form. */
export const fieldOf = (code: string): string => `a_${code}`

/** The answers as they were typed, item by item; or the codes of those that are no number. */
export function readPaper(
  form: FormData,
  items: readonly Item[],
): { readonly answers: Given } | { readonly unread: readonly string[] } {
  const answers: Record<string, Given[string]> = {}
  const unread: string[] = []
  for (const { code } of items) {
    const typed = textOf(form, fieldOf(code))
    if (typed === '') continue
    const number = typedNumber(typed)
    if (PASSED.test(typed)) answers[code] = NO_ANSWER
    else if (number === undefined) unread.push(code)
    else answers[code] = number
  }
  return unread.length > 0 ? { unread } : { answers }
}
