import type { Given, Instrument, Item, NOT_ASKED } from '../study'
import { writtenOf } from './written'

/** Answers on their way in or as they were taken in: "not asked" may stand among them. */
export type Answered = Readonly<Record<string, Given[string] | typeof NOT_ASKED>>

/** Whether every question that this one hangs on was answered so that it is asked (skip logic). */
export const isAsked = ({ askedWhen }: Pick<Item, 'askedWhen'>, given: Answered): boolean =>
  askedWhen === undefined ||
  askedWhen.every(({ item, among }) => {
    const answer = given[item]
    return typeof answer === 'number' && among.includes(answer)
  })

/**
 * The questions that are asked after these answers, in the order in which they were written. An answer to a question that is
 * itself not asked counts as none, so what hangs on it is not asked either.
 */
export function askedItems(battery: readonly Instrument[], given: Answered): Item[] {
  const counting: Record<string, Answered[string]> = {}
  return writtenOf(battery).items.filter((item) => {
    if (!isAsked(item, counting)) return false
    const answer = given[item.code]
    if (answer !== undefined) counting[item.code] = answer
    return true
  })
}
