/** How far two readings of the same answers are equal: in how many, which share, and Cohen's κ (nominal). */
export type Agreement = {
  readonly n: number
  readonly equal: number
  readonly share: number | null
  readonly kappa: number | null
}

/**
 * Agreement of two readings over all answers that were compared, whichever question they belong to; what one reading left
 * open is a value like the others. No share without answers; no κ when chance alone would make all equal, since both
 * readings then hold one and the same value only.
 */
export function agreement(pairs: readonly (readonly [string | number | null, string | number | null])[]): Agreement {
  const n = pairs.length
  const equal = pairs.filter(([one, other]) => one === other).length
  if (n === 0) return { n, equal, share: null, kappa: null }
  const values = new Set(pairs.flat())
  const times = (side: 0 | 1, value: string | number | null) => pairs.filter((pair) => pair[side] === value).length
  const byChance = [...values].reduce<number>((total, value) => total + times(0, value) * times(1, value), 0)
  // whole numbers, so that "all by chance" is seen exactly
  const kappa = byChance === n * n ? null : (n * equal - byChance) / (n * n - byChance)
  return { n, equal, share: equal / n, kappa }
}
