/** How often each value came. Of scores there are few kinds, so that any number of them takes little room. */
export type Tally = Map<number, number>

/** n, mean, standard deviation (n − 1), median and extremes; null where there is nothing to say. */
export type Description = {
  readonly n: number
  readonly mean: number | null
  readonly sd: number | null
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
}

/** Counts one more value. */
export function tallied(tally: Tally, value: number): void {
  tally.set(value, (tally.get(value) ?? 0) + 1)
}

/** What the values of a tally come to. */
export function descriptionOf(tally: Tally): Description {
  const counts = [...tally].sort(([a], [b]) => a - b)
  const n = counts.reduce((total, [, count]) => total + count, 0)
  if (n === 0) return { n, mean: null, sd: null, median: null, min: null, max: null }
  const first = counts[0]?.[0] as number
  // from the first value on, so that values which are all the same have that mean exactly, and no spread
  const mean = first + counts.reduce((total, [value, count]) => total + (value - first) * count, 0) / n
  const squares = counts.reduce((total, [value, count]) => total + count * (value - mean) ** 2, 0)
  const at = (place: number) => valueAt(counts, place)
  return {
    n,
    mean,
    sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    median: (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2,
    min: at(0),
    max: at(n - 1),
  }
}

/** The value at a place of the sorted row, counted from 0. */
function valueAt(sorted: readonly (readonly [number, number])[], place: number): number {
  let passed = 0
  const found = sorted.find(([, count]) => {
    passed += count
    return passed > place
  })
  return found?.[0] as number
}
