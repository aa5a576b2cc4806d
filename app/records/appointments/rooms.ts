import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion, StudyRef } from '../../platform/occasion'
import type { Hours } from '../../protocol/appointments/clashes'
import { WEEKDAYS } from '../../protocol/appointments/week'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { knownLocation } from '../sites/known-location'

const LONGEST_NAME = 60

/**
 * A room for interviews at a location. One that was ended is there again, with its hours. Refused for a place that the study has
 * not, without a name, and for a name that is there already.
 */
export function addRoom(
  db: StudyDb,
  occasion: Occasion,
  { location, name }: { readonly location: string; readonly name: string },
): Promise<Result<null>> {
  const id = newId()
  const what = { verb: 'add_room', subject: 'room', subjectId: id, details: { location } }
  return change(db, occasion, what, async (tx) => {
    if (!(await knownLocation(tx, occasion, location))) return refuse('unknown_location', { field: 'location' })
    if (name === '') return refuse('required', { field: 'name' })
    if (name.length > LONGEST_NAME) return refuse('too_long', { field: 'name', max: LONGEST_NAME })
    const count = await tx.$executeRaw`
      INSERT INTO study.room AS r (id, study_id, location, name)
      VALUES (${id}::uuid, ${occasion.study.id}::uuid, ${location}, ${name})
      ON CONFLICT (study_id, location, name) DO UPDATE SET ended_on = NULL WHERE r.ended_on IS NOT NULL`
    return count === 1 ? done(null) : refuse('already_recorded', { field: 'name' })
  })
}

/** A room cannot be had any more. Refused for one that is not there, and while an interview is planned in it. */
export function endRoom(db: StudyDb, occasion: Occasion, id: string): Promise<Result<null>> {
  const { study, today } = occasion
  return change(db, occasion, { verb: 'end_room', subject: 'room', subjectId: id }, async (tx) => {
    // whoever plans in it now has this row too
    const endedOn = toColumn(today)
    const { count } = await tx.room.updateMany({ where: { id, studyId: study.id, endedOn: null }, data: { endedOn } })
    if (count === 0) return refuse('unknown_room')
    const planned = await tx.appointment.count({
      where: { studyId: study.id, roomId: id, state: 'planned', onDay: { gte: endedOn } },
    })
    return planned === 0 ? done(null) : refuse('room_in_use', { n: planned })
  })
}

/** When a room can be had: a part of a weekday. Refused for a room that is not there, and for what is no such part. */
export function addRoomHours(
  db: StudyDb,
  occasion: Occasion,
  { roomId, ...hours }: Hours & { readonly roomId: string },
): Promise<Result<null>> {
  const what = { verb: 'set_room_hours', subject: 'room', subjectId: roomId }
  return change(db, occasion, what, async (tx) => {
    const mistake = noHours(hours)
    if (mistake) return mistake
    const where = { id: roomId, studyId: occasion.study.id, endedOn: null }
    if ((await tx.room.count({ where })) === 0) return refuse('unknown_room', { field: 'room' })
    const { weekday, from, until } = hours
    await tx.roomHours.createMany({ data: { id: newId(), roomId, weekday, fromMinute: from, untilMinute: until } })
    return done(null)
  })
}

/** Those hours of a room end. Refused for hours that are not there. */
export function endRoomHours(db: StudyDb, occasion: Occasion, id: string): Promise<Result<null>> {
  return change(db, occasion, { verb: 'set_room_hours', subject: 'room_hours', subjectId: id }, async (tx) => {
    const { count } = await tx.roomHours.updateMany({
      where: { id, endedOn: null, room: { studyId: occasion.study.id } },
      data: { endedOn: toColumn(occasion.today) },
    })
    return count === 1 ? done(null) : refuse('over_already')
  })
}

/** Refuses what is no part of a weekday. */
export function noHours({ weekday, from, until }: Hours): Result<never> | null {
  if (!WEEKDAYS.some((one) => one === weekday)) return refuse('required', { field: 'weekday' })
  return from < until ? null : refuse('ends_before_it_begins', { field: 'until' })
}

/** A room that can be had, with its hours by weekday; none is always. */
export type Room = {
  readonly id: string
  readonly location: string
  readonly name: string
  readonly hours: readonly (Hours & { readonly id: string })[]
}

/** The rooms of a study, by location and name. */
export async function roomsOf(db: StudyDb, { id }: StudyRef): Promise<Room[]> {
  const rows = await db.room.findMany({
    where: { studyId: id, endedOn: null },
    include: { hours: { where: { endedOn: null }, orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }] } },
    orderBy: [{ location: 'asc' }, { name: 'asc' }],
  })
  return rows.map(({ id: roomId, location, name, hours }) => ({
    id: roomId,
    location,
    name,
    hours: hours.map((one) => ({
      id: one.id,
      weekday: one.weekday,
      from: one.fromMinute,
      until: one.untilMinute,
    })),
  }))
}
