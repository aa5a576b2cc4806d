import { systemToday } from '../app/platform/clock'
import { log } from '../app/platform/log'
import type { Occasion, StudyRef } from '../app/platform/occasion'
import type { Day } from '../app/protocol/day'
import { clockOf, type StudyClock, todayOf } from '../app/records/clock'
import { noteRun } from '../app/records/running/runs'
import { studies } from '../app/records/studies'
import type { Desk } from './desk'
import { oneByOne } from './one-by-one'

type Recurring = (desk: Desk, occasion: Occasion) => Promise<Record<string, number>>

/** On which day a study's turn is, or null when it is not. */
type Turn = (clock: StudyClock | null) => Day | null

/** A study that goes by the calendar. One with a clock of its own is driven by that clock, which plays these jobs itself. */
export const byCalendar: Turn = (clock) => (clock ? null : systemToday())

/** The demo's clock too, while it stands still: what a visitor sets off arrives without moving it. */
export const byCalendarOrStanding: Turn = (clock) => {
  if (!clock) return systemToday()
  return clock.today === clock.target ? clock.today : null
}

/**
 * Runs a job for every study whose turn it is, notes that it ran to its end, and logs what it did. One study's failure
 * does not keep the others from their turn; it is thrown afterwards.
 */
export async function everyStudy(desk: Desk, name: string, turn: Turn, job: Recurring): Promise<void> {
  const one = async (study: StudyRef) => {
    if (desk.stop?.aborted) return
    const today = turn(await clockOf(desk.study, study.id))
    if (!today) return
    const counts = await job(desk, { study, actor: 'system', today })
    await noteRun(desk.study, { study, today }, name)
    if (Object.values(counts).some((count) => count > 0)) log.info({ job: name, study: study.code, today, ...counts })
  }
  await oneByOne(await studies(desk.study), one, name)
}

/** Notes for every study that a job ran which is of the whole installation. */
export async function noteForAll({ study: db }: Pick<Desk, 'study'>, name: string): Promise<void> {
  for (const study of await studies(db)) await noteRun(db, { study, today: await todayOf(db, study.id) }, name)
}
