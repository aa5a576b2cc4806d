import { expect, test } from 'vitest'
import { along, dotsOf, SQUARE, tooMany } from '../../app/ui/scatter-layout'

const RANGE = { least: 1, most: 7 }
const apart = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y)

test('the least value stands at the left and at the bottom, the greatest at the right and at the top', () => {
  const [low, high] = dotsOf(
    [
      { x: 1, y: 1, count: 1 },
      { x: 7, y: 7, count: 1 },
    ],
    RANGE,
  )
  expect(low).toMatchObject({ x: SQUARE.left, y: SQUARE.top + SQUARE.side })
  expect(high).toMatchObject({ x: SQUARE.left + SQUARE.side, y: SQUARE.top })
})

test('pairs with the same two scores stand around their place, each on its own, and the same each time', () => {
  const spot = { x: 6.2, y: 4.8, count: 12 }
  const dots = dotsOf([spot], RANGE)
  expect(dots).toHaveLength(12)
  expect(dotsOf([spot], RANGE)).toEqual(dots)
  const [centre, ...others] = dots
  if (!centre) throw new Error('no dot')
  for (const [at, one] of dots.entries())
    for (const other of dots.slice(at + 1)) expect(apart(one, other)).toBeGreaterThan(1.5)
  // not as far as the next score: a fifth of a step on a scale of five items
  const step = along(RANGE, 1.2) - along(RANGE, 1)
  expect(Math.max(...others.map((one) => apart(one, centre)))).toBeLessThan(step)
})

test('of very many there is one dot a place, the larger the more pairs', () => {
  const spots = [
    { x: 2, y: 3, count: 90_000 },
    { x: 5, y: 6, count: 10 },
  ]
  expect(tooMany(spots)).toBe(true)
  const [many, few] = dotsOf(spots, RANGE)
  expect(dotsOf(spots, RANGE)).toHaveLength(2)
  expect(many?.radius).toBeGreaterThan((few?.radius ?? 0) * 3)
})
