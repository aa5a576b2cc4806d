import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coarsened } from '../../../app/protocol/disclosure/coarsen'
import { disclosureOf, type Person } from '../../../app/protocol/disclosure/disclosure'
import { leftOut, type QuasiIdentifier, type Steps } from '../../../app/protocol/disclosure/quasi-identifier'
import { identifiers, NO_NUMBERS, OUTCOMES, person } from './people'

/** The same by looking at everybody beside everybody else: for each person, all who are alike. */
function alikeOf(people: readonly Person[], steps: Steps, leaving: string | null = null): Person[][] {
  const told = identifiers.filter(({ name }) => name !== leaving)
  const seen = people.map(({ values }) =>
    JSON.stringify(told.map((one) => coarsened(one, steps[one.name] ?? 0, values[one.name] ?? null))),
  )
  return seen.map((own) => people.filter((_, at) => seen[at] === own))
}
const below = (people: readonly Person[], k: number, steps: Steps, leaving: string | null = null) =>
  alikeOf(people, steps, leaving).filter(({ length }) => length < k).length

const everySteps: Steps[] = [0, 1, 2].flatMap((letter) =>
  [0, 1, 2, 3].flatMap((years) => [0, 1].map((place) => ({ letter, years, place }))),
)
const costOf = (steps: Steps) =>
  identifiers.flatMap(({ name, ladder }) => ladder.slice(0, steps[name] ?? 0)).reduce((sum, { cost }) => sum + cost, 0)

const people = fc.array(person, { maxLength: 40 })
const sharingNone = people.map((all) => all.map((one) => ({ ...one, numbers: NO_NUMBERS })))
const measured = (all: readonly Person[], k: number, steps: Steps = {}) =>
  disclosureOf(identifiers, all, { outcomes: OUTCOMES, k, steps, listed: 1000 })

test('it counts what counting everybody beside everybody else counts, coarse or not', async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.integer({ min: 2, max: 6 }), fc.constantFrom(...everySteps), async (all, k, steps) => {
      const found = await measured(all, k, steps)
      const alike = alikeOf(all, steps)
      const classes = [...new Map(alike.map((them) => [all.indexOf(them[0] as Person), them])).values()]
      expect(found.rows).toBe(all.length)
      expect(found.classes).toBe(classes.length)
      expect(found.smallest).toBe(all.length === 0 ? null : Math.min(...classes.map(({ length }) => length)))
      expect(found.uniques).toBe(alike.filter(({ length }) => length === 1).length)
      expect(found.below.rows).toBe(below(all, k, steps))
      expect(found.listed.map(({ n }) => n)).toEqual(
        classes
          .map(({ length }) => length)
          .filter((n) => n < k)
          .sort((a, b) => a - b),
      )
      for (const { name, uniques, below: safe } of found.contributions) {
        const left = alikeOf(all, steps, name)
        expect(uniques).toBe(found.uniques - left.filter(({ length }) => length === 1).length)
        expect(safe).toBe(found.below.rows - left.filter(({ length }) => length < k).length)
      }
      for (const same of found.outcomes) {
        const known = classes
          .map((them) => new Set(them.map(({ outcomes }) => outcomes[same.outcome])))
          .map((values) => [...values].filter((value) => value === 'yes' || value === 'no'))
          .filter(({ length }) => length > 0)
        expect(same.classes).toBe(known.length)
        expect(same.smallest).toBe(known.length === 0 ? null : Math.min(...known.map(({ length }) => length)))
        expect(same.same).toBe(known.filter(({ length }) => length === 1).length)
        expect(same.exposed).toBe(known.filter((values) => values.join() === 'yes').length)
      }
    }),
    { numRuns: 150 },
  )
})

test('suggested steps leave as few below k as any steps do, and no rung of them can be spared', async () => {
  await fc.assert(
    fc.asyncProperty(sharingNone, fc.integer({ min: 2, max: 6 }), async (all, k) => {
      const { suggestion, below: now } = await measured(all, k)
      expect(suggestion === null).toBe(now.rows === 0)
      if (!suggestion) return
      const { steps, cost, rowsBelow } = suggestion
      const fewest = Math.min(...everySteps.map((one) => below(all, k, one)))
      expect(rowsBelow).toBe(fewest)
      expect(below(all, k, steps)).toBe(fewest)
      expect(cost).toBe(costOf(steps))
      const cheapest = Math.min(...everySteps.filter((one) => below(all, k, one) === fewest).map(costOf))
      expect(cost).toBeGreaterThanOrEqual(cheapest)
      for (const [name, rungs] of Object.entries(steps))
        expect(below(all, k, { ...steps, [name]: rungs - 1 })).toBeGreaterThan(fewest)
    }),
    { numRuns: 150 },
  )
})

