import type { Given, Instrument } from '../study'
import { askedItems } from './asked'

/** What is asked after these answers, by code, in the order of this respondent. */
export function askedInOrder(battery: readonly Instrument[], order: readonly string[], given: Given): string[] {
  const asked = new Set(askedItems(battery, given).map(({ code }) => code))
  return order.filter((code) => asked.has(code))
}

/** How many questions are asked and how many of these were answered or passed over in so many words; it moves with the answers. */
export function progressOf(
  battery: readonly Instrument[],
  given: Given,
): { readonly done: number; readonly of: number } {
  const asked = askedItems(battery, given)
  return { done: asked.filter(({ code }) => given[code] !== undefined).length, of: asked.length }
}

/** The question after this one, `null` being the beginning; null at the end. What is not asked is stepped over. */
export function nextItem(
  battery: readonly Instrument[],
  order: readonly string[],
  given: Given,
  from: string | null,
): string | null {
  const after = order.slice(from === null ? 0 : order.indexOf(from) + 1)
  return askedInOrder(battery, after, given)[0] ?? null
}

/** The question before this one, `null` being the end; null at the beginning. */
export function previousItem(
  battery: readonly Instrument[],
  order: readonly string[],
  given: Given,
  from: string | null,
): string | null {
  const before = from === null ? order : order.slice(0, Math.max(order.indexOf(from), 0))
  return askedInOrder(battery, before, given).at(-1) ?? null
}

/** Where to go on after a pause: the first question that is asked and was left open; null when there is none. */
export const firstOpen = (battery: readonly Instrument[], order: readonly string[], given: Given): string | null =>
  askedInOrder(battery, order, given).find((code) => given[code] === undefined) ?? null
