import { addDays, type Day } from './day'
import type { Ladder, Wave } from './study'

/** Rounds, counted from 1, whose day after `from` has come. */
const roundsBy = (from: Day, days: readonly number[], today: Day): number[] =>
  days.flatMap((after, index) => (addDays(from, after) <= today ? [index + 1] : []))

/** The day from which no answer is a non-response (protocol §3). */
export const nonResponseOn = (ladder: Ladder, sentOn: Day): Day => addDays(sentOn, ladder.nonResponse)

/** Whether an answer on this day counts: from the link up to and including the day of non-response (protocol §3). */
export const countsAsAnswer = (ladder: Ladder, sentOn: Day, on: Day): boolean =>
  on >= sentOn && on <= nonResponseOn(ladder, sentOn)

/** Reminder rounds due by today (protocol §3); none from the day of non-response on, so that nobody is reminded too late. */
export const remindersDue = (ladder: Ladder, sentOn: Day, today: Day): number[] =>
  today >= nonResponseOn(ladder, sentOn) ? [] : roundsBy(sentOn, ladder.reminders, today)

/**
 * Rounds in which the supervisor is asked again for the next talk, while no appointment stands (protocol §4.3): of those that
 * came after the day on which the last talk that was planned fell through.
 */
export const appointmentRemindersDue = (
  { appointmentReminders }: Pick<Wave, 'appointmentReminders'>,
  opens: Day,
  { today, fellOn }: { readonly today: Day; readonly fellOn: Day | null },
): number[] =>
  roundsBy(opens, appointmentReminders, today).filter(
    (round) => fellOn === null || addDays(opens, appointmentReminders[round - 1] ?? 0) > fellOn,
  )
