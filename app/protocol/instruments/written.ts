import type { Block, Instrument, Item } from '../study'

/** A part of a battery with its questions as they were written down. */
type Part = { readonly order: Block['order']; readonly items: readonly Item[] }
/** A battery as it was written down. Every question stands after those that it hangs on. */
type Written = {
  readonly parts: readonly Part[]
  readonly items: readonly Item[]
  readonly byCode: ReadonlyMap<string, Item>
}

/** Batteries that are remembered under their first instrument; more of them would be ones that are read anew each time. */
const REMEMBERED = 16
const known = new WeakMap<Instrument, { readonly battery: readonly Instrument[]; readonly written: Written }[]>()

const same = (one: readonly Instrument[], other: readonly Instrument[]): boolean =>
  one.length === other.length && one.every((instrument, at) => instrument === other[at])

function partsOf({ name, blocks, items }: Instrument): Part[] {
  if (!blocks) return [{ order: 'fixed', items }]
  const parts = blocks.map((block) => ({ name: block.name, order: block.order, items: [] as Item[] }))
  for (const item of items) {
    const part = item.block === undefined ? parts[0] : parts.find((one) => one.name === item.block)
    if (!part) throw new RangeError(`${name} has no block ${item.block} for ${item.code}`)
    part.items.push(item)
  }
  return parts
}

/** The questions of one instrument, part by part. Throws a RangeError when one stands in a part that it does not have. */
export const byPart = (instrument: Instrument): Item[] => partsOf(instrument).flatMap(({ items }) => items)

function write(battery: readonly Instrument[]): Written {
  const parts = battery.flatMap(partsOf)
  const items = parts.flatMap((part) => part.items)
  const byCode = new Map<string, Item>()
  for (const item of items) {
    if (byCode.has(item.code)) throw new RangeError(`${item.code} is asked twice`)
    for (const { item: on } of item.askedWhen ?? [])
      if (!byCode.has(on)) throw new RangeError(`${item.code} hangs on ${on}, which is not asked before it`)
    byCode.set(item.code, item)
  }
  return { parts, items, byCode }
}

/**
 * A battery with its questions by code and by part; worked out once for the same instruments. Throws a RangeError when a code
 * is there twice, a part is unknown, or a question hangs on one that is not written before it (which rules out circles).
 */
export function writtenOf(battery: readonly Instrument[]): Written {
  const [first] = battery
  if (!first) return write(battery)
  const seen = known.get(first) ?? []
  const before = seen.find((one) => same(one.battery, battery))
  if (before) return before.written
  const written = write(battery)
  known.set(first, [{ battery: [...battery], written }, ...seen].slice(0, REMEMBERED))
  return written
}
