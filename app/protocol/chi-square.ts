import { upperGamma } from './gamma'

/** χ², its degrees of freedom and p; `few` says that an expected count lies below five, so that p is only roughly right. */
export type ChiSquare = {
  readonly statistic: number
  readonly df: number
  readonly p: number
  readonly expected: readonly number[]
  readonly few: boolean
}

/** Below this an expected count makes the approximation rough. */
export const FEW_EXPECTED = 5

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** The chance of at least this χ² when nothing differs. */
export const chiSquareP = (statistic: number, df: number): number => upperGamma(df / 2, statistic / 2)

function tested(observed: readonly number[], expected: readonly number[], df: number): ChiSquare {
  const statistic = sum(observed.map((count, i) => (count - (expected[i] as number)) ** 2 / (expected[i] as number)))
  const few = expected.some((count) => count < FEW_EXPECTED)
  return { statistic, df, p: chiSquareP(statistic, df), expected, few }
}

/**
 * Goodness of fit: does a sample lie over the categories as its population does? Takes both counts a category; categories
 * that the population lacks are left out. Null when fewer than two are left, or when the sample is empty.
 */
export function goodnessOfFit(
  categories: readonly { readonly sample: number; readonly population: number }[],
): ChiSquare | null {
  const there = categories.filter(({ population }) => population > 0)
  const n = sum(there.map(({ sample }) => sample))
  const all = sum(there.map(({ population }) => population))
  if (there.length < 2 || n === 0) return null
  return tested(
    there.map(({ sample }) => sample),
    there.map(({ population }) => (n * population) / all),
    there.length - 1,
  )
}

/**
 * Independence of two groups and the categories: do they lie over them alike? Rows are categories, with a count for each
 * group; rows that are empty are left out. Null when fewer than two are left, or when a group is empty.
 */
export function independence(rows: readonly (readonly [number, number])[]): ChiSquare | null {
  const there = rows.filter(([left, right]) => left + right > 0)
  const groups = [sum(there.map(([left]) => left)), sum(there.map(([, right]) => right))] as const
  const all = groups[0] + groups[1]
  if (there.length < 2 || groups[0] === 0 || groups[1] === 0) return null
  const expected = there.flatMap((row) => groups.map((group) => (group * sum(row)) / all))
  return tested(there.flat(), expected, there.length - 1)
}
