import type { Instrument, Item } from '../study'
import { randomFrom, shuffled } from './random'
import { writtenOf } from './written'

/** The questions of a random part: those that hang on another of this part follow it, as they were written. */
function mixed(items: readonly Item[], random: () => number): Item[] {
  const here = new Set(items.map(({ code }) => code))
  const hangsOn = new Map(
    items.map(({ code, askedWhen = [] }) => [code, askedWhen.map(({ item }) => item).filter((on) => here.has(on))]),
  )
  const apart = (item: Item) => hangsOn.get(item.code)?.length === 0
  const order = shuffled(items.filter(apart), random)
  for (const item of items) {
    if (apart(item)) continue
    const on = hangsOn.get(item.code) ?? []
    let place = order.findLastIndex(({ code }) => on.includes(code)) + 1
    // what hangs on the same questions and was written before it stays before it
    while (hangsOn.get(order[place]?.code ?? '')?.some((other) => on.includes(other))) place++
    order.splice(place, 0, item)
  }
  return order
}

/**
 * The codes of a battery in the order of one respondent (protocol §3): instruments and parts stay in place, the questions
 * of a random part are shuffled by the seed, and a question stays after those that it hangs on. The same battery and seed give
 * the same order for ever. Throws a RangeError when the seed is no whole number of 32 bits.
 */
export function orderOf(battery: readonly Instrument[], seed: number): string[] {
  const random = randomFrom(seed)
  return writtenOf(battery).parts.flatMap(({ order, items }) =>
    (order === 'random' ? mixed(items, random) : items).map(({ code }) => code),
  )
}
