import { done, type Result, refuse } from '../refusal'
import type { Instrument, Perspective } from '../study'
import { pinOf } from './battery'
import { byPart } from './written'

/**
 * Whether instruments can be asked together, in this order and each part by part. Refusals: `other_perspective`; `item_twice` when two have a
 * question of the same code; `hangs_on_unasked` when a question hangs on one that is not asked before it.
 */
export function fits(battery: readonly Instrument[], perspective: Perspective): Result<null> {
  const asked = new Set<string>()
  for (const instrument of battery) {
    const pin = pinOf(instrument)
    if (instrument.perspective !== perspective) return refuse('other_perspective', { pin })
    for (const { code, askedWhen = [] } of byPart(instrument)) {
      if (asked.has(code)) return refuse('item_twice', { item: code, pin })
      const on = askedWhen.find(({ item }) => !asked.has(item))
      if (on) return refuse('hangs_on_unasked', { item: code, on: on.item, pin })
      asked.add(code)
    }
  }
  return done(null)
}
