import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shapes } from '../../app/exports/shapes/shapes'
import { type AnswersToRead, answersToRead } from '../../app/protocol/answers-to-read'
import { quasiValuesOf } from '../../app/protocol/disclosure/values'
import { type ReleaseChoice, ruleName } from '../../app/protocol/release-spec'
import {
  outcomeFactsOf,
  type Place,
  type ReleasedCase,
  type ReleasedMeasurement,
  releasable,
} from '../../app/protocol/released'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { scalesOf } from '../../jobs/release/scales'
import { asked as askedIn, everything, report, subjectOf, wholeCase } from './shaped-cases'

const asked = askedIn(werkalliantie)
const somebody = wholeCase({ events: [report(30)] })
const names = [...new Set(werkalliantie.instruments.map(({ name }) => name))]
const choices: fc.Arbitrary<ReleaseChoice> = fc.record({
  tables: fc.constant(everything.tables),
  waves: fc.subarray([...everything.waves], { minLength: 1 }),
  instruments: fc.option(fc.subarray(names)),
  definitions: fc.subarray([...everything.definitions]),
  outcomes: fc.subarray([...everything.outcomes]),
  leftOut: fc.constant(everything.leftOut),
  dates: fc.constantFrom('days', 'calendar'),
  coarsening: fc.constant({}),
})

/** A case of which only these answers were read. */
function readOf(one: ReleasedCase, { all, few, items }: AnswersToRead): ReleasedCase {
  const kept = <Of>(of: Readonly<Record<string, Of>>) =>
    Object.fromEntries(Object.entries(of).filter(([item]) => items.includes(item)))
  const measurements = one.measurements.map((measured): ReleasedMeasurement => {
    const isHere = ({ wave, who }: Place) => wave === measured.wave && who === measured.perspective
    if (all.some(isHere)) return measured
    const isFew = few.some(isHere)
    return {
      ...measured,
      answers: isFew ? kept(measured.answers) : {},
      unanswered: isFew ? kept(measured.unanswered) : {},
    }
  })
  return { ...one, measurements }
}

/** All that a release makes of a case. */
function madeOf(one: ReleasedCase, chosen: ReleaseChoice) {
  const subject = subjectOf(one)
  const found = releasable(werkalliantie, one)
  if (!found) throw new Error('a case that may be released')
  const scales = scalesOf(werkalliantie, chosen)
  scales.add(found)
  const facts = outcomeFactsOf(werkalliantie, found, subject.followedTo)
  const rules = werkalliantie.outcomes.filter((rule) => chosen.outcomes.includes(ruleName(rule)))
  return {
    rows: shapes(werkalliantie, asked, chosen).map(({ rowsOf }) => rowsOf(subject)),
    person: quasiValuesOf(werkalliantie)(found),
    outcomes: rules.map((rule) => rule.derive(facts, rule.comparison && { leftOut: chosen.leftOut })),
    scales: scales.told(),
  }
}

test('what is not read would change nothing of a release', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const wanted = answersToRead(werkalliantie, asked, chosen)
      expect(madeOf(readOf(somebody, wanted), chosen)).toEqual(madeOf(somebody, chosen))
    }),
    { numRuns: 100 },
  )
})

test('all answers are read of each side that is told, scored, or asked for lapses, and of no other', () => {
  const nothing = { ...everything, waves: ['T1'], instruments: [], definitions: [], outcomes: [] }
  const only = (more: Partial<ReleaseChoice>) =>
    answersToRead(werkalliantie, asked, { ...nothing, ...more }).all.map(({ wave, who }) => `${wave} ${who}`)
  expect(only({})).toEqual([])
  expect(only({ outcomes: everything.outcomes })).toEqual(['T2 supervisor'])
  const scored = { definitions: everything.definitions }
  expect(only(scored)).toEqual(['T1 client', 'T1 supervisor'])
  // as a change since the first
  expect(only({ waves: ['T2'], ...scored })).toHaveLength(4)
  expect(only({ instruments: null })).toEqual(['T1 client', 'T1 supervisor'])
})
