import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, change, dyadDifference, itemCode, scaleDefinitionNamed, score } from '../../app/protocol/scoring'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { Perspective, ScaleDefinition } from '../../app/protocol/study'

const definitions: readonly ScaleDefinition[] = [...werkalliantie.scaleDefinitions, ...talkAid.scaleDefinitions]
const perspectives: readonly Perspective[] = ['client', 'supervisor']
const each = definitions.flatMap((definition) =>
  perspectives.map(
    (perspective) => [`${definition.name} ${definition.points} ${perspective}`, definition, perspective] as const,
  ),
)
const published = scaleDefinitionNamed(werkalliantie, 'published')

/** The 19 items and the supervisor's three; each answered or not. */
const items = [1, 4, 5, 6, 7, 8, 10, 11, 13, 14, 17, 18, 19, 20, 21, 26, 27, 30, 32, 23, 24, 25].map(itemCode)
const answersOf = (points: number): fc.Arbitrary<Answers> =>
  fc
    .array(fc.option(fc.integer({ min: 1, max: points }), { nil: undefined, freq: 4 }), {
      minLength: items.length,
      maxLength: items.length,
    })
    .map((values) =>
      Object.fromEntries(items.flatMap((item, i) => (values[i] === undefined ? [] : [[item, values[i]]]))),
    )
const all = (value: number): Answers => Object.fromEntries(items.map((item) => [item, value]))
const without = (answers: Answers, ...left: number[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([item]) => !left.map(itemCode).includes(item)))

describe.each(each)('scores by %s', (_, definition, perspective) => {
  const scales = definition.scales[perspective]

  test('do not depend on the order of the items', () => {
    fc.assert(
      fc.property(answersOf(definition.points), fc.infiniteStream(fc.nat()), (answers, stream) => {
        const keyed = Object.entries(answers).map((entry) => [stream.next().value as number, entry] as const)
        const shuffled = Object.fromEntries(keyed.sort(([a], [b]) => a - b).map(([, entry]) => entry))
        expect(score(definition, perspective, shuffled)).toEqual(score(definition, perspective, answers))
        const turned = scales.map((scale) => ({ ...scale, items: [...scale.items].reverse() }))
        const redefined = { ...definition, scales: { ...definition.scales, [perspective]: turned } }
        expect(score(redefined, perspective, answers)).toEqual(score(definition, perspective, answers))
      }),
    )
  })

  test('mirror when each answer and each direction is turned round', () => {
    fc.assert(
      fc.property(answersOf(definition.points), (answers) => {
        const mirrored = Object.fromEntries(Object.entries(answers).map(([i, v]) => [i, definition.points + 1 - v]))
        const scores = score(definition, perspective, answers)
        for (const [name, value] of Object.entries(score(definition, perspective, mirrored))) {
          const other = scores[name]
          if (value === null || other == null) expect([value, other]).toEqual([null, null])
          else expect(value + other).toBeCloseTo(definition.points + 1, 10)
        }
      }),
    )
  })

  test('stay between the ends of the scale, and are missing just when more than half is', () => {
    fc.assert(
      fc.property(answersOf(definition.points), (answers) => {
        const scores = score(definition, perspective, answers)
        for (const value of Object.values(scores)) {
          if (value !== null) expect(value >= 1 && value <= definition.points).toBe(true)
        }
        const tooFew = scales.filter(
          (scale) => scale.items.filter(({ item }) => !(itemCode(item) in answers)).length > scale.items.length / 2,
        )
        expect(scales.filter(({ name }) => scores[name] === null)).toEqual(tooFew)
        expect(scores.total === null).toBe(tooFew.length > 0)
      }),
    )
  })

  test('of each scale: any half of its items is enough, and is meant; any fewer are not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scales).chain((scale) =>
          fc.record({
            scale: fc.constant(scale),
            given: fc.subarray([...scale.items]),
            values: fc.array(fc.integer({ min: 1, max: definition.points }), {
              minLength: scale.items.length,
              maxLength: scale.items.length,
            }),
          }),
        ),
        ({ scale, given, values }) => {
          const answers = Object.fromEntries(given.map(({ item }, at) => [itemCode(item), values[at] as number]))
          const found = score(definition, perspective, answers)[scale.name]
          if (given.length * 2 < scale.items.length) {
            expect(found).toBeNull()
            return
          }
          const meant = given.map(({ reversed }, at) => {
            const value = values[at] as number
            return reversed ? definition.points + 1 - value : value
          })
          expect(found).toBeCloseTo(meant.reduce((sum, value) => sum + value, 0) / meant.length, 12)
        },
      ),
    )
  })

  test('of the total: the mean of the given answers to its items, each once, whenever every scale stands', () => {
    fc.assert(
      fc.property(answersOf(definition.points), (answers) => {
        const { total, ...others } = score(definition, perspective, answers)
        if (Object.values(others).some((value) => value === null)) {
          expect(total).toBeNull()
          return
        }
        const given = definition.total[perspective].items.flatMap(({ item, reversed }) => {
          const value = answers[itemCode(item)]
          return value === undefined ? [] : [reversed ? definition.points + 1 - value : value]
        })
        expect(total).toBeCloseTo(given.reduce((sum, value) => sum + value, 0) / given.length, 12)
      }),
    )
  })

  test('leave the single items of the supervisor out', () => {
    fc.assert(
      fc.property(answersOf(definition.points), (answers) => {
        const scores = score(definition, perspective, answers)
        expect(score(definition, perspective, without(answers, 23, 24, 25))).toEqual(scores)
      }),
    )
  })
})

