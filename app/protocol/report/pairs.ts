import { FEWEST } from '../fewest'
import { dyadDifference } from '../scoring'
import { pearson } from '../statistics'
import { type Description, descriptionOf, type Tally } from '../tally'

/** How often two scores came together. Of scores there are few kinds, so that any number of pairs takes little room. */
export type PairTally = Map<string, { readonly x: number; readonly y: number; count: number }>

/** How many pairs lie at one place of a scatter plot; in the order of the places, so that nobody's follows from it. */
export type Spot = { readonly x: number; readonly y: number; readonly count: number }

/** How the two of a pair answered: n pairs; of too few the rest is null, and no spot is told. */
export type Paired = {
  readonly n: number
  readonly r: number | null
  readonly relative: Description | null
  readonly absolute: Description | null
  readonly spots: readonly Spot[]
}

/** Counts one more pair; one of which a score is missing is none. */
export function paired(tally: PairTally, x: number | null | undefined, y: number | null | undefined): void {
  if (x == null || y == null) return
  const key = `${x} ${y}`
  const before = tally.get(key)
  if (before) before.count += 1
  else tally.set(key, { x, y, count: 1 })
}

const sizeOf = (tally: PairTally) => [...tally.values()].reduce((total, { count }) => total + count, 0)

/** What the differences of all pairs come to. */
function differences(tally: PairTally, of: (x: number, y: number) => number): Description {
  const values: Tally = new Map()
  for (const { x, y, count } of tally.values()) values.set(of(x, y), (values.get(of(x, y)) ?? 0) + count)
  return descriptionOf(values)
}

/** Pairs of a client's (x) and a supervisor's score (protocol §7.1). */
export function pairedOf(tally: PairTally): Paired {
  const n = sizeOf(tally)
  if (n < FEWEST) return { n, r: null, relative: null, absolute: null, spots: [] }
  const spots = [...tally.values()].sort((one, other) => one.x - other.x || one.y - other.y)
  const apart = (x: number, y: number) => dyadDifference(x, y) ?? { relative: 0, absolute: 0 }
  return {
    n,
    r: pearson(spots.flatMap(({ x, y, count }) => Array.from({ length: count }, () => [x, y] as const))).r,
    relative: differences(tally, (x, y) => apart(x, y).relative),
    absolute: differences(tally, (x, y) => apart(x, y).absolute),
    spots,
  }
}

/** How the same people's scores changed: pairs of the earlier (x) and the later one; `of` is null of too few. */
export function changesOf(tally: PairTally): { readonly n: number; readonly of: Description | null } {
  const n = sizeOf(tally)
  return { n, of: n < FEWEST ? null : differences(tally, (x, y) => y - x) }
}
