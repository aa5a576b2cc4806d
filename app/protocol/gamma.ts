// The regularised incomplete gamma function, for p-values of χ². Series and continued fraction as in Abramowitz and
// Stegun, Handbook of Mathematical Functions, 6.5.29 and 6.5.31; ln Γ by the approximation of Lanczos (g = 7, n = 9).

const LANCZOS: readonly [number, ...number[]] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
const TINY = 1e-300
const ENOUGH = 1e-15
const MOST_TERMS = 10_000

/** The natural logarithm of Γ(x), for x > 0. */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const [first, ...rest] = LANCZOS
  const t = x + 6.5
  const series = rest.reduce((total, coefficient, i) => total + coefficient / (x + i), first)
  return Math.log(Math.sqrt(2 * Math.PI) * series) + (x - 0.5) * Math.log(t) - t
}

/** Q(a, x) = Γ(a, x) / Γ(a): the upper tail, for a > 0 and x ≥ 0; between 0 and 1. Throws a RangeError outside these. */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError('the gamma function is not asked for here')
  if (x === 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x)
}

const scale = (a: number, x: number) => Math.exp(a * Math.log(x) - x - lnGamma(a))

function lowerBySeries(a: number, x: number): number {
  let term = 1 / a
  let total = term
  for (let n = 1; n < MOST_TERMS && Math.abs(term) > Math.abs(total) * ENOUGH; n += 1) {
    term *= x / (a + n)
    total += term
  }
  return total * scale(a, x)
}

/** The continued fraction, forwards by the method of Lentz. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let total = d
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const step = -n * (n - a)
    b += 2
    d = 1 / (step * d + b || TINY)
    c = b + step / c || TINY
    total *= c * d
    if (Math.abs(c * d - 1) < ENOUGH) break
  }
  return total * scale(a, x)
}
