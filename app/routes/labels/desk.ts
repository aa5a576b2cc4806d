import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { dyads } from '../../records/dyads'
import { labelled } from '../../records/labels'
import type { Label } from '../../ui/label-sheet'
import { type Search, slipIn } from '../gate/search'
import { linesOf, MOST, readList } from './asked'
import { codeOf } from './code'

/** Whose pseudonyms a search puts in the list. */
const OF = ['dyad', 'client', 'both'] as const
export type Of = (typeof OF)[number]
export const ofIn = (text: unknown): Of => OF.find((one) => one === text) ?? 'dyad'

/** What lies on the page: what was typed and chosen, what came of it, and what was wrong with it. */
export type Desk = {
  readonly list: string
  readonly search: string
  readonly of: Of
  readonly added: { readonly n: number; readonly more: boolean } | null
  readonly notFound: string | null
  readonly mistakes: readonly string[]
  readonly labels: readonly Label[]
}
export const EMPTY: Desk = { list: '', search: '', of: 'dyad', added: null, notFound: null, mistakes: [], labels: [] }

/** Who asks: in which voice to answer, and on which occasion. */
type Asking = { readonly db: StudyDb; readonly say: Say; readonly occasion: Occasion }

/** Adds to the list what a search finds, as far as there is room. */
export async function find({ db, say, occasion }: Asking, list: string, search: Search, of: Of): Promise<Desk> {
  const { study, today } = occasion
  const lines = linesOf(list)
  const desk = { ...EMPTY, list, search: search.typed, of }
  const nothing = { ...desk, notFound: slipIn(say, search) ?? say(words.dyads.notFoundAbout) }
  // what was typed has no character to look for
  if (search.typed !== '' && search.written === '') return nothing
  const { items, next } = await dyads(db, study, { on: today, limit: MOST, search: search.written })
  if (items.length === 0) return nothing
  const found = items.flatMap(({ pseudonym, clientPseudonym }) => [
    ...(of === 'client' ? [] : [pseudonym]),
    ...(of === 'dyad' ? [] : [clientPseudonym]),
  ])
  const fits = found.slice(0, Math.max(0, MOST - lines.length))
  return {
    ...desk,
    list: [list.trimEnd(), ...fits].filter(Boolean).join('\n'),
    added: { n: fits.length, more: next !== null || fits.length < found.length },
  }
}

/** Makes the labels of a list, all or none: a slip or a pseudonym of nobody here is said by its line. */
export async function make({ db, say, occasion }: Asking, list: string): Promise<Desk> {
  const asked = readList(say, list)
  if (!asked.ok) return { ...EMPTY, list, mistakes: asked.mistakes }
  const known = await labelled(
    db,
    occasion.study,
    asked.lines.map(({ pseudonym }) => pseudonym),
  )
  const mistakes = asked.lines
    .filter(({ pseudonym }) => !known.has(pseudonym))
    .map(({ line, pseudonym }) => say(words.labels.line, { line, sentence: say(words.labels.unknown, { pseudonym }) }))
  if (mistakes.length > 0) return { ...EMPTY, list, mistakes }
  return { ...EMPTY, list, labels: asked.lines.map(({ pseudonym }) => ({ text: pseudonym, code: codeOf(pseudonym) })) }
}
