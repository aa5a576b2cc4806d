import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addRow, consistencyOf, noSums } from '../../app/protocol/consistency'
import { figures, reliability } from '../../app/protocol/scale-figures'
import { scaleDefinitionNamed } from '../../app/protocol/scoring'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const over = (rows: readonly (readonly number[])[], width = rows[0]?.length ?? 0) => {
  const sums = noSums(width)
  for (const row of rows) addRow(sums, row)
  return consistencyOf(sums)
}
const ITEMS = 4
const row = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: ITEMS, maxLength: ITEMS })
const table = fc.array(row, { minLength: 2, maxLength: 60 })
const definition = scaleDefinitionNamed(werkalliantie, 'alpha')

describe('Cronbach’s α', () => {
  test('is 1 for items that always agree, and by hand for two items', () => {
    const same = over([1, 2, 5, 7].map((value) => [value, value, value]))
    expect(same.alpha).toBeCloseTo(1, 12)
    expect(same.interval?.lower).toBeCloseTo(1, 12)
    for (const item of same.items) {
      expect(item.r).toBeCloseTo(1, 12)
      expect(item.r_drop).toBeCloseTo(1, 12)
    }
    // Items 1 2 3 and 2 2 5: variances 1 and 3, of the sums (3 4 8) 7; 2 × (1 − 4/7).
    const two = over([
      [1, 2],
      [2, 2],
      [3, 5],
    ])
    expect(two.alpha).toBeCloseTo(6 / 7, 12)
    // without one of two nothing is left to agree; each correlates with the other alone
    expect(two.items.map(({ alpha_drop }) => alpha_drop)).toEqual([null, null])
    expect(two.items[0]?.r_drop).toBeCloseTo(Math.sqrt(3) / 2, 12)
    expect(two.items[1]?.r_drop).toBeCloseTo(Math.sqrt(3) / 2, 12)
  })

  test('needs two rows, two items and some variance', () => {
    const nothing = { alpha: null, interval: null }
    expect(over([], 2)).toMatchObject({ n: 0, ...nothing })
    expect(over([[1, 2]])).toMatchObject({ n: 1, ...nothing })
    expect(over([[1], [2]])).toMatchObject({ n: 2, ...nothing })
    const never = { r: null, r_drop: null, alpha_drop: null }
    expect(
      over([
        [1, 2],
        [1, 2],
      ]),
    ).toEqual({ n: 2, ...nothing, items: [never, never] })
    // two items that undo each other: their sum never differs
    expect(
      over([
        [1, 7],
        [7, 1],
        [4, 4],
      ]),
    ).toMatchObject({ n: 3, ...nothing })
  })

  test('an item that never varies correlates with nothing', () => {
    const { items } = over([
      [4, 1, 2],
      [4, 2, 2],
      [4, 5, 6],
    ])
    expect(items[0]).toMatchObject({ r: null, r_drop: null })
    expect(items[1]?.r_drop).not.toBeNull()
  })

  test('lies in its interval and does not depend on the order of people', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const found = over(rows)
        expect(over([...rows].reverse())).toEqual(found)
        if (found.alpha === null) {
          expect(found.interval).toBeNull()
          return
        }
        const { lower = 2, upper = -2 } = found.interval ?? {}
        expect(lower <= found.alpha && found.alpha <= upper && upper <= 1).toBe(true)
      }),
    )
  })

  test('does not change when every item is turned round', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(over(rows.map((values) => values.map((value) => 8 - value)))).toEqual(over(rows))
      }),
    )
  })

  test('is narrower the more people there are', () => {
    const rows = [
      [1, 2, 2],
      [3, 3, 5],
      [6, 4, 6],
      [7, 7, 5],
    ]
    const width = (times: number) => {
      const { interval } = over(Array.from({ length: times }, () => rows).flat())
      return (interval?.upper ?? 0) - (interval?.lower ?? 0)
    }
    expect(width(1)).toBeGreaterThan(width(5))
    expect(width(5)).toBeGreaterThan(width(50))
  })
})

test('α counts the cases that are complete on the scale, scale by scale', () => {
  const full = { i06: 1, i07: 7, i19: 6, i20: 5, i21: 7, i04: 2, i13: 3, i14: 1, i17: 2 }
  const { i06: _, ...withoutTrust } = full
  const rows = [full, { ...full, i07: 3, i04: 5 }, withoutTrust]
  const found = reliability(definition, 'client', rows)
  expect(Object.values(found).map(({ n }) => n)).toEqual([2, 0, 0, 3])
  expect(found.bond).toMatchObject({ n: 0, alpha: null, interval: null })
})

test('a reversed item counts as it is scored: turned round it belongs to its scale', () => {
  const people = [1, 3, 5, 6, 7].map((value) => ({ i06: 8 - value, i07: value, i19: value, i20: value, i21: value }))
  const { trust } = reliability(definition, 'client', people)
  expect(trust?.alpha).toBeCloseTo(1, 12)
})

test('nobody is kept: a hundred thousand people take the room of one', () => {
  const found = figures(definition, 'client')
  const given = { i04: 1, i13: 2, i14: 3, i17: 4 }
  for (let n = 0; n < 100_000; n += 1) found.add({ ...given, i04: 1 + (n % 7) })
  expect(found.descriptives().friction).toMatchObject({ n: 100_000, min: 2.5, max: 4 })
  expect(found.consistency().friction).toMatchObject({ n: 100_000 })
})
