import { type Answers, scoredAnswer } from './scoring'
import type { Perspective, ScaleDefinition } from './study'

export type Description = {
  readonly n: number
  readonly mean: number | null
  readonly sd: number | null
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Sum of squared distances from the mean. */
function squares(values: readonly number[]): number {
  const mean = sum(values) / values.length
  return sum(values.map((value) => (value - mean) ** 2))
}

const variance = (values: readonly number[]): number => squares(values) / (values.length - 1)

/** n, mean, standard deviation (n − 1), median and extremes; null where there is nothing to say. */
export function describe(values: readonly number[]): Description {
  const n = values.length
  if (n === 0) return { n, mean: null, sd: null, median: null, min: null, max: null }
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] as number
  return {
    n,
    mean: sum(values) / n,
    sd: n < 2 ? null : Math.sqrt(variance(values)),
    median: (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2,
    min: at(0),
    max: at(n - 1),
  }
}

/** Pearson's r over pairs; null with fewer than two pairs or when one side does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): { n: number; r: number | null } {
  const n = pairs.length
  const left = pairs.map(([value]) => value)
  const right = pairs.map(([, value]) => value)
  const spread = n < 2 ? 0 : Math.sqrt(squares(left) * squares(right))
  if (spread === 0) return { n, r: null }
  const [meanLeft, meanRight] = [sum(left) / n, sum(right) / n]
  return { n, r: sum(pairs.map(([a, b]) => (a - meanLeft) * (b - meanRight))) / spread }
}

/** Cronbach's α over complete rows of item answers; null with fewer than two rows or items, or without variance. */
export function cronbach(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0
  if (rows.length < 2 || items < 2) return null
  const whole = variance(rows.map(sum))
  if (whole === 0) return null
  const column = (item: number) => rows.map((row) => row[item] as number)
  const apart = sum(Array.from({ length: items }, (_, item) => variance(column(item))))
  return (items / (items - 1)) * (1 - apart / whole)
}

/** α per scale with the number of cases that are complete on its items (protocol §7.1). Takes one record of answers a person. */
export function reliability(
  definition: ScaleDefinition,
  perspective: Perspective,
  rows: readonly Answers[],
): Record<string, { n: number; alpha: number | null }> {
  const perScale = definition.scales[perspective].map((scale) => {
    const complete = rows
      .map((answers) => scale.items.flatMap((item) => scoredAnswer(definition.points, item, answers) ?? []))
      .filter((given) => given.length === scale.items.length)
    return [scale.name, { n: complete.length, alpha: cronbach(complete) }] as const
  })
  return Object.fromEntries(perScale)
}
