import type { OutcomeValue } from '../study'
import { type Classes, noClasses, SEEN } from './classes'
import { type QuasiIdentifier, type QuasiValues, type Steps, stepsIn } from './quasi-identifier'
import { SHARED, type SharedNumbers, type Sharing, sharing } from './shared-numbers'
import { type Suggestion, suggest } from './suggest'

/**
 * Fewest people who have to be alike (decided). Five is what keepers of health records have long asked of a cell, a chance
 * of one in five to point out the right person (El Emam, Guide to the De-Identification of Personal Health Information,
 * 2013, "Cell size precedents"); files for everybody ask eleven or twenty, but a release goes to analysts who are known.
 */
export const FEWEST_ALIKE = 5
/** Cells that are listed at most: enough to see what makes them small. */
const LISTED = 50

/** One person of a release: by what they could be recognised, what numbers they share, and what came of them by outcome rule. */
export type Person = {
  readonly values: QuasiValues
  readonly numbers: SharedNumbers
  readonly outcomes: Readonly<Record<string, OutcomeValue>>
}
/** People who are alike and too few. */
export type Cell = { readonly n: number; readonly values: QuasiValues }
/** What a quasi-identifier adds: how many unique people would not be, and how many would be safe, were it not told. */
export type Contribution = { readonly name: string; readonly uniques: number; readonly below: number }
/**
 * Of an outcome: classes in which it is known of somebody; those whose known values are all the same (l-diversity of 1),
 * and among these those in which they are all "yes", with their people: of them it would be known without finding anybody.
 */
export type Sameness = {
  readonly outcome: string
  readonly classes: number
  /** The fewest different values that a class has; null when nothing is known of anybody. */
  readonly smallest: number | null
  readonly same: number
  readonly exposed: number
  readonly exposedRows: number
}
/** How well nobody in a release can be recognised. Plain JSON; `listed` describes people, so it is for who decides only. */
export type Disclosure = {
  readonly k: number
  readonly steps: Steps
  readonly rows: number
  readonly classes: number
  /** The smallest class; null without anybody. */
  readonly smallest: number | null
  readonly uniques: number
  readonly below: { readonly rows: number; readonly cells: number }
  readonly listed: readonly Cell[]
  readonly contributions: readonly Contribution[]
  /** Of each number that is told how many share it; not there in what was measured before they were counted. */
  readonly shared?: readonly Sharing[]
  /** Null when every class has k, and every number that people share. */
  readonly suggestion: Suggestion | null
  readonly outcomes: readonly Sameness[]
  /** Days are told as dates: who knows one of them finds somebody, however many are alike otherwise. */
  readonly calendar: boolean
}

type How = {
  readonly outcomes: readonly string[]
  readonly k?: number
  /** How coarse the release tells its quasi-identifiers already. */
  readonly steps?: Steps
  readonly listed?: number
  readonly calendar?: boolean
}

/**
 * Measures a release of these people, who come as they are and are looked at once: k-anonymity (Sweeney 2002) over the
 * declared quasi-identifiers, with a missing value as one of its own, and l-diversity of the outcomes (Machanavajjhala 2007).
 */
export async function disclosureOf(
  identifiers: readonly QuasiIdentifier[],
  people: Iterable<Person> | AsyncIterable<Person>,
  { outcomes, k = FEWEST_ALIKE, steps: asked = {}, listed = LISTED, calendar = false }: How,
): Promise<Disclosure> {
  const steps = stepsIn(identifiers, asked)
  const sharers = sharing(steps)
  const classes = noClasses(identifiers, outcomes, steps)
  let rows = 0
  for await (const { values, numbers, outcomes: came } of people) {
    classes.add(values, came)
    sharers.add(numbers)
    rows += 1
  }
  const sizes = [...classes.found].map(([key, { n }]) => ({ key, n }))
  const few = sizes.filter(({ n }) => n < k)
  const uniques = sizes.filter(({ n }) => n === 1).length
  const below = few.reduce((sum, { n }) => sum + n, 0)
  const shared = sharers.counted(k)
  return {
    k,
    steps,
    rows,
    classes: sizes.length,
    smallest: sizes.reduce<number | null>((least, { n }) => (least === null || n < least ? n : least), null),
    uniques,
    below: { rows: below, cells: few.length },
    listed: listedOf(classes, few, listed),
    contributions: identifiers.map(({ name }) => {
      // what would tell it is not told without it either
      const others = identifiers.filter(({ tells = [] }) => tells.includes(name)).map((one) => one.name)
      const left = [...classes.without([name, ...others]).values()]
      return {
        name,
        uniques: uniques - left.filter((n) => n === 1).length,
        below: below - left.filter((n) => n < k).reduce((sum, n) => sum + n, 0),
      }
    }),
    shared,
    suggestion: suggestionOf(below, shared, () => suggest(identifiers, classes, { k, taken: steps })),
    outcomes: outcomes.map((outcome, at) => samenessOf(classes, outcome, at)),
    calendar,
  }
}

/** What brings every class to k, and the numbers left out that fewer share. */
function suggestionOf(below: number, shared: readonly Sharing[], suggest: () => Suggestion): Suggestion | null {
  const few = SHARED.filter(({ name }) => shared.some((one) => one.name === name && one.below.numbers > 0))
  if (below === 0 && few.length === 0) return null
  const { steps, cost, ...rest } = suggest()
  return {
    ...rest,
    steps: { ...steps, ...Object.fromEntries(few.map(({ name, ladder }) => [name, ladder.length])) },
    cost: cost + few.flatMap(({ ladder }) => ladder).reduce((sum, rung) => sum + rung.cost, 0),
  }
}

/** The smallest first; of equal ones by their values, so that the order is not that in which people came. */
function listedOf(classes: Classes, few: readonly { key: string; n: number }[], most: number): Cell[] {
  return few
    .map(({ key, n }) => ({ n, values: classes.valuesOf(key) }))
    .map((cell) => ({ cell, order: JSON.stringify(Object.values(cell.values)) }))
    .sort((a, b) => a.cell.n - b.cell.n || (a.order < b.order ? -1 : 1))
    .slice(0, most)
    .map(({ cell }) => cell)
}

function samenessOf({ found }: Classes, outcome: string, at: number): Sameness {
  const known = [...found.values()].filter(({ seen }) => seen[at] !== 0)
  const same = known.filter(({ seen }) => seen[at] !== (SEEN.yes | SEEN.no))
  const exposed = same.filter(({ seen }) => seen[at] === SEEN.yes)
  return {
    outcome,
    classes: known.length,
    smallest: known.length === 0 ? null : same.length > 0 ? 1 : 2,
    same: same.length,
    exposed: exposed.length,
    exposedRows: exposed.reduce((sum, { n }) => sum + n, 0),
  }
}
