import type { Day } from './day'
import { dayAt } from './day'
import { maySend, type Sending } from './sending'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * From which moment on mail that could leave then is late by now: it had an hour in which it might be sent, or half of the
 * hours of a day where those are fewer than two. Null while that cannot be said: at night, on a day of rest, and
 * in the first hour of a day.
 */
export function lateBefore(sending: Sending, today: Day, instant: Date): Date | null {
  const { hours } = sending
  const wait = hours ? Math.min(HOUR_MS, ((hours.until - hours.from) / 2) * MINUTE_MS) : HOUR_MS
  const before = new Date(instant.getTime() - wait)
  const open = (at: Date) => dayAt(at) === today && maySend(sending, today, at)
  return open(instant) && open(before) ? before : null
}

/** How long recurring work may not have been done before somebody has to look: a day has 25 hours once a year. */
const LONGEST_SILENCE_MS = { 'daily-sweep': 26 * HOUR_MS, minute: HOUR_MS } as const

/**
 * For how many whole hours recurring work was not done, counted from its last time or from the beginning of the study; null
 * when all of it was done in time.
 */
export function hoursSilent(
  runs: readonly { readonly job: string; readonly at: Date }[],
  began: Date,
  instant: Date,
): number | null {
  const silences = Object.entries(LONGEST_SILENCE_MS).map(([name, longest]) => {
    const last = runs.find(({ job }) => job === name)?.at ?? began
    const silence = instant.getTime() - last.getTime()
    return silence > longest ? Math.floor(silence / HOUR_MS) : null
  })
  const hours = silences.filter((one) => one !== null)
  return hours.length > 0 ? Math.max(...hours) : null
}

/** A back-up is made each night: two that fail are one too many. */
const LONGEST_WITHOUT_BACKUP_MS = 48 * HOUR_MS

/** For how many whole hours no back-up was made, counted from the last one or from the beginning of the study; null while that is well. */
export function hoursWithoutBackup(last: Date | null, began: Date, instant: Date): number | null {
  const passed = instant.getTime() - (last ?? began).getTime()
  return passed > LONGEST_WITHOUT_BACKUP_MS ? Math.floor(passed / HOUR_MS) : null
}
