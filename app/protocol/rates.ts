import { CLASS_NAMES, type Class, DISPOSITIONS, type Disposition } from './dispositions'

/** How many cases ended in each class; classes that nobody ended in are 0. */
export type ClassCounts = Readonly<Record<Class, number>>

/** What happens to cases of unknown eligibility in a denominator: all of them, the part e that is estimated eligible, or none. */
type Unknown = 'all' | 'estimated' | 'none'
type Rate = { readonly numerator: readonly Class[]; readonly denominator: readonly Class[]; readonly unknown: Unknown }

const INTERVIEWED = ['I', 'P'] as const
const ELIGIBLE = ['I', 'P', 'R', 'NC', 'O'] as const
const CONTACTED = ['I', 'P', 'R', 'O'] as const
const UNKNOWN = ['UH', 'UO'] as const

const rate = (numerator: readonly Class[], denominator: readonly Class[], unknown: Unknown): Rate => ({
  numerator,
  denominator,
  unknown,
})

/** Response, cooperation, refusal and contact rates, as the Standard Definitions of AAPOR number them. */
export const RATES = {
  RR1: rate(['I'], ELIGIBLE, 'all'),
  RR2: rate(INTERVIEWED, ELIGIBLE, 'all'),
  RR3: rate(['I'], ELIGIBLE, 'estimated'),
  RR4: rate(INTERVIEWED, ELIGIBLE, 'estimated'),
  RR5: rate(['I'], ELIGIBLE, 'none'),
  RR6: rate(INTERVIEWED, ELIGIBLE, 'none'),
  COOP1: rate(['I'], CONTACTED, 'none'),
  COOP2: rate(INTERVIEWED, CONTACTED, 'none'),
  COOP3: rate(['I'], ['I', 'P', 'R'], 'none'),
  COOP4: rate(INTERVIEWED, ['I', 'P', 'R'], 'none'),
  REF1: rate(['R'], ELIGIBLE, 'all'),
  REF2: rate(['R'], ELIGIBLE, 'estimated'),
  REF3: rate(['R'], ELIGIBLE, 'none'),
  CON1: rate(CONTACTED, ELIGIBLE, 'all'),
  CON2: rate(CONTACTED, ELIGIBLE, 'estimated'),
  CON3: rate(CONTACTED, ELIGIBLE, 'none'),
} as const satisfies Record<string, Rate>
export type RateName = keyof typeof RATES
export const RATE_NAMES = Object.keys(RATES) as RateName[]

/** A rate with what it was computed of; `value` lies between 0 and 1, and is null when there is nothing to divide by. */
export type RateResult = {
  readonly name: RateName
  readonly formula: string
  readonly numerator: number
  readonly denominator: number | null
  readonly value: number | null
}

const sum = (counts: ClassCounts, classes: readonly Class[]) => classes.reduce((total, name) => total + counts[name], 0)

/**
 * e: the part of the cases of unknown eligibility that is taken to be eligible, as among those whose eligibility is known
 * (proportional allocation). Null when it is known of nobody.
 */
export function estimatedEligible(counts: ClassCounts): number | null {
  const eligible = sum(counts, ELIGIBLE)
  const known = eligible + counts.NE
  return known === 0 ? null : eligible / known
}

/** Every rate over these counts. A rate that needs e, of which there is none while cases are unknown, is null. */
export function ratesOf(counts: ClassCounts): RateResult[] {
  const unknown = sum(counts, UNKNOWN)
  const e = estimatedEligible(counts)
  const added: Readonly<Record<Unknown, number | null>> = {
    all: unknown,
    estimated: unknown === 0 ? 0 : e === null ? null : e * unknown,
    none: 0,
  }
  return RATE_NAMES.map((name) => {
    const { numerator, denominator, unknown: how } = RATES[name]
    const more = added[how]
    const over = sum(counts, numerator)
    const under = more === null ? null : sum(counts, denominator) + more
    return { name, formula: formulaOf(name), numerator: over, denominator: under, value: under ? over / under : null }
  })
}

/** A rate as it is written: `I / (I + P + R + NC + O + e × (UH + UO))`. */
export function formulaOf(name: RateName): string {
  const { numerator, denominator, unknown }: Rate = RATES[name]
  const unknowns = UNKNOWN.join(' + ')
  const more = { all: ` + ${unknowns}`, estimated: ` + e × (${unknowns})`, none: '' }[unknown]
  const over = numerator.length > 1 ? `(${numerator.join(' + ')})` : numerator.join()
  return `${over} / (${denominator.join(' + ')}${more})`
}

/** e as it is written. */
export const FORMULA_OF_E = `(${ELIGIBLE.join(' + ')}) / (${ELIGIBLE.join(' + ')} + NE)`

/** Cases by disposition, laid together by class. */
export function classCounts(dispositions: Readonly<Partial<Record<Disposition, number>>>): ClassCounts {
  const counts = Object.fromEntries(CLASS_NAMES.map((name) => [name, 0])) as Record<Class, number>
  for (const [name, count] of Object.entries(dispositions)) counts[DISPOSITIONS[name as Disposition].class] += count
  return counts
}

/**
 * The study's own rate, as its publications give it (protocol §2): of those approached, how many were interviewed. Computed
 * of cases, not of classes: whoever reached step 5 was approached, also while no answer is there yet.
 */
export const responseOfApproached = (counts: { readonly interviewed: number; readonly approached: number }) => ({
  formula: 'interviewed / approached',
  numerator: counts.interviewed,
  denominator: counts.approached,
  value: counts.approached === 0 ? null : counts.interviewed / counts.approached,
})
