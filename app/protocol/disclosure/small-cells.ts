/** From this number on a count is no longer about people who could be pointed out (decided; the cell of five of `disclosure.ts`). */
export const LEAST_SHOWN = 5
/** Instead of a count of one to four. */
export const FEW = '<5'
/** Instead of a count of five or more that would tell a smaller one. */
export const LEFT_OUT = '*'
/** A count as somebody may see it. */
export type Shown = number | typeof FEW | typeof LEFT_OUT

/** A count that stands by itself, for somebody who is not to see small ones. */
export const few = (n: number): Shown => (isSmall(n) ? FEW : n)

/** A count that is the sum of others. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

type Counts = ReadonlyMap<string, number>
type Range = { least: number; most: number }
type Ranges = Map<string, Range>

/** More rounds than any page needs: sums that run in a circle could go on for long. */
const MOST_SWEEPS = 100

/**
 * Counts as they may be shown to somebody who is not to see small ones: one to four is `<5`, and so is everything that a
 * total of one to four consists of, zero too (else four times `<5` in a `<5` is four times one). Where the sums would tell
 * exactly what a small one is, a larger one is left out, and another, until they do not: of those in the same sum the one
 * of the lowest `rank` first, then the smallest. What cannot be hidden by that: two days laid beside each other.
 */
export function smallCells(
  counts: Counts,
  sums: readonly Sum[],
  rank: (key: string) => number = () => 0,
): Map<string, Shown> {
  const shown = new Map<string, Shown>([...counts].map(([key, n]) => [key, few(n)]))
  for (const { total, parts } of sums)
    if (isSmall(counts.get(total) ?? 0)) for (const part of parts) shown.set(part, FEW)
  const within = new Map<string, Sum[]>()
  for (const sum of sums)
    for (const key of [sum.total, ...sum.parts]) within.set(key, [...(within.get(key) ?? []), sum])
  for (;;) {
    const ranges = rangesOf(counts, shown, sums)
    const told = [...ranges].filter(([key, { least, most }]) => shown.get(key) === FEW && least === most && least > 0)
    const mended = new Set<Sum>()
    let more = false
    for (const [key] of told) {
      const around = sumsAround(key, within, shown)
      if (around.some((sum) => mended.has(sum))) continue
      const [next] = around
        .flatMap(({ total, parts }) => [total, ...parts])
        .filter((one) => typeof shown.get(one) === 'number' && (counts.get(one) ?? 0) >= LEAST_SHOWN)
        .sort((a, b) => rank(a) - rank(b) || (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
      if (next === undefined) continue
      shown.set(next, LEFT_OUT)
      for (const sum of around) mended.add(sum)
      more = true
    }
    if (!more) return shown
  }
}

const isSmall = (n: number) => n > 0 && n < LEAST_SHOWN

/** The sums that a hidden count stands in; when nothing is left in them to hide, those of what is hidden in them too. */
function sumsAround(
  key: string,
  within: ReadonlyMap<string, readonly Sum[]>,
  shown: ReadonlyMap<string, Shown>,
): Sum[] {
  const reached = new Set([key])
  const found = new Set<Sum>()
  for (const one of reached)
    for (const sum of within.get(one) ?? []) {
      found.add(sum)
      if ([...found].some(({ total, parts }) => [total, ...parts].some((other) => hidable(shown.get(other))))) continue
      for (const other of [sum.total, ...sum.parts]) if (typeof shown.get(other) !== 'number') reached.add(other)
    }
  return [...found]
}
const hidable = (one: Shown | undefined) => typeof one === 'number' && one >= LEAST_SHOWN

/** Between what each count must lie for whoever sees the others and can add: the tightest that the sums give. */
function rangesOf(counts: Counts, shown: ReadonlyMap<string, Shown>, sums: readonly Sum[]): Ranges {
  const partsOfFew = new Set(sums.filter(({ total }) => shown.get(total) === FEW).flatMap(({ parts }) => parts))
  const ranges: Ranges = new Map(
    [...counts].map(([key, n]) => {
      const seen = shown.get(key)
      if (seen === FEW) return [key, { least: partsOfFew.has(key) ? 0 : 1, most: LEAST_SHOWN - 1 }]
      return [key, seen === LEFT_OUT ? { least: LEAST_SHOWN, most: Number.POSITIVE_INFINITY } : { least: n, most: n }]
    }),
  )
  for (let sweep = 0, tighter = true; tighter && sweep < MOST_SWEEPS; sweep++) {
    tighter = false
    for (const sum of sums) if (tightened(sum, ranges)) tighter = true
  }
  return ranges
}

/** Lays a total and its parts beside each other; whether that made any of them narrower. */
function tightened({ total, parts }: Sum, ranges: Ranges): boolean {
  const whole = ranges.get(total)
  const each = parts.flatMap((part) => ranges.get(part) ?? [])
  if (!whole) return false
  const sumOf = (bound: keyof Range, but?: Range) =>
    each.reduce((sum, one) => (one === but ? sum : sum + one[bound]), 0)
  let tighter = narrowed(whole, sumOf('least'), sumOf('most'))
  for (const one of each) {
    if (one.least === one.most) continue
    if (narrowed(one, whole.least - sumOf('most', one), whole.most - sumOf('least', one))) tighter = true
  }
  return tighter
}

function narrowed(range: Range, least: number, most: number): boolean {
  const tighter = least > range.least || most < range.most
  range.least = Math.max(range.least, least)
  range.most = Math.min(range.most, most)
  return tighter
}
