import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEW, LEFT_OUT, type Shown, type Sum, smallCells } from '../../../app/protocol/disclosure/small-cells'

/** A total of some groups, each of some counts. */
type Tree = readonly (readonly number[])[]
const tree: fc.Arbitrary<Tree> = fc.array(
  fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat(5) }, fc.nat(12)), { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 3 },
)
const add = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)

function laidOut(groups: Tree) {
  const leaves = groups.map((parts, group) => parts.map((n, at) => [`${group}.${at}`, n] as const))
  const counts = new Map<string, number>([
    ['all', add(groups.flat())],
    ...groups.map((parts, group) => [`${group}`, add(parts)] as const),
    ...leaves.flat(),
  ])
  const sums: Sum[] = [
    { total: 'all', parts: groups.map((_, group) => `${group}`) },
    ...leaves.map((parts, group) => ({ total: `${group}`, parts: parts.map(([key]) => key) })),
  ]
  return { counts, sums }
}

/** Every way to fill the leaves that looks the same. */
function waysToBe(groups: Tree, shown: ReadonlyMap<string, Shown>): number[][][] {
  const fits = (key: string, n: number) => {
    const seen = shown.get(key)
    return seen === FEW ? n < 5 : seen === LEFT_OUT ? n >= 5 : n === seen
  }
  let found: number[][][] = [[]]
  for (const [group, parts] of groups.entries()) {
    let ways: number[][] = [[]]
    for (const at of parts.keys())
      ways = ways.flatMap((way) =>
        Array.from({ length: 17 }, (_, n) => n)
          .filter((n) => fits(`${group}.${at}`, n))
          .map((n) => [...way, n]),
      )
    ways = ways.filter((way) => fits(`${group}`, add(way)))
    found = found.flatMap((before) => ways.map((way) => [...before, way]))
    if (found.length > 60_000) return []
  }
  return found.filter((way) => fits('all', add(way.flat())))
}

test('no count of one to four is shown, and none follows from what is: by every way to fill in the rest', () => {
  fc.assert(
    fc.property(tree, (groups) => {
      const { counts, sums } = laidOut(groups)
      const shown = smallCells(counts, sums)
      for (const [key, n] of counts) if (n > 0 && n < 5) expect(shown.get(key)).toBe(FEW)
      const ways = waysToBe(groups, shown)
      fc.pre(ways.length > 0)
      for (const [group, parts] of groups.entries()) {
        for (const [at, n] of parts.entries())
          if (n > 0 && n < 5) expect(new Set(ways.map((way) => way[group]?.[at])).size).toBeGreaterThan(1)
        const whole = add(parts)
        if (whole > 0 && whole < 5) expect(new Set(ways.map((way) => add(way[group] ?? []))).size).toBeGreaterThan(1)
      }
    }),
    { numRuns: 300 },
  )
})

test('without a small count everything is shown', () => {
  const { counts, sums } = laidOut([
    [5, 0, 9],
    [12, 7],
  ])
  expect(smallCells(counts, sums)).toEqual(counts)
})

const seen = (groups: Tree, rank?: (key: string) => number) => {
  const { counts, sums } = laidOut(groups)
  return Object.fromEntries(smallCells(counts, sums, rank))
}

test('one small count takes a second out of its sum, else the total could be taken apart', () => {
  expect(seen([[3, 8, 20], [30]])).toMatchObject({ '0.0': FEW, '0.1': LEFT_OUT, '0.2': 20, 0: 31, all: 61 })
  // two small ones hide each other
  expect(seen([[3, 2, 20], [30]])).toMatchObject({ '0.0': FEW, '0.1': FEW, '0.2': 20, 0: 25, all: 55 })
  // but not when only one pair of numbers comes to that
  expect(seen([[1, 1, 20], [30]])).toMatchObject({ '0.0': FEW, '0.1': FEW, '0.2': LEFT_OUT, 0: 22 })
})

test('the caller says what is left out first', () => {
  const largeFirst = (key: string) => (key === '0.2' ? 0 : 1)
  expect(seen([[3, 8, 20], [30]], largeFirst)).toMatchObject({ '0.1': 8, '0.2': LEFT_OUT, 0: 31 })
})

test('a small total says nothing of what it consists of, not even the zeros', () => {
  expect(seen([[1, 1, 1, 1, 0], [30], [9]])).toMatchObject({ '0.0': FEW, '0.4': FEW, 0: FEW })
})
