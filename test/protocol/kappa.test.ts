import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement } from '../../app/protocol/kappa'

const answers = fc.array(fc.tuple(fc.option(fc.integer({ min: 1, max: 5 })), fc.option(fc.integer({ min: 1, max: 5 }))))

test('by hand: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no', () => {
  const many = (times: number, one: number, other: number) => Array.from({ length: times }, () => [one, other] as const)
  const pairs = [...many(20, 1, 1), ...many(5, 1, 0), ...many(10, 0, 1), ...many(15, 0, 0)]
  const { kappa, ...rest } = agreement(pairs)
  expect(rest).toEqual({ n: 50, equal: 35, share: 0.7 })
  // (.7 − .5) / (1 − .5)
  expect(kappa).toBeCloseTo(0.4, 12)
})

test('nothing compared says nothing; one value only says no κ', () => {
  expect(agreement([])).toEqual({ n: 0, equal: 0, share: null, kappa: null })
  expect(
    agreement([
      [4, 4],
      [4, 4],
    ]),
  ).toEqual({ n: 2, equal: 2, share: 1, kappa: null })
  expect(agreement([[null, null]])).toMatchObject({ share: 1, kappa: null })
})

test('all equal is 1, and each reading always another value is below 0', () => {
  expect(
    agreement([
      [1, 1],
      [2, 2],
      ['no_answer', 'no_answer'],
      [null, null],
    ]),
  ).toMatchObject({ share: 1, kappa: 1 })
  expect(
    agreement([
      [1, 2],
      [2, 1],
    ]),
  ).toMatchObject({ share: 0, kappa: -1 })
})

test('which reading came first makes no difference, nor which codes the answers have', () => {
  fc.assert(
    fc.property(answers, (pairs) => {
      const found = agreement(pairs)
      expect(agreement(pairs.map(([one, other]) => [other, one] as const))).toEqual(found)
      const named = (value: number | null) => (value === null ? null : `code ${value}`)
      expect(agreement(pairs.map(([one, other]) => [named(one), named(other)] as const))).toEqual(found)
      if (found.kappa !== null) expect(found.kappa <= 1 && found.kappa >= -1).toBe(true)
    }),
  )
})