describe('the published scales (protocol §7.1)', () => {
  test('reverse item 6 in trust and item 17 in direction and frame, not in friction', () => {
    const scores = score(published, 'client', { ...all(7), i06: 1, i17: 1 })
    expect(scores).toMatchObject({ trust: 7, direction_and_frame: 7, bond: 7 })
    expect(scores.friction).toBe((7 + 7 + 7 + 1) / 4)
  })

  test('make a total of the 19 items each once, with 6 and friction reversed', () => {
    const best = { ...all(7), i06: 1, i04: 1, i13: 1, i14: 1, i17: 1 }
    expect(score(published, 'client', best).total).toBe(7)
    expect(score(published, 'client', { ...best, i10: 1 }).total).toBeCloseTo(7 - 6 / 19, 12)
    for (const definition of definitions)
      for (const perspective of perspectives) {
        const once = definition.total[perspective].items.map(({ item }) => item)
        expect(new Set(once).size).toBe(19)
        expect(once).toHaveLength(19)
      }
  })

  test('stand with half of the items and fall with one less', () => {
    expect(score(published, 'client', without(all(4), 4, 13)).friction).toBe(4)
    expect(score(published, 'client', without(all(4), 4, 13, 14))).toMatchObject({ friction: null, total: null })
    expect(score(published, 'client', without(all(4), 7, 19)).trust).toBe(4)
    expect(score(published, 'client', without(all(4), 7, 19, 20)).trust).toBeNull()
    expect(score(published, 'client', {})).toEqual({
      trust: null,
      direction_and_frame: null,
      bond: null,
      friction: null,
      total: null,
    })
  })

  test('refuse an answer that the scale does not have', () => {
    for (const value of [0, 8, 3.5, Number.NaN])
      expect(() => score(published, 'client', { i01: value })).toThrow(RangeError)
  })

  test('say where a score must not be trusted', () => {
    const friction = (perspective: Perspective) => published.scales[perspective].find(({ name }) => name === 'friction')
    expect(friction('client')?.caution).toBeDefined()
    expect(friction('supervisor')?.caution).toBeUndefined()
    expect(published.total.client.caution).toBeDefined()
  })

  test('`alpha` differs in direction and frame only', () => {
    const alpha = scaleDefinitionNamed(werkalliantie, 'alpha')
    const named = (definition: ScaleDefinition, perspective: Perspective) =>
      Object.fromEntries(
        definition.scales[perspective].map((scale) => [scale.name, scale.items.map(({ item }) => item)]),
      )
    expect(named(alpha, 'client')).toEqual({
      ...named(published, 'client'),
      direction_and_frame: [5, 8, 10, 26, 30, 32],
    })
    expect(named(alpha, 'supervisor')).toEqual({
      ...named(published, 'supervisor'),
      direction_and_frame: [10, 17, 26, 30, 32],
    })
    expect(() => scaleDefinitionNamed(werkalliantie, 'other')).toThrow(RangeError)
  })
})

describe('the difference within a dyad', () => {
  test('is client minus supervisor, and its size', () => {
    expect(dyadDifference(4, 5.5)).toEqual({ relative: -1.5, absolute: 1.5 })
    expect(dyadDifference(null, 5)).toBeNull()
    expect(dyadDifference(5, undefined)).toBeNull()
  })
})

describe('the change of one person', () => {
  test('is the later score minus the earlier', () => {
    expect(change(4, 5.5)).toBe(1.5)
    expect(change(undefined, 5)).toBeNull()
    expect(change(5, null)).toBeNull()
  })
})
