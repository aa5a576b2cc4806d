import { describe, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { FEWEST } from '../../app/protocol/fewest'
import { scaleDefinitionNamed } from '../../app/protocol/scoring'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { Perspective } from '../../app/protocol/study'
import type { Answered } from '../../app/records/answers'
import { scaleResults } from '../../app/records/scale-results'
import { expected, itemsOf, rowsOf, type Summary } from '../protocol/cohort'

const study = { id: '00000000-0000-7000-8000-000000000000', code: 'test', protocol: werkalliantie }
const published = scaleDefinitionNamed(werkalliantie, 'published')
const alphas = scaleDefinitionNamed(werkalliantie, 'alpha')

/** The cohort that was played, as the study holds it. */
const cohort: readonly Answered[] = ['T1', 'T2'].flatMap((wave) =>
  (['client', 'supervisor'] as const).flatMap((perspective) =>
    rowsOf(`answers-${wave.toLowerCase()}-${perspective}`).map((row) => ({
      registrationId: row.supervision ?? '',
      wave,
      perspective,
      on: day(row.on ?? ''),
      unreliable: false,
      answers: itemsOf(row),
    })),
  ),
)
const results = (measurements: readonly Answered[], wave: string, perspective: Perspective, definition = published) =>
  scaleResults(study, measurements, { wave, perspective, definition })
const close = (given: object | null, wanted: Summary) => {
  for (const [figure, value] of Object.entries(wanted))
    expect((given as Record<string, number> | null)?.[figure], figure).toBeCloseTo(value, 4)
}
/** Of one side at T1, only so many. */
const few = (n: number) => cohort.filter((one) => one.wave === 'T1' && one.perspective === 'client').slice(0, n)

describe.each(['T1', 'T2'])('%s', (wave) => {
  test.each(['client', 'supervisor'] as const)('of each %s scale what another implementation found', (perspective) => {
    const key = `${perspective}_${wave.toLowerCase()}`
    const { descriptives } = results(cohort, wave, perspective)
    for (const [scale, wanted] of Object.entries(expected.scores[key] ?? {}))
      close(descriptives[scale]?.of ?? null, wanted)
    const { consistency } = results(cohort, wave, perspective, alphas)
    for (const [scale, wanted] of Object.entries(expected.alpha[key] ?? {}))
      expect(consistency[scale]?.alpha, scale).toBeCloseTo(wanted, 4)
  })

  test('of the pairs too, from whichever side they are looked at', () => {
    const [clients, supervisors] = [results(cohort, wave, 'client'), results(cohort, wave, 'supervisor')]
    expect(supervisors.dyads).toEqual(clients.dyads)
    for (const [scale, { n, r, absolute, relative }] of Object.entries(expected.dyads[wave.toLowerCase()] ?? {})) {
      const found = clients.dyads[scale]
      expect([found?.n, found?.r]).toEqual([n, expect.closeTo(r, 4)])
      close(found?.absolute ?? null, absolute)
      close(found?.relative ?? null, relative)
    }
  })
})

test('who was measured twice has changed by the later minus the earlier', () => {
  const people = Array.from({ length: FEWEST }, (_, at) => `T${at}`)
  const at = (wave: string, value: number) =>
    people.map((registrationId) => ({
      registrationId,
      wave,
      perspective: 'client' as const,
      on: day('2012-03-13'),
      unreliable: false,
      answers: { i04: value, i13: value, i14: value, i17: value },
    }))
  const { change } = results([...at('T1', 2), ...at('T2', 5)], 'T2', 'client')
  expect(change?.from).toBe('T1')
  expect(change?.scales.friction).toEqual({ n: FEWEST, of: { n: FEWEST, mean: 3, sd: 0, median: 3, min: 3, max: 3 } })
  expect(change?.scales.bond).toEqual({ n: 0, of: null })
  expect(results([...at('T1', 2), ...at('T2', 5)], 'T1', 'client').change).toBeNull()
})

test('of fewer people than the least nothing is told but how many they are', () => {
  const { n, descriptives, consistency, dyads } = results(few(FEWEST - 1), 'T1', 'client')
  expect(n).toBe(FEWEST - 1)
  expect(descriptives.bond).toEqual({ n: FEWEST - 1, of: null })
  expect(consistency.bond).toMatchObject({ alpha: null, interval: null })
  const values = Object.values(consistency).flatMap(({ items }) => items.flatMap((item) => Object.values(item)))
  expect(new Set(values)).toEqual(new Set([null]))
  expect(dyads.bond).toEqual({ n: 0, r: null, absolute: null, relative: null })
  expect(results(few(FEWEST), 'T1', 'client').descriptives.bond?.of?.n).toBe(FEWEST)
})

test('an interview that was found unreliable is left out, and counted', () => {
  const [first, ...others] = few(FEWEST + 1)
  const found = results([{ ...(first as Answered), unreliable: true }, ...others], 'T1', 'client')
  expect([found.n, found.unreliable]).toEqual([FEWEST, 1])
  expect(found.descriptives).toEqual(results(others, 'T1', 'client').descriptives)
})
