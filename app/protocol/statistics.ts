import { type Description, descriptionOf, type Tally, tallied } from './tally'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Distances from the mean; exactly none when all values are the same. */
function distances(values: readonly number[]): number[] {
  const first = values[0] ?? 0
  const mean = sum(values.map((value) => value - first)) / values.length
  return values.map((value) => value - first - mean)
}

/** n, mean, standard deviation (n − 1), median and extremes of values. */
export function describe(values: readonly number[]): Description {
  const tally: Tally = new Map()
  for (const value of values) tallied(tally, value)
  return descriptionOf(tally)
}

/** Pearson's r over pairs; null with fewer than two pairs or when one side does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): { n: number; r: number | null } {
  const n = pairs.length
  const left = distances(pairs.map(([value]) => value))
  const right = distances(pairs.map(([, value]) => value))
  const products = (one: readonly number[], other: readonly number[]) =>
    sum(one.map((value, at) => value * (other[at] as number)))
  const spread = n < 2 ? 0 : Math.sqrt(products(left, left) * products(right, right))
  return { n, r: spread === 0 ? null : products(left, right) / spread }
}
