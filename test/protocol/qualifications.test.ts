import { expect, test } from 'vitest'
import { addDays, day } from '../../app/protocol/day'
import {
  type Held,
  type Interviewing,
  isInterviewerCode,
  neededBy,
  type QualificationKind,
  runningOut,
  standingOn,
} from '../../app/protocol/qualifications'

const SINCE = day('2026-03-01')
const TODAY = day('2026-06-30')
const interviewer: Interviewing = { student: false, sinceOn: SINCE, endedOn: null }
const student: Interviewing = { ...interviewer, student: true }
const has = (kind: QualificationKind, more: Partial<Held> = {}): Held => ({
  kind,
  obtainedOn: SINCE,
  untilOn: null,
  endedOn: null,
  ...more,
})
const all = (who: Interviewing, ...instead: readonly Held[]): Held[] => [
  ...neededBy(who)
    .filter((kind) => !instead.some((one) => one.kind === kind))
    .map((kind) => has(kind)),
  ...instead,
]

test('who has all that is needed may; who lacks one may not, and it is said which', () => {
  expect(standingOn(interviewer, all(interviewer), TODAY)).toEqual({ may: true, missing: [], supervisedOnly: false })
  expect(standingOn(interviewer, [has('vog')], TODAY)).toEqual({
    may: false,
    missing: ['statement', 'training'],
    supervisedOnly: false,
  })
})

test.each([
  ['the day before it was obtained', addDays(SINCE, -1), {}, false],
  ['the day on which it was obtained', SINCE, {}, true],
  ['the last day on which it counts', TODAY, { untilOn: TODAY }, true],
  ['the day after', addDays(TODAY, 1), { untilOn: TODAY }, false],
  ['the day before it was taken back', addDays(TODAY, -1), { endedOn: TODAY }, true],
  ['the day on which it was taken back', TODAY, { endedOn: TODAY }, false],
] as const)('a certificate on %s', (_, on, more, may) => {
  const who = { ...interviewer, sinceOn: day('2026-01-01') }
  const held = all(who, has('vog', more)).map((one) => (one.kind === 'vog' ? one : { ...one, obtainedOn: who.sinceOn }))
  expect(standingOn(who, held, on)).toEqual({ may, missing: may ? [] : ['vog'], supervisedOnly: false })
})

test('a new one counts beside one that ran out', () => {
  const before = has('vog', { untilOn: day('2026-05-01') })
  expect(
    standingOn(interviewer, all(interviewer, before, has('vog', { obtainedOn: day('2026-05-10') })), TODAY).may,
  ).toBe(true)
})

test('nobody may before the day on which they began, nor from the day on which they ended', () => {
  const ended = { ...interviewer, endedOn: TODAY }
  const early = all(interviewer).map((one) => ({ ...one, obtainedOn: day('2026-01-01') }))
  expect(standingOn(interviewer, early, addDays(SINCE, -1))).toMatchObject({ may: false, missing: [] })
  expect(standingOn(ended, all(ended), addDays(TODAY, -1)).may).toBe(true)
  expect(standingOn(ended, all(ended), TODAY)).toMatchObject({ may: false, missing: [] })
})

test('a student who only lacks the supervised first one may, with a second person; who did not watch one may not', () => {
  const first = [has('statement'), has('vog'), has('training'), has('watched')]
  expect(standingOn(student, first, TODAY)).toEqual({ may: true, missing: ['supervised'], supervisedOnly: true })
  expect(standingOn(student, [...first, has('supervised')], TODAY)).toEqual({
    may: true,
    missing: [],
    supervisedOnly: false,
  })
  expect(standingOn(student, first.slice(0, 3), TODAY)).toEqual({
    may: false,
    missing: ['watched', 'supervised'],
    supervisedOnly: false,
  })
  expect(standingOn({ ...student, endedOn: TODAY }, first, TODAY)).toMatchObject({ may: false, supervisedOnly: false })
})

test('what runs out within thirty days is said, unless another of its kind goes on', () => {
  const until = (last: string) => has('vog', { untilOn: day(last) })
  expect(runningOut(interviewer, all(interviewer), TODAY)).toEqual([])
  expect(runningOut(interviewer, [until('2026-07-30')], TODAY)).toEqual([{ kind: 'vog', until: '2026-07-30' }])
  expect(runningOut(interviewer, [until('2026-07-31')], TODAY)).toEqual([])
  expect(runningOut(interviewer, [until('2026-07-01'), until('2026-12-31')], TODAY)).toEqual([])
  expect(runningOut(interviewer, [until('2026-07-01'), has('vog')], TODAY)).toEqual([])
  // what has run out is missing, and no more running out
  expect(runningOut(interviewer, [until('2026-06-29')], TODAY)).toEqual([])
})

test('only students need to watch one and to be watched', () => {
  expect(neededBy(interviewer)).toEqual(['statement', 'vog', 'training'])
  expect(neededBy(student)).toEqual(['statement', 'vog', 'training', 'watched', 'supervised'])
})

test('a code is letters and digits that say nothing', () => {
  expect(['I1', '7', 'ABCD12345'].filter(isInterviewerCode)).toHaveLength(3)
  expect(['', 'Jan', 'ABCDE1', 'I123456', 'I 1', '1I'].filter(isInterviewerCode)).toEqual([])
})
