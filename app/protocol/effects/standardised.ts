/**
 * The standardised difference of two shares: their difference over the standard deviation that the two have on average
 * (Austin, 2009). Says how far apart two groups are whatever their size. Null when neither varies.
 */
export function differenceOfShares(one: number, other: number): number | null {
  const spread = Math.sqrt((one * (1 - one) + other * (1 - other)) / 2)
  return spread > 0 ? (one - other) / spread : null
}
