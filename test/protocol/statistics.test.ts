import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pearson, describe as summary } from '../../app/protocol/statistics'

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 })

describe('descriptives', () => {
  test('by hand', () => {
    const { sd, ...rest } = summary([2, 4, 4, 4, 5, 5, 7, 9])
    expect(rest).toEqual({ n: 8, mean: 5, median: 4.5, min: 2, max: 9 })
    expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 12)
    expect(summary([3, 1, 2]).median).toBe(2)
  })

  test('say nothing of nothing, and know no spread of one', () => {
    expect(summary([])).toEqual({ n: 0, mean: null, sd: null, median: null, min: null, max: null })
    expect(summary([4])).toEqual({ n: 1, mean: 4, sd: null, median: 4, min: 4, max: 4 })
    // what a binary fraction cannot hold is no spread either
    expect(summary([4.6, 4.6, 4.6])).toEqual({ n: 3, mean: 4.6, sd: 0, median: 4.6, min: 4.6, max: 4.6 })
  })

  test('move along with the values and leave them as they were', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -9, max: 9 }), (given, shift) => {
        const kept = [...given]
        const [before, after] = [summary(given), summary(given.map((value) => value + shift))]
        expect(given).toEqual(kept)
        expect(after.mean).toBeCloseTo((before.mean ?? 0) + shift, 9)
        expect(after.sd).toBeCloseTo(before.sd ?? 0, 9)
        expect(after.median).toBe((before.median ?? 0) + shift)
      }),
    )
  })
})

describe('Pearson’s r', () => {
  test('is 1 along a rising line, −1 along a falling one, and null without variance', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (given, slope) => {
        const along = (sign: number) => pearson(given.map((value) => [value, sign * slope * value + 3] as const)).r
        if (new Set(given).size < 2) expect(along(1)).toBeNull()
        else expect([along(1), along(-1)].map((r) => Math.round((r ?? 0) * 1e9) / 1e9)).toEqual([1, -1])
      }),
    )
    expect(pearson([])).toEqual({ n: 0, r: null })
    expect(pearson([[1, 2]])).toEqual({ n: 1, r: null })
    expect(pearson([4, 5, 7].map((value) => [4.6, value] as const))).toEqual({ n: 3, r: null })
  })
})
