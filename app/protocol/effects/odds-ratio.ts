import { type Effect, Z95 } from './effect'

/** Counts of two groups: those who have something, and those who have not. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]]

/** `corrected` says that a half was added to each cell, since one was empty. */
export type OddsRatio = Effect & { readonly corrected: boolean }

/**
 * The odds in the first group over those in the second, with the 95 % interval of its logarithm (Woolf). With an empty cell
 * a half is added to each (Haldane and Anscombe). Null when a row or a column is empty altogether.
 */
export function oddsRatio([[a, b], [c, d]]: TwoByTwo): OddsRatio | null {
  if (a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0) return null
  const corrected = [a, b, c, d].includes(0)
  const more = corrected ? 0.5 : 0
  const cells = [a + more, b + more, c + more, d + more] as const
  const log = Math.log(cells[0]) - Math.log(cells[1]) - Math.log(cells[2]) + Math.log(cells[3])
  const error = Math.sqrt(cells.reduce((total, cell) => total + 1 / cell, 0))
  return {
    value: Math.exp(log),
    interval: { lower: Math.exp(log - Z95 * error), upper: Math.exp(log + Z95 * error) },
    corrected,
  }
}
