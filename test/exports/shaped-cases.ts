import { randomUUID } from 'node:crypto'
import type { Shape, Subject } from '../../app/exports/shapes/shape'
import { shapes } from '../../app/exports/shapes/shapes'
import type { Value } from '../../app/exports/table/table'
import { addDays, type Day, day } from '../../app/protocol/day'
import { batteryNow, pinOf } from '../../app/protocol/instruments/battery'
import { type ReleaseSpec, type TableName, wholeRelease } from '../../app/protocol/release-spec'
import { type ReleasedCase, type ReleasedMeasurement, releasable } from '../../app/protocol/released'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { Perspective, RegisterFact, StudyProtocol } from '../../app/protocol/study'

export const STARTED = day('2012-01-01')
export const INCLUDED = day('2012-01-11')
export const SECOND = day('2012-07-20')
export const KNOWN = day('2015-12-31')

export const asked = (study: StudyProtocol) => (wave: string, who: Perspective) => batteryNow(study, wave, who)
export const everything: ReleaseSpec = wholeRelease(werkalliantie, 'to try')

/** A measurement with an answer to each item of the scales, the same to all. */
export const measurement = (
  wave: string,
  perspective: Perspective,
  on: Day,
  answer: number,
  more: Partial<ReleasedMeasurement> = {},
): ReleasedMeasurement => ({
  wave,
  perspective,
  on,
  openedOn: on,
  battery: batteryNow(werkalliantie, wave, perspective).map(pinOf),
  samePair: true,
  supervisorId: 'S1',
  interviewer: perspective === 'client' ? 'I7' : null,
  language: 'nl',
  contacts: perspective === 'client' && wave === 'T1' ? 3 : null,
  minutes: null,
  unreliable: false,
  answers: Object.fromEntries(
    batteryNow(werkalliantie, wave, perspective)
      .flatMap(({ items }) => items)
      .filter(({ code }) => /^i\d/.test(code))
      .map(({ code }) => [code, answer]),
  ),
  unanswered: {},
  ...more,
})

const GRANTED = Object.fromEntries(werkalliantie.scopes.map((scope) => [scope, true]))

/** A case of which both sides were measured twice: the client said 6 and then 5, the supervisor 4 and then 4. */
export const wholeCase = (more: Partial<ReleasedCase> = {}): ReleasedCase => ({
  dyadId: randomUUID(),
  supervisorId: 'S1',
  registrationId: randomUUID(),
  clientId: randomUUID(),
  location: 'Utrecht',
  region: 'Utrecht',
  organisation: 'RN',
  startedOn: STARTED,
  includedOn: INCLUDED,
  supervisionLevel: 2,
  riskCategory: 'low_medium',
  gender: 'female',
  birthYear: 1985,
  granted: GRANTED,
  withdrawnOn: null,
  measurements: [
    measurement('T1', 'client', INCLUDED, 6),
    measurement('T1', 'supervisor', addDays(INCLUDED, 3), 4),
    measurement('T2', 'client', SECOND, 5),
    measurement('T2', 'supervisor', addDays(SECOND, 1), 4, { answers: { ...allFours(), did_not_appear: 2 } }),
  ],
  events: [],
  covariates: [],
  ...more,
})

const allFours = () => measurement('T2', 'supervisor', SECOND, 4).answers

/** A subject as a release makes it: its numbers say what they stand for. */
export function subjectOf(one: ReleasedCase, followedTo = KNOWN): Subject {
  const may = releasable(werkalliantie, one)
  if (!may) throw new RangeError('this case may not be released')
  return { one: may, followedTo, number: (kind, id) => `${kind.slice(0, 3)}-${id}`.slice(0, 11) }
}

/** The rows of one table for a case, each by name of variable. */
export function rowsIn(table: TableName, one: ReleasedCase, chosen: Partial<ReleaseSpec> = {}, followedTo?: string) {
  const [shape] = shapes(werkalliantie, asked(werkalliantie), { ...everything, ...chosen, tables: [table] })
  if (!shape) throw new RangeError('no such table')
  return named(shape, one, followedTo)
}
const named = ({ table, rowsOf }: Shape, one: ReleasedCase, followedTo?: string) =>
  rowsOf(subjectOf(one, followedTo ? day(followedTo) : undefined)).map((row) =>
    Object.fromEntries(row.map((value, at): [string, Value] => [table.variables[at]?.name ?? '', value])),
  )

export const report = (after: number): RegisterFact => ({
  event: 'early_intervention_report',
  on: addDays(INCLUDED, after),
  kind: null,
  reason: null,
})
export const ended = (after: number, kind: string, reason: string | null = null): RegisterFact => ({
  event: 'ended',
  on: addDays(INCLUDED, after),
  kind,
  reason,
})
