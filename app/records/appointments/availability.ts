import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion, StudyRef } from '../../platform/occasion'
import type { Hours } from '../../protocol/appointments/clashes'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { knownLocation } from '../sites/known-location'
import { noHours } from './rooms'

/** When somebody can hold interviews: a part of a weekday, at a location or anywhere (null). */
export type Available = Hours & { readonly location: string | null }

/** Writes down when an interviewer can come. Refused for an unknown code or location, and for what is no part of a weekday. */
export function addAvailability(
  db: StudyDb,
  occasion: Occasion,
  { code, location, ...hours }: Available & { readonly code: string },
): Promise<Result<null>> {
  const { study } = occasion
  return change(db, occasion, about('add_availability', code), async (tx) => {
    if (!(await works(tx, study, code))) return refuse('unknown_interviewer', { field: 'code' })
    const mistake = noHours(hours)
    if (mistake) return mistake
    if (location !== null && !(await knownLocation(tx, occasion, location)))
      return refuse('unknown_location', { field: 'location' })
    const { weekday, from: fromMinute, until: untilMinute } = hours
    const data = { id: newId(), studyId: study.id, interviewer: code, location, weekday, fromMinute, untilMinute }
    await tx.availability.createMany({ data })
    return done(null)
  })
}

/** Those hours hold no more. Refused for hours that this interviewer has not. */
export const endAvailability = (db: StudyDb, occasion: Occasion, { code, id }: Own): Promise<Result<null>> =>
  change(db, occasion, about('end_availability', code), async (tx) =>
    ended(await tx.availability.updateMany(ending(occasion, { code, id }))),
  )

/** Days on which an interviewer is not there, both included. Refused for an unknown code, and days that end before they begin or are over. */
export function awayFrom(
  db: StudyDb,
  occasion: Occasion,
  { code, from, until }: { readonly code: string; readonly from: Day; readonly until: Day },
): Promise<Result<null>> {
  const { study, today } = occasion
  return change(db, occasion, about('interviewer_away', code), async (tx) => {
    if (!(await works(tx, study, code))) return refuse('unknown_interviewer', { field: 'code' })
    if (until < from) return refuse('ends_before_it_begins', { field: 'away_until' })
    if (until < today) return refuse('day_over', { field: 'away_until' })
    const days = { fromOn: toColumn(from), untilOn: toColumn(until) }
    await tx.interviewerAway.createMany({ data: { id: newId(), studyId: study.id, interviewer: code, ...days } })
    return done(null)
  })
}

/** The interviewer is there after all on those days. Refused for days that this interviewer has not. */
export const endAway = (db: StudyDb, occasion: Occasion, { code, id }: Own): Promise<Result<null>> =>
  change(db, occasion, about('interviewer_back', code), async (tx) =>
    ended(await tx.interviewerAway.updateMany(ending(occasion, { code, id }))),
  )

/** A row of an interviewer's own. */
type Own = { readonly code: string; readonly id: string }

const about = (verb: string, code: string) => ({ verb, subject: 'interviewer', details: { code } })

const ending = ({ study, today }: Occasion, { code, id }: Own) => ({
  where: { id, studyId: study.id, interviewer: code, endedOn: null },
  data: { endedOn: toColumn(today) },
})

const ended = ({ count }: { readonly count: number }): Result<null> =>
  count === 1 ? done(null) : refuse('over_already')

const works = async (tx: StudyTx, { id: studyId }: StudyRef, code: string): Promise<boolean> =>
  (await tx.interviewer.count({ where: { studyId, code, endedOn: null } })) > 0

/** When somebody can come, and the days on which they are away that are not over. */
export type KeptAvailability = {
  readonly hours: readonly (Available & { readonly id: string })[]
  readonly away: readonly { readonly id: string; readonly from: Day; readonly until: Day }[]
}

/** What stands of one interviewer. */
export async function availabilityOf(
  db: StudyDb,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  code: string,
): Promise<KeptAvailability> {
  const where = { studyId: study.id, interviewer: code, endedOn: null }
  const hours = await db.availability.findMany({ where, orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }] })
  const away = await db.interviewerAway.findMany({
    where: { ...where, untilOn: { gte: toColumn(today) } },
    orderBy: { fromOn: 'asc' },
  })
  return {
    hours: hours.map(({ id, location, weekday, fromMinute, untilMinute }) => ({
      id,
      location,
      weekday,
      from: fromMinute,
      until: untilMinute,
    })),
    away: away.map(({ id, fromOn, untilOn }) => ({ id, from: fromColumn(fromOn), until: fromColumn(untilOn) })),
  }
}
