import { systemToday } from '../platform/clock'
import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { type Day, fromColumn, toColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'

/** A study's own clock: the day it stands on and the day it is moving to, equal when it stands still. */
export type StudyClock = { readonly today: Day; readonly target: Day }

/** The clock of a study that has one (a replay, the demo); null when it goes by the calendar. */
export async function clockOf(db: StudyDb, studyId: string): Promise<StudyClock | null> {
  const row = await db.clock.findUnique({ where: { studyId } })
  return row && { today: fromColumn(row.today), target: fromColumn(row.target) }
}

/** Protocol time of a study: its own clock's day, else today in Amsterdam. */
export const todayOf = async (db: StudyDb, studyId: string): Promise<Day> =>
  (await clockOf(db, studyId))?.today ?? systemToday()

/** Aims the clock at a later day; the worker plays the days in between. Refused backwards, without a clock, or too far. */
export function aimClock(db: StudyDb, occasion: Occasion, target: Day): Promise<Result<StudyClock>> {
  const what = { verb: 'aim_clock', subject: 'study', subjectId: occasion.study.id, details: { target } }
  return change(db, occasion, what, async (tx) => {
    const { count } = await tx.clock.updateMany({
      where: { studyId: occasion.study.id, today: { lt: toColumn(target) }, target: { lt: toColumn(target) } },
      data: { target: toColumn(target) },
    })
    return count === 1 ? done({ today: occasion.today, target }) : refuse('clock_not_moved', { field: 'target' })
  })
}
