import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../app/protocol/day'
import { appointmentRemindersDue, countsAsAnswer, nonResponseOn, remindersDue } from '../../app/protocol/reminders'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { waveNamed } from '../../app/protocol/waves'

const sentOn = day('2012-03-20')
const t2 = waveNamed(werkalliantie, 'T2')

describe.each([
  ['the inquiry (protocol §2.2)', werkalliantie.inquiry],
  ['the questionnaire (protocol §3)', waveNamed(werkalliantie, 'T1').questionnaire],
  ['the questionnaire of T2 (protocol §4.3)', t2.questionnaire],
])('the ladder of %s', (_, ladder) => {
  test('reminds after 7 and 14 days, across the day on which the clocks change', () => {
    const roundsAfter = (days: number) => remindersDue(ladder, sentOn, addDays(sentOn, days))
    expect(roundsAfter(0)).toEqual([])
    expect(roundsAfter(6)).toEqual([])
    expect(roundsAfter(7)).toEqual([1])
    expect(roundsAfter(13)).toEqual([1])
    expect(roundsAfter(14)).toEqual([1, 2])
    expect(roundsAfter(20)).toEqual([1, 2])
  })

  test('reminds nobody whose time is over', () => {
    for (const days of [21, 22, 400]) expect(remindersDue(ladder, sentOn, addDays(sentOn, days))).toEqual([])
  })

  test('ends on day 21, and an answer on that day still counts', () => {
    expect(daysBetween(sentOn, nonResponseOn(ladder, sentOn))).toBe(21)
    const counts = (days: number) => countsAsAnswer(ladder, sentOn, addDays(sentOn, days))
    expect([-1, 0, 20, 21, 22].map(counts)).toEqual([false, true, true, true, false])
  })
})

describe('asking for the next talk (protocol §4.3)', () => {
  test('after 14 and 28 days of an open window', () => {
    const due = (days: number) => appointmentRemindersDue(t2, sentOn, { today: addDays(sentOn, days), fellOn: null })
    expect([13, 14, 27, 28].map(due)).toEqual([[], [1], [1], [1, 2]])
  })
})
