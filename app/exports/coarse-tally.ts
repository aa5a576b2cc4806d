import { type Description, descriptionOf, type Tally, tallied } from '../protocol/tally'

/** So many different values are told apart. */
const KEPT = 16_384

/** What numbers come to that were counted one by one. */
type Counted = {
  readonly description: Description
  /** The median is not further than this from the real one; 0 is exact. */
  readonly within: number
  /** How often each value came; null when there were too many kinds. */
  readonly exact: Tally | null
}
/** Moments of values that are not kept (Welford), and their ends. */
type Moments = { n: number; mean: number; squares: number; min: number; max: number }

/**
 * Counts numbers in memory that does not grow with them. Up to `kept` different values all is exact. When there are more,
 * the values are counted on a grid of a power of ten, as fine as fits between the ends so far: n, mean, SD and ends stay
 * exact, only the median is then known to within half a step of the grid, which is said.
 */
export function coarseTally(kept = KEPT): { readonly add: (value: number) => void; readonly counted: () => Counted } {
  let tally: Tally = new Map()
  let step = 0
  let within = 0
  let moments: Moments | undefined

  function coarsen() {
    moments ??= momentsOf(descriptionOf(tally))
    const { min, max } = moments
    const [finer, before] = [step, tally]
    step = 10 ** Math.ceil(Math.log10(2 * (max / kept - min / kept)))
    within += step / 2
    tally = new Map()
    for (const [key, count] of before) {
      const place = Math.round((finer === 0 ? key : key * finer) / step)
      tally.set(place, (tally.get(place) ?? 0) + count)
    }
  }

  return {
    add: (value) => {
      if (moments) into(moments, value)
      tallied(tally, step === 0 ? value : Math.round(value / step))
      if (tally.size > kept) coarsen()
    },
    counted: () => {
      if (!moments) return { description: descriptionOf(tally), within: 0, exact: tally }
      const { n, mean, squares, min, max } = moments
      const onGrid = descriptionOf(new Map([...tally].map(([place, count]) => [place * step, count])))
      return {
        description: { n, mean, sd: Math.sqrt(squares / (n - 1)), median: onGrid.median, min, max },
        within,
        exact: null,
      }
    },
  }
}

const momentsOf = ({ n, mean, sd, min, max }: Description): Moments => ({
  n,
  mean: mean as number,
  squares: (sd as number) ** 2 * (n - 1),
  min: min as number,
  max: max as number,
})

function into(moments: Moments, value: number): void {
  const away = value - moments.mean
  moments.n += 1
  moments.mean += away / moments.n
  moments.squares += away * (value - moments.mean)
  if (value < moments.min) moments.min = value
  if (value > moments.max) moments.max = value
}
