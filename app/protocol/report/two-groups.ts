import type { Effect } from '../effects/effect'
import { hedgesG } from '../effects/hedges'
import { type OddsRatio, oddsRatio } from '../effects/odds-ratio'
import { FEWEST } from '../fewest'
import { type Description, descriptionOf, type Tally, tallied } from '../tally'
import { COVARIATES, type Covariate, type Covariates, inOrder } from './covariates'

/** Which of the two. */
export type Group = 0 | 1
type Both<T> = readonly [T, T]

/** Two groups on a score: n of each, and the rest only when neither is too small. */
export type ScoreBeside = {
  readonly n: Both<number>
  readonly of: { readonly groups: Both<Description>; readonly g: Effect | null } | null
}
/** Two groups over the categories of a covariate; each category against all others. Unknown ones are in no category. */
export type CategoriesBeside = {
  readonly n: Both<number>
  readonly unknown: Both<number>
  readonly categories:
    | readonly { readonly category: string; readonly counts: Both<number>; readonly oddsRatio: OddsRatio | null }[]
    | null
}

/** Two groups of people beside each other, while they come in one at a time; no person is kept. */
export type TwoGroups = {
  readonly add: (
    group: Group,
    person: { covariates: Covariates; scores: Readonly<Record<string, number | null>> },
  ) => void
  /** By the name of the score. */
  readonly scores: () => Readonly<Record<string, ScoreBeside>>
  readonly categories: () => Readonly<Record<Covariate, CategoriesBeside>>
}

/** Nobody yet in either of the two. Takes the names of the scores, in order. */
export function twoGroups(names: readonly string[]): TwoGroups {
  const tallies = names.map((name) => [name, [new Map(), new Map()] as Both<Tally>] as const)
  const counted = COVARIATES.map((name) => [name, [new Map(), new Map()] as Both<Map<string | null, number>>] as const)
  return {
    add: (group, { covariates, scores }) => {
      for (const [name, both] of tallies) {
        const value = scores[name] ?? null
        if (value !== null) tallied(both[group], value)
      }
      for (const [name, both] of counted) {
        const category = covariates[name]
        both[group].set(category, (both[group].get(category) ?? 0) + 1)
      }
    },
    scores: () => Object.fromEntries(tallies.map(([name, both]) => [name, scoreBeside(both)])),
    categories: () =>
      Object.fromEntries(counted.map(([name, both]) => [name, categoriesBeside(name, both)])) as Record<
        Covariate,
        CategoriesBeside
      >,
  }
}

function scoreBeside([one, other]: Both<Tally>): ScoreBeside {
  const groups = [descriptionOf(one), descriptionOf(other)] as const
  const enough = groups.every(({ n }) => n >= FEWEST)
  return { n: [groups[0].n, groups[1].n], of: enough ? { groups, g: hedgesG(...groups) } : null }
}

function categoriesBeside(name: Covariate, [one, other]: Both<Map<string | null, number>>): CategoriesBeside {
  const names = inOrder(
    name,
    new Set([...one.keys(), ...other.keys()].filter((category): category is string => category !== null)),
  )
  const known = (group: Map<string | null, number>) =>
    names.reduce((total, category) => total + (group.get(category) ?? 0), 0)
  const n = [known(one), known(other)] as const
  return {
    n,
    unknown: [one.get(null) ?? 0, other.get(null) ?? 0],
    categories:
      Math.min(...n) < FEWEST
        ? null
        : names.map((category) => {
            const counts = [one.get(category) ?? 0, other.get(category) ?? 0] as const
            const table = [
              [counts[0], n[0] - counts[0]],
              [counts[1], n[1] - counts[1]],
            ] as const
            return { category, counts, oddsRatio: oddsRatio(table) }
          }),
  }
}
