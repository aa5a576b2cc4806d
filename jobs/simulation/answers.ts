import { isAsked } from '../../app/protocol/instruments/asked'
import type { Given, Instrument, Item } from '../../app/protocol/study'
import { CHANCES } from './behaviour'
import type { Draw } from './draw'

/** Of items of friction, and of 6, people agree little (protocol §7.1, §8). */
const LITTLE = new Set(['i04', 'i06', 'i13', 'i14', 'i17'])
const MUCH_AGREED = { 3: 1, 4: 2, 5: 5, 6: 8, 7: 6 } as const
const LITTLE_AGREED = { 1: 7, 2: 6, 3: 4, 4: 2, 5: 1 } as const

/** Somebody's answers to a battery: each question that is asked, but for a few that are left open where they may be. */
export function answersTo(battery: readonly Instrument[], draw: Draw): Given {
  const given: Record<string, number> = {}
  for (const item of battery.flatMap(({ items }) => items)) {
    if (!isAsked(item, given)) continue
    if (!item.required && draw.chance(CHANCES.itemOpen)) continue
    given[item.code] = answerTo(item, draw)
  }
  return given
}

function answerTo(item: Item, draw: Draw): number {
  if (item.options) return draw.one(item.options).code
  if (item.kind === 'agreement') return Number(draw.among(LITTLE.has(item.code) ? LITTLE_AGREED : MUCH_AGREED))
  // years in a profession: few have the most that can be typed
  return item.kind === 'number' ? Math.min(item.max, item.min + draw.whole(0, 12)) : draw.whole(item.min, item.max)
}
