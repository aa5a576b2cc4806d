import { expect, test } from 'vitest'
import { people, shownCategories, shownCounts, shownSample } from '../../app/protocol/report/small'
import type { CategoriesBeside } from '../../app/protocol/report/two-groups'

const beside = (...counts: (readonly [number, number])[]): CategoriesBeside => ({
  n: [counts.reduce((sum, [one]) => sum + one, 0), counts.reduce((sum, [, other]) => sum + other, 0)],
  unknown: [0, 0],
  categories: counts.map((pair, at) => ({
    category: String(at),
    counts: pair,
    oddsRatio: { value: 1, interval: { lower: 0.5, upper: 2 }, corrected: false },
  })),
})

test('whoever may see small counts sees all of them as they are', () => {
  const { categories, hidden } = shownCategories(beside([3, 40], [20, 60]), true)
  expect(hidden).toBe(false)
  expect(categories?.map(({ counts }) => counts)).toEqual([
    [3, 40],
    [20, 60],
  ])
  expect(categories?.[0]?.shares).toEqual([3 / 23, 0.4])
  expect([people(1, true), people(1, false), people(0, false), people(5, false)]).toEqual([1, '<5', 0, 5])
})

test('a small count is hidden, with another from which it would follow, and with everything that is computed of it', () => {
  const { categories, hidden, n } = shownCategories(beside([3, 40], [20, 60], [50, 7]), false)
  expect(categories?.map(({ counts }) => counts)).toEqual([
    ['<5', 40],
    ['*', 60],
    [50, 7],
  ])
  // no share of that column, and no odds ratio at all: each would give the count back
  expect(categories?.map(({ shares }) => shares[0])).toEqual([null, null, null])
  expect(categories?.[1]?.shares[1]).toBeCloseTo(60 / 107, 12)
  expect(categories?.every(({ oddsRatio }) => oddsRatio === null)).toBe(true)
  expect([hidden, n]).toEqual([true, ['<5', 107]])
})

test('a few whose category is not known are a small count too', () => {
  const { unknown, categories } = shownCategories({ ...beside([30, 40], [20, 60]), unknown: [2, 0] }, false)
  expect(unknown).toEqual(['<5', 0])
  expect(categories?.map(({ counts }) => counts[0])).toEqual([30, '*'])
})

test('of a group that is too small only how large it is is told, and not exactly when it is of a few', () => {
  const tooFew = { n: [3, 40], unknown: [0, 1], categories: null } as const
  expect(shownCategories(tooFew, false)).toMatchObject({ n: ['<5', 40], unknown: [0, '<5'], categories: null })
})

test('a sample tells no standardised difference where a count is hidden', () => {
  const category = (name: string, sample: number, population: number) => ({
    category: name,
    sample,
    population,
    difference: 0.1,
  })
  const of = (...categories: ReturnType<typeof category>[]) =>
    shownSample({ sample: 62, population: 160, unknown: { sample: 0, population: 0 }, categories }, false)
  expect(of(category('a', 22, 60), category('b', 40, 100)).categories?.[0]).toMatchObject({ difference: 0.1 })
  expect(of(category('a', 2, 60), category('b', 60, 100)).categories).toEqual([
    { category: 'a', counts: ['<5', 60], shares: [null, 0.375], oddsRatio: null, difference: null },
    { category: 'b', counts: ['*', 100], shares: [null, 0.625], oddsRatio: null, difference: null },
  ])
})

test('of an outcome those of whom it is not known are hidden first, and nothing is compared when who has it is hidden', () => {
  const counts = { yes: 41, no: 120, missing: 3, not_yet_known: 8, not_linked: 0 }
  expect(shownCounts(counts, true)).toEqual({ counts, compared: true })
  expect(shownCounts(counts, false)).toEqual({
    counts: { ...counts, missing: '<5', not_yet_known: '*' },
    compared: true,
  })
  expect(shownCounts({ ...counts, not_yet_known: 0 }, false)).toMatchObject({ counts: { no: '*' }, compared: false })
  expect(shownCounts({ ...counts, yes: 2 }, false)).toMatchObject({ counts: { yes: '<5' }, compared: false })
})
