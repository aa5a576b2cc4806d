import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Booked, clashesOf, type Wanted } from '../../protocol/appointments/clashes'
import { fromColumn, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { qualifiedOn } from '../interviewers/qualifications'
import type { Appointment } from './planned'

/**
 * Whether a plan can stand: the room is one of the study, the interviewer may hold an interview on that day, and neither has
 * another one. Their rows are held until the transaction ends, so that of two who plan at once the second sees the first.
 * `talkOn` is the day of the talk when that is known. With `knowingly` what people said of themselves is planned over.
 */
export async function mayStand(
  tx: StudyTx,
  occasion: Occasion,
  plan: Appointment,
  { talkOn, knowingly }: { readonly talkOn: Wanted['talkOn']; readonly knowingly: boolean },
): Promise<Result<null>> {
  const room = plan.roomId === null ? null : await heldRoom(tx, occasion, plan.roomId)
  if (plan.roomId !== null && !room) return refuse('unknown_room', { field: 'room' })
  const interviewer = plan.interviewer === null ? null : await heldInterviewer(tx, occasion, plan.interviewer)
  if (plan.interviewer !== null) {
    const { may, missing } = await qualifiedOn(tx, occasion.study, plan.interviewer, plan.on)
    if (!may) return refuse('not_qualified_then', { field: 'interviewer', missing })
  }
  const { on, at, minutes, location } = plan
  const wanted: Wanted = { on, at, minutes, location, room, interviewer, talkOn }
  const [first] = clashesOf(wanted, await bookedBeside(tx, occasion, plan))
  if (!first || (first.soft && knowingly)) return done(null)
  const { code, at: other, ...details } = first
  return refuse(code, { ...details, ...(other != null && { at: other }) })
}

/** The room with its hours, its row held; null for one that the study has not or has no more. */
async function heldRoom(tx: StudyTx, { study }: Occasion, id: string): Promise<Wanted['room']> {
  await tx.$executeRaw`SELECT FROM study.room WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await tx.room.findFirst({
    where: { id, studyId: study.id, endedOn: null },
    include: { hours: { where: { endedOn: null } } },
  })
  return row && { id, location: row.location, hours: row.hours.map(hoursOf) }
}

/** The interviewer with what they said of their days, the row held. */
async function heldInterviewer(tx: StudyTx, { study }: Occasion, code: string): Promise<Wanted['interviewer']> {
  await tx.$executeRaw`
    SELECT FROM study.interviewer WHERE study_id = ${study.id}::uuid AND code = ${code} FOR NO KEY UPDATE`
  const where = { studyId: study.id, interviewer: code, endedOn: null }
  const hours = await tx.availability.findMany({ where })
  const away = await tx.interviewerAway.findMany({ where })
  return {
    code,
    hours: hours.map((row) => ({ ...hoursOf(row), location: row.location })),
    away: away.map(({ fromOn, untilOn }) => ({ from: fromColumn(fromOn), until: fromColumn(untilOn) })),
  }
}

const hoursOf = (row: { weekday: number; fromMinute: number; untilMinute: number }) => ({
  weekday: row.weekday,
  from: row.fromMinute,
  until: row.untilMinute,
})

/** What room and interviewer have that day, but this very appointment. */
async function bookedBeside(tx: StudyTx, { study }: Occasion, plan: Appointment): Promise<Booked[]> {
  const rows = await tx.$queryRaw<(Omit<Booked, 'on'> & { on: Date })[]>`
    SELECT a.on_day AS "on", a.at_minute AS at, a.minutes, a.room_id AS "roomId", a.interviewer, d.pseudonym
      FROM study.appointment a JOIN study.dyad d ON d.registration_id = a.registration_id
     WHERE a.study_id = ${study.id}::uuid AND a.on_day = ${toColumn(plan.on)} AND a.state IN ('planned', 'held')
       AND (a.room_id = ${plan.roomId}::uuid OR a.interviewer = ${plan.interviewer})
       AND NOT (a.registration_id = ${plan.registrationId}::uuid AND a.wave = ${plan.wave})
     ORDER BY a.at_minute NULLS LAST, a.id`
  return rows.map((row) => ({ ...row, on: fromColumn(row.on) }))
}
