import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../app/protocol/day'
import type { Course } from '../../../app/protocol/planner/course'
import { messages } from '../../../app/protocol/planner/messages'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'
import { ASKED, at, CLOSES, MET, MET_ONCE, NEW, OPENS, REPLIED } from './one-case'

const of = (course: Course) =>
  messages(werkalliantie, course).map(({ kind, wave, round, on, needless }) => [
    kind,
    wave,
    round,
    on,
    needless?.fact ?? null,
  ])
const ofKind = (course: Course, kind: string) => of(course).filter(([one]) => one === kind)

test('who is asked is reminded after seven and fourteen days, until they answer (§2.2)', () => {
  const waits = { ...NEW, inquiry: { sentOn: ASKED, repliedOn: null } }
  expect(of(waits)).toEqual([
    ['inquiry_reminder', 'intake', 1, addDays(ASKED, 7), null],
    ['inquiry_reminder', 'intake', 2, addDays(ASKED, 14), null],
  ])
  const answered = (repliedOn: Day) => of({ ...NEW, inquiry: { sentOn: ASKED, repliedOn } }).map(([, , , , why]) => why)
  expect(answered(addDays(ASKED, 8))).toEqual([null, 'reply_came'])
  expect(answered(addDays(ASKED, 7))).toEqual(['reply_came', 'reply_came'])
})

test('a questionnaire has the same ladder from its link, by its wave (§3)', () => {
  expect(ofKind(MET_ONCE, 'questionnaire_reminder')).toEqual([
    ['questionnaire_reminder', 'T1', 1, addDays(MET, 7), null],
    ['questionnaire_reminder', 'T1', 2, addDays(MET, 14), null],
  ])
  const answered = at(MET_ONCE, 'T1', {
    supervisor: { openedOn: MET, completedOn: addDays(MET, 9), closedOn: null },
  })
  expect(ofKind(answered, 'questionnaire_reminder').map(([, , , , why]) => why)).toEqual([null, 'filled_in'])
})

test('a window is told when it opens, asked about twice, and warned of twice before it closes (§4.3)', () => {
  const window = of(MET_ONCE).filter(([, wave]) => wave === 'T2')
  expect(window).toEqual([
    ['window_opens', 'T2', 0, OPENS, null],
    ['appointment_reminder', 'T2', 1, addDays(OPENS, 14), null],
    ['appointment_reminder', 'T2', 2, addDays(OPENS, 28), null],
    ['closing_warning', 'T2', 28, addDays(CLOSES, -28), null],
    ['closing_warning', 'T2', 7, addDays(CLOSES, -7), null],
  ])
  expect(messages(werkalliantie, MET_ONCE).at(-1)?.because).toEqual({ fact: 'anchor_held', on: MET, cite: '§4.2' })
})

test('until the day of an appointment nothing is asked or warned of; when it passes with no interview it is asked about once more', () => {
  const from = (course: Course) => of(course).filter(([, wave]) => wave === 'T2')
  const soon = addDays(OPENS, 20)
  expect(from(at(MET_ONCE, 'T2', { appointmentOn: soon }))).toEqual([
    ['window_opens', 'T2', 0, OPENS, 'talk_planned'],
    ['appointment_reminder', 'T2', 1, addDays(OPENS, 14), 'talk_planned'],
    ['appointment_reminder', 'T2', 2, addDays(OPENS, 28), null],
    ['appointment_reminder', 'T2', 3, addDays(OPENS, 21), null],
    ['closing_warning', 'T2', 28, addDays(CLOSES, -28), null],
    ['closing_warning', 'T2', 7, addDays(CLOSES, -7), null],
  ])
  const fell = [addDays(OPENS, -1), addDays(OPENS, 3), addDays(OPENS, 13), addDays(CLOSES, -20)]
  const again = from(at(MET_ONCE, 'T2', { fellThrough: fell })).filter(([, , , , why]) => !why)
  expect(again).toEqual([
    ['appointment_reminder', 'T2', 4, addDays(CLOSES, -19), null],
    ['closing_warning', 'T2', 7, addDays(CLOSES, -7), null],
    ['closing_warning', 'T2', 28, addDays(CLOSES, -19), null],
  ])
  const last = at(MET_ONCE, 'T2', { appointmentOn: CLOSES })
  expect(from(last).filter(([, , , , why]) => !why)).toEqual([])
})

test('an interview ends the questions for a talk and the warnings', () => {
  const on = addDays(OPENS, 20)
  const held = at(MET_ONCE, 'T2', { client: { openedOn: on, completedOn: on, brokenOffOn: null } })
  expect(of(held).flatMap(([, wave, , , fact]) => (wave === 'T2' ? [fact] : []))).toEqual([
    ...[null, null, 'interview_held', 'interview_held', 'interview_held'],
  ])
})

test('who withdrew, was lost or does not want to be asked again brings no message after that day (§6)', () => {
  const from = addDays(OPENS, 1)
  const withdrawn = { ...MET_ONCE, withdrawnOn: from }
  const lost = { ...MET_ONCE, departures: [{ step: 'T2', leftOn: from, returnedOn: null }] }
  const unwilling = at(MET_ONCE, 'T2', { consent: false })
  for (const course of [withdrawn, lost, unwilling]) {
    const going = messages(werkalliantie, course).filter(({ needless }) => !needless)
    expect(going.filter(({ on, wave }) => wave === 'T2' && on >= from)).toEqual([])
  }
  expect(of({ ...NEW, inquiry: { sentOn: ASKED, repliedOn: REPLIED } }).length).toBe(2)
})