test('the same people in another order, or as they come from a stream, give the same', async () => {
  await fc.assert(
    fc.asyncProperty(people, async (all) => {
      const stream = async function* () {
        for (const one of [...all].reverse()) yield one
      }
      const found = await disclosureOf(identifiers, stream(), { outcomes: OUTCOMES })
      expect(found).toEqual(await disclosureOf(identifiers, all, { outcomes: OUTCOMES }))
      expect(found.k).toBe(5)
    }),
    { numRuns: 60 },
  )
})

test('who was taken up a ladder can be taken further: the same as all rungs at once', () => {
  for (const identifier of identifiers)
    for (const value of [null, 'a', 'd', 'elsewhere', 0, 5, 99])
      for (let to = 0; to <= identifier.ladder.length; to++)
        for (let from = 0; from <= to; from++)
          expect(coarsened(identifier, to, coarsened(identifier, from, value))).toBe(coarsened(identifier, to, value))
  const [first] = identifiers
  expect(first && (() => coarsened(first, 9, 'a'))).toThrow(RangeError)
})

test('a suggestion from coarse values goes on from there', async () => {
  const all = Array.from({ length: 12 }, (_, at) => ({
    values: { letter: 'abcd'[at % 4] ?? null, years: at % 6, place: 'here' },
    numbers: NO_NUMBERS,
    outcomes: {},
  }))
  const { suggestion } = await measured(all, 6, { years: 1 })
  const { steps, rowsBelow } = suggestion as NonNullable<typeof suggestion>
  expect([(steps.years ?? 0) >= 1, rowsBelow]).toEqual([true, 0])
})

test('who shares a number with too few is counted once, as looking at everybody counts it', async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.integer({ min: 2, max: 6 }), async (all, k) => {
      for (const { name, numbers, smallest, below } of (await measured(all, k)).shared ?? []) {
        const sizes = new Map<string, number>()
        for (const one of all.flatMap((each) => each.numbers[name])) sizes.set(one, (sizes.get(one) ?? 0) + 1)
        const few = [...sizes].flatMap(([one, n]) => (n < k ? [one] : []))
        expect([numbers, smallest]).toEqual([sizes.size, sizes.size === 0 ? null : Math.min(...sizes.values())])
        const theirs = all.filter((each) => each.numbers[name].some((one) => few.includes(one)))
        expect(below).toEqual({ numbers: few.length, rows: theirs.length })
      }
    }),
  )
})

test('a number that too few share is suggested to be left out, with all the rest as it was; then it is not counted', async () => {
  const all = Array.from({ length: 10 }, (_, at) => ({
    values: { letter: 'a', years: 1, place: 'here' },
    numbers: { supervisor: [`s${at % 5}`], interviewer: [`i${at % 2}`] },
    outcomes: {},
  }))
  const found = await measured(all, 5)
  expect(found.below.rows).toBe(0)
  expect(found.shared).toEqual([
    { name: 'supervisor', numbers: 5, smallest: 2, below: { numbers: 5, rows: 10 } },
    { name: 'interviewer', numbers: 2, smallest: 5, below: { numbers: 0, rows: 0 } },
  ])
  expect(found.suggestion).toMatchObject({ steps: { supervisor: 1 }, cost: 4 })
  const without = await measured(all, 5, found.suggestion?.steps)
  expect([without.shared?.map(({ name }) => name), without.suggestion]).toEqual([['interviewer'], null])
})

test('a place goes as soon as what it would tell does, and is suggested so; without that it is not told either', async () => {
  const places: readonly QuasiIdentifier[] = [
    { ...(identifiers[2] as QuasiIdentifier), name: 'town', tells: ['region'], ladder: [leftOut(1)] },
    { ...(identifiers[2] as QuasiIdentifier), name: 'region', ladder: [leftOut(1)] },
  ]
  const lives = (town: string, region: string) => ({ values: { town, region }, numbers: NO_NUMBERS, outcomes: {} })
  const all = [lives('a', 'x'), lives('b', 'x'), lives('c', 'y')]
  const of = (steps: Steps) => disclosureOf(places, all, { outcomes: [], k: 3, steps })
  expect(await of({})).toMatchObject({ classes: 3, suggestion: { steps: { town: 1, region: 1 }, rowsBelow: 0 } })
  expect((await of({})).contributions).toMatchObject([{ uniques: 2 }, { uniques: 3 }])
  expect(await of({ region: 1 })).toMatchObject({ classes: 1, steps: { town: 1, region: 1 }, suggestion: null })
  expect(await of({ town: 1 })).toMatchObject({ classes: 2 })
})
