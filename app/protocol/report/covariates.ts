import { ageBands, genders, oldestIn } from '../instruments/choices'
import { RISK_CATEGORIES, RISK_NAMES } from '../sample'
import type { Words } from '../words'

/** What the register says of everybody, by which groups are compared. */
export const COVARIATES = ['gender', 'age_band', 'region', 'level', 'risk'] as const
export type Covariate = (typeof COVARIATES)[number]
/** The category of each; null is not known. */
export type Covariates = Readonly<Record<Covariate, string | null>>

/** What a row of the register says; the year is that of registration. */
export type RegisterFacts = {
  readonly gender: string | null
  readonly birthYear: number | null
  readonly registeredIn: number
  readonly region: string
  readonly supervisionLevel: number | null
  readonly riskCategory: string | null
}

const GENDERS = { male: 1, female: 2, other: 3 } as const

const labels: Readonly<Record<Exclude<Covariate, 'region'>, Readonly<Record<string, Words>>>> = {
  gender: Object.fromEntries(
    Object.entries(GENDERS).flatMap(([name, code]) => {
      const option = genders.find((one) => one.code === code)
      return option ? [[name, option.label]] : []
    }),
  ),
  age_band: Object.fromEntries(ageBands.map(({ name, label }) => [name, label])),
  level: Object.fromEntries(
    [1, 2, 3].map((level) => [String(level), { nl: `Niveau ${level}`, en: `Level ${level}` }] as const),
  ),
  risk: RISK_CATEGORIES,
}

/** The categories of somebody. Of an age only the years are known: it is the age that is reached in the year of registration. */
export function covariatesOf(facts: RegisterFacts): Covariates {
  const age = facts.birthYear === null ? null : facts.registeredIn - facts.birthYear
  const band = age === null ? undefined : ageBands.find(({ code }) => age <= (oldestIn(code) ?? 0))
  return {
    gender: facts.gender,
    age_band: band?.name ?? null,
    region: facts.region,
    level: facts.supervisionLevel === null ? null : String(facts.supervisionLevel),
    risk: facts.riskCategory,
  }
}

/** How a category is called; one that the tables do not have goes by its own name. */
export const categoryWords = (covariate: Covariate, category: string): Words => {
  const known = covariate === 'region' ? undefined : labels[covariate][category]
  return known ?? { nl: category, en: category }
}

/** Categories in the order in which they are listed: that of the tables, then by name. */
export function inOrder(covariate: Covariate, categories: Iterable<string>): string[] {
  const known = covariate === 'region' ? [] : covariate === 'risk' ? RISK_NAMES : Object.keys(labels[covariate])
  const place = (one: string) => (known as readonly string[]).indexOf(one)
  return [...categories].sort((one, other) => {
    const [a, b] = [place(one), place(other)].map((at) => (at < 0 ? known.length : at)) as [number, number]
    return a - b || (one < other ? -1 : one > other ? 1 : 0)
  })
}
