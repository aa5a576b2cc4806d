import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { smallByPlace } from '../protocol/disclosure/small-by-place'
import { FEW, LEFT_OUT, type Shown, type Sum, smallCells } from '../protocol/disclosure/small-cells'
import { CLASS_NAMES, type Class, DISPOSITION_NAMES, DISPOSITIONS, type Disposition } from '../protocol/dispositions'
import { RATES, type RateResult } from '../protocol/rates'
import { RISK_NAMES } from '../protocol/sample'
import { type Rates, type RatesPart, ratesToday } from './rates'
import { type Recruited, recruitment, type SampleComparison, sampleComparison } from './recruitment'
import { placesKnown } from './sites/places'

/** A rate whose numerator or denominator may be hidden; then it has no value either, which would tell them. */
export type ShownRate = Omit<RateResult, 'name' | 'numerator' | 'denominator'> & {
  readonly numerator: Shown
  readonly denominator: Shown | null
  /** Whether its value is left out. */
  readonly hidden: boolean
}
/** Rates, recruitment and sample as somebody may see them. */
export type ShownRates = {
  readonly counted: {
    readonly cases: Shown
    readonly dispositions: Readonly<Record<Disposition, Shown>>
    readonly classes: Readonly<Record<Class, Shown>>
    readonly e: number | null
    /** Whether e is left out. */
    readonly hiddenE: boolean
    readonly rates: readonly (ShownRate & Pick<RateResult, 'name'>)[]
    readonly responseOfApproached: ShownRate
  }
  readonly recruited: readonly (Omit<Recruited, 'interviews'> & { readonly interviews: Shown })[]
  readonly sample: Pick<SampleComparison, 'fit' | 'others'> & {
    readonly categories: readonly (Pick<SampleComparison['categories'][number], 'category'> & Both)[]
    readonly missing: Both
  }
}
type Both = { readonly sample: Shown; readonly population: Shown }

/** What the page of rates shows of a part of the study, for somebody who may see small counts (`small`) or may not. */
export async function shownRates(db: StudyDb, study: StudyRef, part: RatesPart, small: boolean): Promise<ShownRates> {
  const counted = await ratesToday(db, study, part)
  const sample = await sampleComparison(db, study, part)
  const recruited = await recruitment(db, study, part)
  if (small) return written({ counted, sample }, recruited, (_, n) => n)
  const locals = await Promise.all(
    (await placesKnown(db, study)).map(async (place) => ({
      ...place,
      counts: cellsOf({
        counted: await ratesToday(db, study, place),
        sample: await sampleComparison(db, study, place),
      }),
    })),
  )
  const shown = smallByPlace(locals, SUMS, rankOf)(part)
  const months = monthsShown(recruited)
  return written(
    { counted, sample },
    recruited,
    (cell, n) => shown.get(cell) ?? months.get(cell) ?? (n === 0 ? 0 : FEW),
  )
}

type Counted = { readonly counted: Rates; readonly sample: SampleComparison }

/**
 * The sums of classes that numerators and denominators are, each in the next: so who sees two of them sees their
 * difference too, and that is a count by itself.
 */
const NESTED = {
  interviewed: ['I', 'P'],
  answered: ['interviewed', 'R'],
  contacted: ['answered', 'O'],
  eligible: ['contacted', 'NC'],
  unknown: ['UH', 'UO'],
  without_not_eligible: ['eligible', 'unknown'],
  cases: ['without_not_eligible', 'NE'],
} as const
const NUMERATORS: Readonly<Record<string, string>> = { I: 'I', 'I+P': 'interviewed', R: 'R', 'I+P+R+O': 'contacted' }
const DENOMINATORS: Readonly<Record<string, string>> = {
  'I+P+R': 'answered',
  'I+P+R+O': 'contacted',
  'I+P+R+NC+O': 'eligible',
}
const KINDS = ['sample', 'population'] as const
const CATEGORIES = [...RISK_NAMES, 'missing'] as const

const SUMS: readonly Sum[] = [
  ...Object.entries(NESTED).map(([total, parts]) => ({ total, parts })),
  ...CLASS_NAMES.map((name) => ({
    total: name,
    parts: DISPOSITION_NAMES.filter((one) => DISPOSITIONS[one].class === name),
  })),
  { total: 'approached', parts: ['interviewed', 'not_interviewed'] },
  { total: 'interviewed', parts: CATEGORIES.map((name) => `sample ${name}`) },
  { total: 'cases', parts: CATEGORIES.map((name) => `population ${name}`) },
]

