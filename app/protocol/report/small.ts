import { FEW, few, type Shown, type Sum, smallCells } from '../disclosure/small-cells'
import type { OddsRatio } from '../effects/odds-ratio'
import type { OutcomeSeen } from './case'
import type { SampleWithin } from './sample'
import type { CategoriesBeside, ScoreBeside } from './two-groups'

// What of the report's counts somebody sees who may not see small ones. Whoever may (`small`) sees them as they are.

/** Counts that add up to a number which stands elsewhere; `open` when none of them is hidden, so that shares may be told. */
type Column = { readonly cells: ReadonlyMap<string, Shown>; readonly open: boolean }

const WHOLE = '\u0000whole'

/** A column of counts; what is hidden beside a small one is the lowest of `rank` first. */
function column(counts: ReadonlyMap<string, number>, small: boolean, rank: (key: string) => number = () => 0): Column {
  if (small) return { cells: counts, open: true }
  const whole = [...counts.values()].reduce((total, n) => total + n, 0)
  const sum: Sum = { total: WHOLE, parts: [...counts.keys()] }
  // the sum itself stands on other pages: leaving it out here would hide nothing
  const ranked = (key: string) => (key === WHOLE ? Number.POSITIVE_INFINITY : rank(key))
  const cells = smallCells(new Map([...counts, [WHOLE, whole]]), [sum], ranked)
  cells.delete(WHOLE)
  return { cells, open: [...cells.values()].every((one) => typeof one === 'number') }
}

/** A number of people that adds up to nothing. */
export const people = (n: number, small: boolean): Shown => (small ? n : few(n))

/** Figures of so many people. */
type OfPeople = { readonly n: number }
type Counted<T extends OfPeople> = Omit<T, 'n'> & { readonly n: Shown }

/** Figures with the number of people behind them, as it may be seen. */
export const counted = <T extends OfPeople>(of: T, small: boolean): Counted<T> => ({ ...of, n: people(of.n, small) })

/** The same of each, by name. */
export const eachCounted = <T extends OfPeople>(
  all: Readonly<Record<string, T>>,
  small: boolean,
): Readonly<Record<string, Counted<T>>> =>
  Object.fromEntries(Object.entries(all).map(([name, of]) => [name, counted(of, small)]))

const UNKNOWN = '\u0000unknown'
type Both<T> = readonly [T, T]

/** Two columns over the categories of a covariate; a share is null, and what is computed of counts too, where one is hidden. */
export type ShownColumns = {
  readonly n: Both<Shown>
  readonly unknown: Both<Shown>
  readonly categories:
    | readonly {
        readonly category: string
        readonly counts: Both<Shown>
        readonly shares: Both<number | null>
        readonly oddsRatio: OddsRatio | null
        readonly difference: number | null
      }[]
    | null
  /** Whether something is hidden. */
  readonly hidden: boolean
}

type Columns = {
  readonly n: Both<number>
  readonly unknown: Both<number>
  readonly categories:
    | readonly {
        readonly category: string
        readonly counts: Both<number>
        readonly oddsRatio?: OddsRatio | null
        readonly difference?: number | null
      }[]
    | null
}

function columns({ n, unknown, categories }: Columns, small: boolean): ShownColumns {
  if (!categories)
    return {
      n: [people(n[0], small), people(n[1], small)],
      unknown: [people(unknown[0], small), people(unknown[1], small)],
      categories: null,
      hidden: false,
    }
  const of = (at: 0 | 1) =>
    column(
      new Map([...categories.map(({ category, counts }) => [category, counts[at]] as const), [UNKNOWN, unknown[at]]]),
      small,
    )
  const [one, other] = [of(0), of(1)]
  const open = one.open && other.open
  const cell = ({ cells }: Column, key: string) => cells.get(key) ?? 0
  return {
    n: [one.open ? n[0] : FEW, other.open ? n[1] : FEW],
    unknown: [cell(one, UNKNOWN), cell(other, UNKNOWN)],
    categories: categories.map(({ category, counts, oddsRatio, difference }) => ({
      category,
      counts: [cell(one, category), cell(other, category)],
      shares: [one.open && n[0] > 0 ? counts[0] / n[0] : null, other.open && n[1] > 0 ? counts[1] / n[1] : null],
      oddsRatio: open ? (oddsRatio ?? null) : null,
      difference: open ? (difference ?? null) : null,
    })),
    hidden: !open,
  }
}

/** Two groups on each score. */
export const shownScores = (all: Readonly<Record<string, ScoreBeside>>, small: boolean) =>
  Object.fromEntries(
    Object.entries(all).map(([name, { n, of }]) => [
      name,
      { of, n: [people(n[0], small), people(n[1], small)] as const },
    ]),
  )

/** Two groups beside each other. */
export const shownCategories = (of: CategoriesBeside, small: boolean): ShownColumns => columns(of, small)

/** A sample within its population. */
export const shownSample = (of: SampleWithin, small: boolean): ShownColumns =>
  columns(
    {
      n: [of.sample, of.population],
      unknown: [of.unknown.sample, of.unknown.population],
      categories:
        of.categories?.map(({ category, sample, population, difference }) => ({
          category,
          counts: [sample, population] as const,
          difference,
        })) ?? null,
    },
    small,
  )

/** How many had an outcome. Who had it and who had not are hidden last: what compares the two is shown only with both. */
export function shownCounts(counts: Readonly<Record<OutcomeSeen, number>>, small: boolean) {
  const rank = (key: string) => ['no', 'yes'].indexOf(key) + 1
  const { cells } = column(new Map(Object.entries(counts)), small, rank)
  const shown = Object.fromEntries(cells) as Record<OutcomeSeen, Shown>
  return { counts: shown, compared: typeof shown.yes === 'number' && typeof shown.no === 'number' }
}
