import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { chiSquareP, goodnessOfFit, independence } from '../../app/protocol/chi-square'
import { lnGamma, upperGamma } from '../../app/protocol/gamma'
import { needs } from '../require'

describe('the gamma function', () => {
  test('is the factorial at whole numbers and √π at a half', () => {
    for (const [n, factorial] of [
      [1, 1],
      [2, 1],
      [5, 24],
      [10, 362_880],
    ] as const)
      expect(lnGamma(n)).toBeCloseTo(Math.log(factorial), 12)
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
    expect(lnGamma(0.25)).toBeCloseTo(1.2880225246980774, 12)
  })

  test('has an upper tail that is exponential at a = 1, whole at 0 and empty at infinity', () => {
    for (const x of [0.1, 1, 5, 40]) expect(upperGamma(1, x) / Math.exp(-x)).toBeCloseTo(1, 10)
    expect([upperGamma(3, 0), upperGamma(3, Number.POSITIVE_INFINITY)]).toEqual([1, 0])
    for (const [a, x] of [
      [0, 1],
      [1, -1],
      [Number.NaN, 1],
      [1, Number.NaN],
    ] as const)
      expect(() => upperGamma(a, x)).toThrow(RangeError)
  })
})

describe('χ²', () => {
  // Critical values as printed in every table of the distribution.
  test.each([
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [7.815, 3, 0.05],
    [11.345, 3, 0.01],
    [16.266, 3, 0.001],
    [18.307, 10, 0.05],
  ])('%f with %i degrees of freedom lies at %f', (statistic, df, p) =>
    expect(chiSquareP(statistic, df)).toBeCloseTo(p, 4),
  )

  test('of a sample that lies as its population is nought, with p = 1', () =>
    expect(
      goodnessOfFit([
        { sample: 1, population: 100 },
        { sample: 3, population: 300 },
      ]),
    ).toEqual({
      statistic: 0,
      df: 1,
      p: 1,
      expected: [1, 3],
      few: true,
    }))

  test('leaves out what nobody has, and says nothing of too little', () => {
    expect(
      goodnessOfFit([
        { sample: 0, population: 0 },
        { sample: 1, population: 1 },
      ]),
    ).toBeNull()
    expect(
      goodnessOfFit([
        { sample: 0, population: 9 },
        { sample: 0, population: 1 },
      ]),
    ).toBeNull()
    expect(
      independence([
        [0, 0],
        [1, 2],
      ]),
    ).toBeNull()
    expect(
      independence([
        [1, 0],
        [2, 0],
      ]),
    ).toBeNull()
    expect(
      independence([
        [10, 20],
        [0, 0],
        [30, 40],
      ]),
    ).toMatchObject({ df: 1, few: false })
  })

  test('is what R says', () => {
    const r = needs('Rscript')
    if (!r) return
    const populations = [
      [431, 736, 637, 697],
      [5, 5, 5, 5],
      [1000, 1, 30, 2],
    ]
    const samples = [
      [40, 92, 81, 89],
      [1, 2, 3, 4],
      [700, 2, 11, 0],
    ]
    const tails = [
      [0.001, 1],
      [0.5, 2],
      [3, 3],
      [12, 3],
      [80, 3],
      [55, 60],
      [400, 300],
      [1500, 1000],
    ] as const
    const script = `
      options(digits = 17, warn = -1)
      vector <- function(x) paste0("[", paste(x, collapse = ","), "]")
      samples <- list(${samples.map((s) => `c(${s})`)}); populations <- list(${populations.map((p) => `c(${p})`)})
      for (i in seq_along(samples)) {
        f <- chisq.test(samples[[i]], p = populations[[i]] / sum(populations[[i]]))
        g <- chisq.test(cbind(samples[[i]], populations[[i]]), correct = FALSE)
        writeLines(c(vector(c(f$statistic, f$parameter, f$p.value)), vector(c(g$statistic, g$parameter, g$p.value))))
      }
      writeLines(vector(pchisq(c(${tails.map(([x]) => x)}), c(${tails.map(([, df]) => df)}), lower.tail = FALSE)))`
    const lines = execFileSync(r, ['-'], { input: script, encoding: 'utf8' }).trim().split('\n')
    const told = lines.map((line) => JSON.parse(line) as number[])
    const own = samples.flatMap((sample, i) => {
      const both = sample.map((count, j) => [count, populations[i]?.[j] as number] as const)
      return [goodnessOfFit(both.map(([s, population]) => ({ sample: s, population }))), independence(both)]
    })
    const numbers = [
      ...own.map((result) => [result?.statistic, result?.df, result?.p]),
      tails.map(([x, df]) => chiSquareP(x, df)),
    ]
    expect(numbers).toHaveLength(told.length)
    for (const [i, line] of told.entries())
      for (const [j, value] of line.entries()) expect((numbers[i]?.[j] as number) / value).toBeCloseTo(1, 9)
  })
})