function cellsOf({ counted, sample }: Counted): Map<string, number> {
  const cells = new Map<string, number>()
  for (const name of CLASS_NAMES) cells.set(name, counted.classes[name])
  for (const name of DISPOSITION_NAMES) cells.set(name, counted.dispositions[name] ?? 0)
  for (const [total, parts] of Object.entries(NESTED))
    cells.set(
      total,
      parts.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0),
    )
  const { numerator, denominator } = counted.responseOfApproached
  cells.set('approached', denominator)
  cells.set('not_interviewed', denominator - numerator)
  for (const kind of KINDS) {
    for (const one of sample.categories) cells.set(`${kind} ${one.category}`, one[kind])
    cells.set(`${kind} missing`, sample.missing[kind])
  }
  return cells
}

/** What is left out before what: an ending, then a sum of few classes, then a wider one. */
const ORDER = [...Object.keys(NESTED)]
const rankOf = (cell: string): number =>
  cell === 'approached' ? 1 : ORDER.includes(cell) ? 2 + ORDER.indexOf(cell) : 0

/** The months of a location are hidden in together with their sum, which the flow shows. */
function monthsShown(recruited: readonly Recruited[]): Map<string, Shown> {
  const counts = new Map(recruited.map((one) => [monthCell(one), one.interviews]))
  const sums = [...new Set(recruited.map(({ location }) => location))].map((location) => {
    const here = recruited.filter((one) => one.location === location)
    counts.set(
      `all ${location}`,
      here.reduce((sum, { interviews }) => sum + interviews, 0),
    )
    return { total: `all ${location}`, parts: here.map(monthCell) }
  })
  // the sum stands on another page: it is the last to go
  return smallCells(counts, sums, (cell) => (cell.startsWith('all ') ? 1 : 0))
}
const monthCell = ({ location, month }: Pick<Recruited, 'location' | 'month'>) => `month ${month} ${location}`

function written(
  { counted, sample }: Counted,
  recruited: readonly Recruited[],
  see: (cell: string, n: number) => Shown,
): ShownRates {
  const cells = cellsOf({ counted, sample })
  const at = (cell: string) => see(cell, cells.get(cell) ?? 0)
  const open = (...names: string[]) => names.every((name) => typeof at(name) === 'number')
  const both = (category: string) => ({ sample: at(`sample ${category}`), population: at(`population ${category}`) })
  const shownRate = <T extends Omit<RateResult, 'name'>>(one: T, over: string, under: readonly string[]) => {
    const hidden = !open(over, ...under)
    const alone = under.length === 1 ? under[0] : undefined
    return {
      ...one,
      numerator: at(over),
      denominator: alone ? at(alone) : open(...under) ? one.denominator : LEFT_OUT,
      value: hidden ? null : one.value,
      hidden,
    }
  }
  const compared = CATEGORIES.every((name) => open(`sample ${name}`, `population ${name}`))
  return {
    counted: {
      cases: at('cases'),
      dispositions: Object.fromEntries(DISPOSITION_NAMES.map((name) => [name, at(name)])) as Record<Disposition, Shown>,
      classes: Object.fromEntries(CLASS_NAMES.map((name) => [name, at(name)])) as Record<Class, Shown>,
      e: open('eligible', 'NE') ? counted.e : null,
      hiddenE: !open('eligible', 'NE'),
      rates: counted.rates.map((one) => shownRate(one, numeratorOf(one), denominatorOf(one))),
      responseOfApproached: shownRate(counted.responseOfApproached, 'interviewed', ['approached']),
    },
    recruited: recruited.map((one) => ({ ...one, interviews: see(monthCell(one), one.interviews) })),
    sample: {
      categories: sample.categories.map(({ category }) => ({ category, ...both(category) })),
      missing: both('missing'),
      fit: compared ? sample.fit : null,
      others: compared ? sample.others : null,
    },
  }
}

const numeratorOf = ({ name }: Pick<RateResult, 'name'>): string => NUMERATORS[RATES[name].numerator.join('+')] ?? 'I'

/** The counts that a denominator is made of; with e also those that e is made of. */
function denominatorOf({ name }: Pick<RateResult, 'name'>): string[] {
  const { denominator, unknown } = RATES[name]
  const known = DENOMINATORS[denominator.join('+')] ?? 'eligible'
  return unknown === 'none' ? [known] : unknown === 'all' ? ['without_not_eligible'] : [known, 'unknown', 'NE']
}
