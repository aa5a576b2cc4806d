import type { Instrument, Item } from '../study'
import { isMissing } from './instrument'
import type { Structure } from './structures'

/** One way in which an instrument is not what a structure says; `item` is '' when it is about the whole. */
export type Misfit = {
  readonly what: 'other_perspective' | 'lacking' | 'too_much' | 'other_range'
  readonly item: string
}

/** The lowest and highest value; null when something between them cannot be answered. */
function endsOf(item: Item): { min: number; max: number } | null {
  if (!item.options) return { min: item.min, max: item.max }
  const values = item.options.map(({ code }) => code).filter((code) => !isMissing(item, code))
  const [min, max] = [Math.min(...values), Math.max(...values)]
  return max - min + 1 === values.length ? { min, max } : null
}

/**
 * In what an instrument differs from a structure, line by line; empty when it fits. Where no range is known, all its items have
 * to have the range of the first. "I don't know" beside the steps is no difference.
 */
export function fitsStructure(instrument: Instrument, structure: Structure): Misfit[] {
  const misfits: Misfit[] = []
  if (structure.perspective && structure.perspective !== instrument.perspective)
    misfits.push({ what: 'other_perspective', item: '' })
  const items = new Map(instrument.items.map((item) => [item.code, item]))
  const wanted = new Set(structure.items.map(({ code }) => code))
  const first = instrument.items.find(({ code }) => wanted.has(code))
  for (const { code, ends } of structure.items) {
    const item = items.get(code)
    if (!item) {
      misfits.push({ what: 'lacking', item: code })
      continue
    }
    const [has, should] = [endsOf(item), ends ?? (first ? endsOf(first) : null)]
    if (!has || has.min !== should?.min || has.max !== should.max) misfits.push({ what: 'other_range', item: code })
  }
  for (const code of items.keys()) if (!wanted.has(code)) misfits.push({ what: 'too_much', item: code })
  return misfits
}
