import { differenceOfShares } from '../effects/standardised'
import { FEWEST } from '../fewest'
import { COVARIATES, type Covariate, type Covariates, inOrder } from './covariates'

/** A sample within its population over the categories of one covariate; null when either is too small. Unknown is in none. */
export type SampleWithin = {
  readonly sample: number
  readonly population: number
  readonly unknown: { readonly sample: number; readonly population: number }
  readonly categories:
    | readonly {
        readonly category: string
        readonly sample: number
        readonly population: number
        /** Standardised difference of the two shares. */
        readonly difference: number | null
      }[]
    | null
}

/** So many people of whom the register says the same, and how many of them are in the sample. */
export type Alike = { readonly covariates: Covariates; readonly population: number; readonly sample: number }

/** The sample beside everybody it was drawn from (the sample included), by covariate. */
export function sampleWithin(groups: readonly Alike[]): Readonly<Record<Covariate, SampleWithin>> {
  return Object.fromEntries(COVARIATES.map((name) => [name, within(name, groups)])) as Record<Covariate, SampleWithin>
}

function within(name: Covariate, groups: readonly Alike[]): SampleWithin {
  const counts = new Map<string | null, { sample: number; population: number }>()
  for (const { covariates, population, sample } of groups) {
    const before = counts.get(covariates[name]) ?? { sample: 0, population: 0 }
    counts.set(covariates[name], { sample: before.sample + sample, population: before.population + population })
  }
  const unknown = counts.get(null) ?? { sample: 0, population: 0 }
  counts.delete(null)
  const names = [...counts.keys()].filter((category): category is string => category !== null)
  const all = [...counts.values()]
  const sample = all.reduce((total, one) => total + one.sample, 0)
  const population = all.reduce((total, one) => total + one.population, 0)
  const categories = inOrder(name, names).map((category) => {
    const of = counts.get(category) ?? { sample: 0, population: 0 }
    return { category, ...of, difference: differenceOfShares(of.sample / sample, of.population / population) }
  })
  return { sample, population, unknown, categories: Math.min(sample, population) < FEWEST ? null : categories }
}
