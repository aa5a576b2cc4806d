import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coarseTally } from '../../app/exports/coarse-tally'
import { distributions } from '../../app/exports/distribution'
import type { Value, Variable } from '../../app/exports/table/table'
import { describe as described } from '../../app/protocol/statistics'
import { anyFilled, filledWith, tableOf, variable } from './made-tables'

const words = (text: string) => ({ nl: text, en: text })
async function of(one: Variable, values: readonly Value[]) {
  const { table, rows } = filledWith(
    tableOf([one]),
    values.map((value) => [value]),
  )
  const [found] = await distributions(table, rows())
  return found
}

describe('a variable', () => {
  const agreement = variable('integer', 1, {
    measure: 'ordinal',
    values: [1, 2, 3].map((code) => ({ code, label: words(`step ${code}`) })),
    missing: [-8, -9].map((code) => ({ code, label: words(String(code)) })),
  })

  test('of codes has each of them, what is missing by reason, and a description', async () => {
    expect(await of(agreement, [1, 3, 3, -9, null, 7, -9])).toEqual({
      n: 4,
      missing: [
        { code: -8, n: 0 },
        { code: -9, n: 2 },
      ],
      empty: 1,
      distinct: 3,
      frequencies: [
        { code: 1, n: 1 },
        { code: 2, n: 0 },
        { code: 3, n: 2 },
        { code: 7, n: 1 },
      ],
      description: { ...described([1, 3, 3, 7]), within: 0 },
    })
  })

  test('of codes that only name something has no mean', async () => {
    expect(await of({ ...agreement, measure: 'nominal' }, [1, 2])).not.toHaveProperty('description')
  })

  test('of text is not listed, unless it has codes; then nothing but these', async () => {
    const plain = variable('text', 1)
    expect(await of(plain, ['AB12', 'CD34', 'AB12', null])).toEqual({ n: 3, missing: [], empty: 1, distinct: 2 })
    const coded = { ...plain, values: [{ code: 'yes', label: words('yes') }] }
    expect(await of(coded, ['yes', 'Jan', null])).toEqual({
      n: 2,
      missing: [],
      empty: 1,
      distinct: 2,
      frequencies: [{ code: 'yes', n: 1 }],
    })
    const many = Array.from({ length: 2000 }, (_, at) => `text ${at}`)
    expect(await of(plain, many)).toMatchObject({ n: 2000, distinct: null })
  })

  test('of numbers of many kinds is described, not listed', async () => {
    const values = Array.from({ length: 500 }, (_, at) => at)
    expect(await of(variable('integer', 1), values)).toEqual({
      n: 500,
      missing: [],
      empty: 0,
      distinct: 500,
      description: { ...described(values), within: 0 },
    })
  })
})

test('of any table every row is counted once, whatever the batches', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilled, fc.integer({ min: 1, max: 9 }), async ({ table, rows }, batch) => {
      const found = await distributions(table, filledWith(table, rows, batch).rows())
      expect(found.length).toBe(table.variables.length)
      for (const { n, missing, empty } of found)
        expect(n + empty + missing.reduce((sum, one) => sum + one.n, 0)).toBe(rows.length)
      expect(await distributions(table, filledWith(table, rows).rows())).toEqual(found)
    }),
  )
})

describe('more kinds of numbers than are kept', () => {
  const numbers = fc.oneof(
    fc.array(fc.double({ noNaN: true, min: -1e100, max: 1e100 }), { minLength: 1, maxLength: 300 }),
    fc.array(
      fc.integer({ min: -7_000_000, max: 7_000_000 }).map((whole) => whole / 1e6),
      { minLength: 1, maxLength: 300 },
    ),
  )

  test('leave n and ends as they are, and the median as near as is said', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const tally = coarseTally(16)
        for (const value of values) tally.add(value)
        const { description, within } = tally.counted()
        const real = described(values)
        expect([description.n, description.min, description.max]).toEqual([real.n, real.min, real.max])
        const off = Math.abs((description.median as number) - (real.median as number))
        expect(off).toBeLessThanOrEqual(within * (1 + 1e-9) + Math.abs(real.median as number) * 1e-9)
      }),
    )
  })

  test('leave mean and SD as they are', () => {
    const values = Array.from({ length: 5000 }, (_, at) => Math.sin(at) * 6)
    const tally = coarseTally(1000)
    for (const value of values) tally.add(value)
    const { description, within, exact } = tally.counted()
    const real = described(values)
    expect(exact).toBeNull()
    expect(within).toBeLessThanOrEqual(0.06)
    expect(description.mean).toBeCloseTo(real.mean as number, 10)
    expect(description.sd).toBeCloseTo(real.sd as number, 10)
  })
})
