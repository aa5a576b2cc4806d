import { readTime, WHOLE_DAY } from './appointments/clock-time'
import { type Day, dayAt } from './day'
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
const HOUR_MS = 60 * MINUTE_MS

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

/** The first instant, from this one on, at which mail may leave where study and machine have the same day. */
export function nextMoment(sending: Sending, from: Date): Date {
  let at = from
  while (!maySend(sending, dayAt(at), at)) at = nextLook(sending, at)
  return at
}

/** Hours open on a whole hour, where the clocks change too, or on the minute at which they begin: nowhere in between. */
function nextLook({ hours }: Sending, at: Date): Date {
  const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS
  const opening = hour + ((hours?.from ?? 0) % 60) * MINUTE_MS
  return new Date(opening > at.getTime() ? opening : hour + HOUR_MS)
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

/**
 * Milliseconds until a message that did not get through is tried again. Takes how often it was tried (from 1) and a
 * random number from 0 up to 1.
 */
export function backOffMs(attempts: number, random: number): number {
  const minutes = BACK_OFF_MINUTES[Math.min(Math.max(attempts, 1), BACK_OFF_MINUTES.length) - 1] ?? 1
  return Math.round(minutes * MINUTE_MS * (1 + JITTER * random))
}
