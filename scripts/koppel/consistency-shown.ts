import type { Consistency } from '../../app/protocol/consistency'
import { itemCode } from '../../app/protocol/scoring'
import type { Perspective, ScaleDefinition } from '../../app/protocol/study'

/** α by scale as a command answers it: alone, its 95 % interval, and its items by code. */
export function consistencyShown(
  definition: ScaleDefinition,
  perspective: Perspective,
  found: Readonly<Record<string, Consistency>>,
) {
  const each = <T>(make: (one: Consistency) => T) =>
    Object.fromEntries(Object.entries(found).map(([scale, one]) => [scale, make(one)]))
  return {
    alpha: each(({ alpha }) => alpha),
    alpha_interval: each(({ interval }) => interval),
    item_total: Object.fromEntries(
      definition.scales[perspective].map(({ name, items }) => [
        name,
        Object.fromEntries(
          items.map(({ item, reversed }, at) => [itemCode(item), { reversed, ...found[name]?.items[at] }]),
        ),
      ]),
    ),
  }
}
