import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hedgesG } from '../../app/protocol/effects/hedges'
import { oddsRatio, type TwoByTwo } from '../../app/protocol/effects/odds-ratio'
import { differenceOfShares } from '../../app/protocol/effects/standardised'
import { describe as summary } from '../../app/protocol/statistics'
import { inR, READERS } from '../exports/readers'

const score = fc.integer({ min: 7, max: 49 }).map((sevenths) => sevenths / 7)
const group = (most: number) => fc.array(score, { minLength: 3, maxLength: most })
const cell = fc.integer({ min: 1, max: 400 })
const table = fc.tuple(cell, cell, cell, cell)

const drawnGroups = [5, 12, 40, 300, 2000].flatMap((most, seed) =>
  fc.sample(fc.tuple(group(most), group(most)), { seed, numRuns: 4 }),
)
const drawnTables = fc.sample(table, { seed: 1, numRuns: 20 })

/** By the formulas of the books: base R has none of the three by name, but a logistic regression gives an odds ratio. */
const SCRIPT = `
told <- function(...) cat(sprintf("[%s]\\n", paste(sprintf("%.17g", c(...)), collapse = ",")))
g <- function(a, b) {
  m <- length(a) + length(b) - 2
  s <- sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) / m)
  j <- exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
  y <- j * (mean(a) - mean(b)) / s
  e <- sqrt(1 / length(a) + 1 / length(b) + y^2 / (2 * (length(a) + length(b))))
  told(y, y - qnorm(.975) * e, y + qnorm(.975) * e)
}
or <- function(a, b, c, d) {
  fit <- glm(cbind(c(a, c), c(b, d)) ~ c(1, 0), family = binomial, control = list(epsilon = 1e-14, maxit = 100))
  told(exp(c(coef(fit)[[2]], confint.default(fit)[2, ])))
}
smd <- function(p, q) told((p - q) / sqrt((p * (1 - p) + q * (1 - q)) / 2))
`

const fromR = async (calls: readonly string[]) =>
  (await inR(SCRIPT + calls.join('\n')))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as number[])

const close = (ours: readonly number[], theirs: readonly number[] | undefined, enough: number) => {
  expect(ours.length).toBe(theirs?.length)
  for (const [at, value] of ours.entries()) expect(Math.abs(value / (theirs?.[at] as number) - 1)).toBeLessThan(enough)
}

test.runIf(READERS.r)('g, odds ratios and standardised differences are what R makes of the same numbers', async () => {
  const c = (values: readonly number[]) => `c(${values.join(',')})`
  const shares = drawnTables.map(([a, b, c, d]) => [a / (a + b), c / (c + d)] as const)
  const theirs = await fromR([
    ...drawnGroups.map(([one, other]) => `g(${c(one)}, ${c(other)})`),
    ...drawnTables.map((cells) => `or(${cells.join(',')})`),
    ...shares.map(([p, q]) => `smd(${p}, ${q})`),
  ])
  const found = [
    ...drawnGroups.map(([one, other]) => hedgesG(summary(one), summary(other))),
    ...drawnTables.map(([a, b, c, d]) =>
      oddsRatio([
        [a, b],
        [c, d],
      ]),
    ),
  ].map((effect) => (effect ? [effect.value, effect.interval.lower, effect.interval.upper] : []))
  const own = [...found, ...shares.map(([p, q]) => [differenceOfShares(p, q) ?? 0])]
  expect(own.length).toBe(theirs.length)
  for (const [at, line] of own.entries()) close(line, theirs[at], 1e-8)
})

describe('Hedges’ g', () => {
  test('turns with the groups, and neither shifting nor stretching both changes it', () => {
    fc.assert(
      fc.property(group(30), group(30), fc.integer({ min: 1, max: 5 }), (one, other, by) => {
        const there = hedgesG(summary(one), summary(other))
        const back = hedgesG(summary(other), summary(one))
        const moved = hedgesG(
          summary(one.map((value) => by * value + 3)),
          summary(other.map((value) => by * value + 3)),
        )
        if (there === null) expect([back, moved]).toEqual([null, null])
        else {
          expect(back?.value).toBeCloseTo(-there.value, 9)
          expect(moved?.value).toBeCloseTo(there.value, 6)
          expect(there.interval.lower).toBeLessThan(there.value)
          expect(there.interval.upper).toBeGreaterThan(there.value)
        }
      }),
    )
  })

  test('is not there of groups without spread', () => {
    expect(hedgesG(summary([4, 4, 4]), summary([5, 5]))).toBeNull()
    expect(hedgesG(summary([]), summary([5, 6]))).toBeNull()
    expect(hedgesG(summary([4]), summary([5, 6]))).toBeNull()
  })
})

describe('an odds ratio', () => {
  test('by hand, and with a half in each cell when one is empty', () => {
    const table: TwoByTwo = [
      [10, 20],
      [5, 40],
    ]
    expect(oddsRatio(table)).toMatchObject({ value: expect.closeTo(4, 12), corrected: false })
    const empty = oddsRatio([
      [10, 20],
      [0, 45],
    ])
    expect([empty?.corrected, empty?.value]).toEqual([true, expect.closeTo((10.5 * 45.5) / (20.5 * 0.5), 9)])
  })

  test('is not there when nobody has it, everybody has, or a group is empty', () => {
    for (const table of [
      [
        [0, 5],
        [0, 9],
      ],
      [
        [5, 0],
        [9, 0],
      ],
      [
        [0, 0],
        [4, 5],
      ],
      [
        [4, 5],
        [0, 0],
      ],
    ] as TwoByTwo[])
      expect(oddsRatio(table)).toBeNull()
  })
})

test('two shares that nobody varies in have no standardised difference; half a spread is half', () => {
  expect([differenceOfShares(0, 0), differenceOfShares(1, 1)]).toEqual([null, null])
  expect(differenceOfShares(0.5, 0.25)).toBeCloseTo(0.25 / Math.sqrt((0.25 + 0.1875) / 2), 12)
})
