import fc from 'fast-check'
import { addDays, type Day, day } from '../../../app/protocol/day'
import type { Course, CourseWave } from '../../../app/protocol/planner/course'
import { INTAKE_STEPS } from '../../../app/protocol/stages'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'

const FIRST = day('2011-11-15')
/** The days of a study, a year after its last follow-up among them. */
export const days: fc.Arbitrary<Day> = fc.nat(4 * 365).map((later) => addDays(FIRST, later))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
/** Two days of which the second comes later or never. */
const span = fc
  .tuple(days, maybe(fc.nat(400)))
  .map(([from, later]) => [from, later === null ? null : addDays(from, later)] as const)

const wave: fc.Arbitrary<CourseWave> = fc
  .record({
    client: maybe(
      fc
        .tuple(span, fc.boolean())
        .map(([[openedOn, completedOn], broken]) => ({ openedOn, completedOn, brokenOffOn: broken ? openedOn : null })),
    ),
    supervisor: maybe(
      fc.tuple(span, maybe(fc.nat(40))).map(([[openedOn, completedOn], closed]) => ({
        ...{ openedOn, completedOn },
        closedOn: closed === null ? null : addDays(openedOn, closed),
      })),
    ),
    appointmentOn: maybe(days),
    fellThrough: fc.array(days, { maxLength: 3 }).map((one) => one.sort()),
    consent: fc.boolean(),
    takenBackOn: maybe(days),
  })
  // what was taken back is not given
  .map(({ consent, takenBackOn, ...facts }) => ({ ...facts, consent: consent && !takenBackOn, takenBackOn }))

/** Facts of any kind on any days: more than can happen, so that no rule leans on what verbs refuse. */
export const course: fc.Arbitrary<Course> = fc.record({
  registrationId: fc.constant('00000000-0000-7000-8000-000000000001'),
  startedOn: maybe(days),
  withdrawnOn: fc.option(days, { nil: null, freq: 2 }),
  inquiry: maybe(span.map(([sentOn, repliedOn]) => ({ sentOn, repliedOn }))),
  departures: fc.array(
    fc
      .tuple(fc.constantFrom(...INTAKE_STEPS, 'T2'), span)
      .map(([step, [leftOn, returnedOn]]) => ({ step, leftOn, returnedOn })),
    { maxLength: 2 },
  ),
  judgements: fc.array(
    span.map(([on, replacedOn]) => ({ on, replacedOn })),
    { maxLength: 2 },
  ),
  pair: maybe(
    fc.tuple(span, fc.nat(90), maybe(days)).map(([[boundOn, unboundOn], later, plannedOn]) => ({
      ...{ boundOn, unboundOn, plannedOn },
      sinceOn: addDays(boundOn, later),
    })),
  ),
  contacts: fc
    .array(fc.record({ reportedOn: days, contacts: fc.nat(6), nextContactOn: maybe(days) }), { maxLength: 4 })
    .map((told) => told.sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1))),
  waves: fc.record(Object.fromEntries(werkalliantie.waves.map(({ name }) => [name, wave]))),
  endedOn: fc.array(days, { maxLength: 2 }),
  registerKnown: fc.array(fc.record({ source: fc.constantFrom('IRIS', 'Politie'), knownTo: days, on: days }), {
    maxLength: 3,
  }),
  declinedOn: maybe(days),
  undelivered: maybe(days.map((on) => ({ on }))),
})
