// The regularised incomplete beta function, for intervals that follow from an F distribution. Continued fraction as in
// Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.8, by the method of Lentz.
import { lnGamma } from './gamma'

const TINY = 1e-300
const ENOUGH = 1e-15
const MOST_TERMS = 100_000

/** I(x; a, b): the lower tail of a beta distribution, for a, b > 0 and x from 0 to 1. Throws a RangeError outside these. */
function lowerBeta(x: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(x <= 1)) throw new RangeError('the beta function is not asked for here')
  if (x === 0 || x === 1) return x
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b))
  // on the other side the fraction would take far more terms
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY)
  let total = d
  const take = (step: number) => {
    d = 1 / (1 + step * d || TINY)
    c = 1 + step / c || TINY
    total *= c * d
  }
  for (let m = 1; m < MOST_TERMS; m += 1) {
    take((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)))
    take((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)))
    if (Math.abs(c * d - 1) < ENOUGH) break
  }
  return total
}

/** The value below which an F with these degrees of freedom lies with chance p, for 0 < p < 1. */
export function fQuantile(p: number, df1: number, df2: number): number {
  let [low, middle, high] = [0, 0.5, 1]
  // halved until no number lies between the two
  while (low < middle && middle < high) {
    if (lowerBeta(middle, df1 / 2, df2 / 2) < p) low = middle
    else high = middle
    middle = (low + high) / 2
  }
  return (middle / (1 - middle)) * (df2 / df1)
}
