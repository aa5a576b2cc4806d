import type { Block, Instrument, Item, Perspective, Words } from '../../study'

/** What the one who imports says of a file that does not say it itself. */
export type Asked = {
  readonly perspective: Perspective
  readonly name?: string
  readonly version?: number
}

/** A part as it is met in a file: from its line on, until the next. */
export type Part = { readonly line: number; readonly form: string; readonly title: Words; readonly intro?: Words }

/** A name as instruments have it: small letters, digits and hyphens. Empty when nothing of it is left. */
export const instrumentName = (written: string): string =>
  written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')

/** An instrument, and the texts of it that would be read before nothing. */
type Parted = { readonly instrument: Instrument; readonly unread: readonly Part[] }

/**
 * The instrument that a form's items are, in parts when the file has headings. A part without questions is none: what was to
 * be read before it goes to the next part under the same heading. Numbers of lines say which item stands in which part.
 */
export function inParts(
  { perspective, name, version = 1 }: Asked & { readonly name: string },
  title: Words,
  parts: readonly Part[],
  items: readonly { readonly line: number; readonly item: Item }[],
): Parted {
  const base = { name, version, perspective, title, agreement: [] }
  if (parts.length === 0) return { instrument: { ...base, items: items.map(({ item }) => item) }, unread: [] }
  const all: readonly Part[] = [{ line: 0, form: '', title }, ...parts]
  const blocks: Block[] = []
  const placed: Item[] = []
  const unread: Part[] = []
  let carried: Part | undefined
  for (const [at, part] of all.entries()) {
    const until = all[at + 1]?.line ?? Number.POSITIVE_INFINITY
    const own = items.filter(({ line }) => line >= part.line && line < until)
    const goesOn = carried?.title.nl === part.title.nl && carried.title.en === part.title.en
    if (carried?.intro && !goesOn) unread.push(carried)
    const intro = goesOn ? both(carried?.intro, part.intro) : part.intro
    carried = own.length === 0 ? { ...part, ...(intro ? { intro } : {}) } : undefined
    if (own.length === 0) continue
    const block = `part-${blocks.length + 1}`
    blocks.push({ name: block, title: part.title, ...(intro ? { intro } : {}), order: 'fixed' })
    placed.push(...own.map(({ item }) => ({ ...item, block })))
  }
  if (carried?.intro) unread.push(carried)
  return { instrument: { ...base, blocks, items: placed }, unread }
}

const both = (one: Words | undefined, other: Words | undefined): Words | undefined =>
  one && other ? { nl: `${one.nl} ${other.nl}`, en: `${one.en} ${other.en}` } : (one ?? other)
