import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scaleDefinitionNamed } from '../../app/protocol/scoring'
import { cronbach, pearson, reliability, describe as summary } from '../../app/protocol/statistics'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

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
  })
})

describe('Cronbach’s α', () => {
  test('is 1 for items that always agree, and by hand for two items', () => {
    expect(cronbach([1, 2, 5, 7].map((value) => [value, value, value]))).toBeCloseTo(1, 12)
    // Items 1 2 3 and 2 2 5: variances 1 and 3, of the sums (3 4 8) 7; 2 × (1 − 4/7).
    expect(
      cronbach([
        [1, 2],
        [2, 2],
        [3, 5],
      ]),
    ).toBeCloseTo(6 / 7, 12)
  })

  test('needs two rows, two items and some variance', () => {
    expect(cronbach([])).toBeNull()
    expect(cronbach([[1, 2]])).toBeNull()
    expect(cronbach([[1], [2]])).toBeNull()
    expect(
      cronbach([
        [1, 2],
        [1, 2],
      ]),
    ).toBeNull()
  })

  test('counts the cases that are complete on the scale, scale by scale', () => {
    const full = { i06: 1, i07: 7, i19: 6, i20: 5, i21: 7, i04: 2, i13: 3, i14: 1, i17: 2 }
    const { i06: _, ...withoutTrust } = full
    const rows = [full, { ...full, i07: 3, i04: 5 }, withoutTrust]
    const found = reliability(scaleDefinitionNamed(werkalliantie, 'alpha'), 'client', rows)
    expect(Object.values(found).map(({ n }) => n)).toEqual([2, 0, 0, 3])
    expect(found.bond).toEqual({ n: 0, alpha: null })
  })
})
