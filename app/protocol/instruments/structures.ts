import type { Perspective } from '../study'
import { waGk } from './wa-gk'

/** One numbered question of a published questionnaire: no wording. Ends are null where we know of none. */
type StructureItem = {
  readonly code: string
  readonly ends: { readonly min: number; readonly max: number } | null
  /** Only what a publication says of this very item. */
  readonly dimension?: string
}

/** What a questionnaire with a licence looks like, so that an institution's own wording of it can be loaded (protocol §7.2). */
export type Structure = {
  readonly name: string
  readonly cite: string
  /** Who answers it; null when nothing is said of that. */
  readonly perspective: Perspective | null
  readonly items: readonly StructureItem[]
}

type Ends = StructureItem['ends']
type Dimensions = Readonly<Record<string, readonly number[]>>

/** Items from a number to another, as `wai01`. Numbers within a questionnaire, which is why each has letters of its own. */
function numbered(letters: string, from: number, to: number, ends: Ends = null, dimensions: Dimensions = {}) {
  return Array.from({ length: to - from + 1 }, (_, step): StructureItem => {
    const item = from + step
    const dimension = Object.keys(dimensions).find((name) => dimensions[name]?.includes(item))
    return { code: `${letters}${String(item).padStart(2, '0')}`, ends, ...(dimension && { dimension }) }
  })
}

const structure = (name: string, perspective: Perspective | null, items: readonly StructureItem[]): Structure => ({
  name,
  cite: '§7.2',
  perspective,
  items,
})

/** The alliance questionnaire itself: another wording has to keep codes and steps, or it is scored by nothing. */
const alliance = waGk.map(({ name, perspective, items }) => ({
  ...structure(
    name,
    perspective,
    items.map(({ code, min, max }) => ({ code, ends: { min, max } })),
  ),
  cite: '§7',
}))

/** Parallel items of both sides, and after them those that the supervisor alone answers. The numbers are ours. */
const parallel = (name: string, letters: string, both: number, supervisorOnly: number): Structure[] => [
  structure(`${name}-client`, 'client', numbered(letters, 1, both)),
  structure(`${name}-supervisor`, 'supervisor', numbered(letters, 1, both + supervisorOnly)),
]

/** Which item measures which of the three dimensions in the revised short form of 2006 (Hatcher and Gillaspy), of five steps. */
const WAI_SR: Dimensions = { goal: [4, 6, 8, 11], task: [1, 2, 10, 12], bond: [3, 5, 7, 9] }

/**
 * Questionnaires that can be loaded in a wording of one's own. The protocol says "short form" of the WAI and not which: the
 * revised one is known item by item, any other by its number of items. Which item of motivation, DRI-R and the added items
 * belongs to which dimension, and in how many steps they are answered, stands in no source that we have.
 */
export const structures: readonly Structure[] = [
  ...alliance,
  structure('motivation', null, numbered('mot', 1, 14)),
  structure('wai-short-form', null, numbered('wai', 1, 12)),
  structure('wai-sr', null, numbered('wai', 1, 12, { min: 1, max: 5 }, WAI_SR)),
  ...parallel('dri-r', 'dri', 25, 3),
  ...parallel('added', 'add', 22, 9),
]

/** The structure with this name; undefined when there is none. */
export const structureNamed = (name: string): Structure | undefined =>
  structures.find((candidate) => candidate.name === name)
