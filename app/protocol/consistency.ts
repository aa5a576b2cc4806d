import { fQuantile } from './beta'

/**
 * Sums of whole numbers and of their products over any number of rows: all that α needs, so that no row is kept. They are
 * exact while n² × points² stays below 2⁵³ (13 million rows on seven points).
 */
export type Sums = { n: number; readonly items: Float64Array; readonly products: Float64Array }

/** How an item hangs together with its scale: with the sum of all items, with the sum of the others, and α without it. */
export type ItemTotal = {
  readonly r: number | null
  readonly r_drop: number | null
  readonly alpha_drop: number | null
}
/** Ends of an interval, both included. */
export type Interval = { readonly lower: number; readonly upper: number }
/** Cronbach's α over the rows that are complete, its 95 % interval, and its items in order; null where there is nothing to say. */
export type Consistency = {
  readonly n: number
  readonly alpha: number | null
  readonly interval: Interval | null
  readonly items: readonly ItemTotal[]
}

/** Nothing yet of a scale with so many items. */
export const noSums = (items: number): Sums => ({
  n: 0,
  items: new Float64Array(items),
  products: new Float64Array(items * items),
})

/** Adds a complete row. */
export function addRow(sums: Sums, row: readonly number[]): void {
  const width = sums.items.length
  sums.n += 1
  for (let i = 0; i < width; i += 1) {
    const value = row[i] as number
    sums.items[i] = (sums.items[i] as number) + value
    for (let j = 0; j < width; j += 1)
      sums.products[i * width + j] = (sums.products[i * width + j] as number) + value * (row[j] as number)
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** α of so many items, from their variances together and the variance of their sum. */
const alphaOf = (items: number, apart: number, whole: number): number | null =>
  items < 2 || whole === 0 ? null : (items / (items - 1)) * (1 - apart / whole)

/** r from a covariance and the two variances. */
const correlation = (together: number, one: number, other: number): number | null =>
  one === 0 || other === 0 ? null : together / Math.sqrt(one * other)

/** What the sums come to; no α with fewer than two rows or items, or without variance (protocol §7.1). */
export function consistencyOf({ n, items, products }: Sums): Consistency {
  const width = items.length
  const columns = Array.from({ length: width }, (_, column) => column)
  /** Covariance × n(n − 1), a whole number: what is asked of it are ratios. */
  const together = (i: number, j: number) =>
    n * (products[i * width + j] as number) - (items[i] as number) * (items[j] as number)
  const alone = columns.map((item) => together(item, item))
  const withAll = columns.map((item) => sum(columns.map((other) => together(item, other))))
  const [apart, whole] = [sum(alone), sum(withAll)]
  const alpha = alphaOf(width, apart, whole)
  return {
    n,
    alpha,
    interval: alpha === null ? null : feldt(alpha, n, width),
    items: columns.map((item) => {
      const [own, all] = [alone[item] as number, withAll[item] as number]
      const rest = whole - 2 * all + own
      return {
        r: correlation(all, own, whole),
        r_drop: correlation(all - own, own, rest),
        alpha_drop: alphaOf(width - 1, apart - own, rest),
      }
    }),
  }
}

/** 95 % interval of α by Feldt's F, as R's `psych` has it: (1 − α) times the F of n − 1 and (n − 1)(items − 1) degrees of freedom. */
function feldt(alpha: number, n: number, items: number): Interval {
  const bound = (p: number) => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (items - 1))
  return { lower: bound(0.975), upper: bound(0.025) }
}
