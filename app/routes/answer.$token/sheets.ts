import type { Block, Given, Instrument, Item } from '../../protocol/study'

/** A part of a sheet: the questions of one block, or as many of them as fit. */
type Part = {
  readonly instrument: Instrument
  readonly block: Block | null
  readonly items: readonly Item[]
}
/** What stands on one page of a questionnaire. */
export type Sheet = readonly Part[]

/** What somebody on a telephone looks through without losing their place. */
const MOST = 8
/** A part as small as this is no page of its own. */
const FEW = 2

/**
 * A battery divided over pages: a page a part, a long part over several of about the same length, and a very short one on the
 * page before. The division does not depend on what is answered, so a page keeps its number; `order` is the respondent's own.
 */
export function sheetsOf(battery: readonly Instrument[], order: readonly string[]): Sheet[] {
  const place = new Map(order.map((code, at) => [code, at]))
  const sheets: Part[][] = []
  for (const part of battery.flatMap(partsOf)) {
    const items = [...part.items].sort((a, b) => (place.get(a.code) ?? 0) - (place.get(b.code) ?? 0))
    const last = sheets.at(-1)
    if (items.length <= FEW && last?.[0]?.instrument === part.instrument) last.push({ ...part, items })
    else for (const piece of divided(items)) sheets.push([{ ...part, items: piece }])
  }
  return sheets
}

/** The questions of a sheet, whichever part they are in. */
export const itemsOn = (sheet: Sheet): Item[] => sheet.flatMap(({ items }) => items)

function partsOf(instrument: Instrument): Part[] {
  const { blocks, items } = instrument
  if (!blocks) return [{ instrument, block: null, items }]
  const [first] = blocks
  return blocks
    .map((block) => ({ instrument, block, items: items.filter((item) => (item.block ?? first?.name) === block.name) }))
    .filter((part) => part.items.length > 0)
}

function divided<T>(all: readonly T[]): T[][] {
  const pieces = Math.ceil(all.length / MOST)
  const length = Math.ceil(all.length / pieces)
  return Array.from({ length: pieces }, (_, at) => all.slice(at * length, (at + 1) * length))
}

/** Which sheets have a question among those that are asked, by their place. */
export const sheetsWith = (sheets: readonly Sheet[], asked: ReadonlySet<string>): number[] =>
  sheets.flatMap((sheet, at) => (itemsOn(sheet).some(({ code }) => asked.has(code)) ? [at] : []))

/**
 * Where somebody goes on after a pause: at the last sheet on which anything was said, or after it when all of it was; null at
 * the end. Sheets before it that were left open are for the end.
 */
export function goOnAt(sheets: readonly Sheet[], asked: ReadonlySet<string>, given: Given): number | null {
  const some = (sheet: Sheet, said: boolean) =>
    itemsOn(sheet).some(({ code }) => asked.has(code) && (given[code] !== undefined) === said)
  const last = sheets.findLastIndex((sheet) => some(sheet, true))
  const open = sheets.findIndex((sheet, at) => at >= last && some(sheet, false))
  return open < 0 ? null : open
}
