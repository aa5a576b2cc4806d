import { readTime, WHOLE_DAY } from './appointments/clock-time'
import { addDays, type Day } from './day'
import { workingDay } from './holidays'
import { wallAt } from './moment'

/** From which minute of the day on an Amsterdam wall up to which, the last not included. */
export type Hours = { readonly from: number; readonly until: number }

/** When and how fast an installation may send. Sign-in codes are exempt: somebody sits waiting. */
export type Sending = {
  /** Outside them the day's mail waits; null: at any hour. */
  readonly hours: Hours | null
  /** Whether Saturdays, Sundays and public holidays are left out. */
  readonly workingDays: boolean
  /** Messages to one mail domain within a minute, of all workers together; null: no limit. */
  readonly perMinute: number | null
  /** Messages on their way at once, of one worker. */
  readonly lanes: number
  /** After how many milliseconds of machine time a message that is being sent belonged to a process that died. */
  readonly stuckAfterMs: number
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** No hours, no days of rest, no limit: replays, and tests that are about something else. */
export const ANY_TIME: Sending = {
  hours: null,
  workingDays: false,
  perMinute: null,
  lanes: 1,
  stuckAfterMs: 10 * MINUTE_MS,
}

const minuteOf = (instant: Date): number => readTime(wallAt(instant).slice(11)) ?? 0

/**
 * Whether mail may leave at this instant. The day is the study's: where a clock is moved it is not the machine's, and
 * such days have no hours of their own.
 */
export function maySend({ hours, workingDays }: Sending, today: Day, instant: Date): boolean {
  if (workingDays && !workingDay(today)) return false
  if (!hours) return true
  const minute = minuteOf(instant)
  return minute >= hours.from && minute < hours.until
}

/** Reads hours as an installation sets them, 07:00-19:00; undefined when they are none, or end before they begin. */
export function readHours(text: string): Hours | undefined {
  const [first = '', last = '', ...more] = text.trim().split('-')
  const from = readTime(first)
  const until = last === '24:00' ? WHOLE_DAY : readTime(last)
  return from === undefined || until === undefined || more.length > 0 || from >= until ? undefined : { from, until }
}

/** Minutes before the next try after the first, second … failed one; the last counts for all later ones. */
const BACK_OFF_MINUTES = [1, 5, 15, 60, 240]
/** So much is added at most, as a share: what failed together does not come back together. */
const JITTER = 0.5

/** After so many days of refusals mail servers give up as a rule (RFC 5321 §4.5.4.1), and so do we. */
const GIVE_UP_DAYS = 5

/**
 * Whether a message that its recipient's server refuses for now is tried no more. Takes how often it was tried, and when it was
 * planned: what waited because nobody tried is not given up before each pause was kept once.
 */
export const givenUp = (attempts: number, planned: Date, at: Date): boolean =>
  attempts > BACK_OFF_MINUTES.length && at.getTime() - planned.getTime() >= GIVE_UP_DAYS * DAY_MS

/**
 * Milliseconds until a message that did not get through is tried again. Takes how often it was tried (from 1) and a
 * random number from 0 up to 1.
 */
export function backOffMs(attempts: number, random: number): number {
  const minutes = BACK_OFF_MINUTES[Math.min(Math.max(attempts, 1), BACK_OFF_MINUTES.length) - 1] ?? 1
  return Math.round(minutes * MINUTE_MS * (1 + JITTER * random))
}

/** What is refused to all of us is asked again as after a third try at most: every quarter of an hour, and no more often. */
const LONGEST_PAUSE = 3

/** Milliseconds for which nothing is tried after a server refused as a whole in so many turns, from 1. */
export const pauseMs = (turns: number): number => backOffMs(Math.min(turns, LONGEST_PAUSE), 0)

/** The longest that evenings, weekends and holidays keep a message: from the evening before King's Day on an Easter Tuesday (2038). */
const HELD_BACK_DAYS = 6

/** What was planned before this day and waits today stood still: rest alone keeps nothing so long. */
export const heldBackSince = (today: Day): Day => addDays(today, -HELD_BACK_DAYS)
