import type { StudyDb, StudyTx } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import { sql } from '../platform/sql'
import { type Day, toColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'

/** Days on which a supervisor is not there, both included, and who answers for them then, if anybody. */
export type Away = {
  readonly supervisorId: string
  readonly from: Day
  readonly until: Day
  readonly standInId: string | null
}

/** Of an absence `a`: it holds on this day. One that was ended stopped on the day of ending. */
export const holdsOn = (on: Day) =>
  sql`a.from_on <= ${on}::date AND a.until_on >= ${on}::date AND (a.ended_on IS NULL OR a.ended_on > ${on}::date)`

/**
 * Writes down that a supervisor is away (protocol §2.2). Refused for an unknown supervisor, days in the wrong order or
 * over already, a stand-in who is unknown, the same person or never to be asked, and days that overlap another absence.
 */
export function beAway(db: StudyDb, occasion: Occasion, away: Away): Promise<Result<{ absenceId: string }>> {
  const { supervisorId, from, until, standInId } = away
  const { today, study } = occasion
  const what = { verb: 'be_away', subject: 'supervisor', subjectId: supervisorId, details: { from, until } }
  return change(db, occasion, what, async (tx) => {
    await tx.$executeRaw`SELECT FROM study.supervisor WHERE id = ${supervisorId}::uuid FOR NO KEY UPDATE`
    const studyId = study.id
    if (!(await tx.supervisor.count({ where: { id: supervisorId, studyId } }))) return refuse('unknown_supervisor')
    if (until < from) return refuse('ends_before_it_begins', { field: 'until' })
    if (until < today) return refuse('over_already', { field: 'until' })
    if (standInId === supervisorId) return refuse('stands_in_for_self', { field: 'stand_in' })
    if (standInId) {
      const other = await tx.supervisor.findFirst({ where: { id: standInId, studyId } })
      if (!other) return refuse('unknown_supervisor', { field: 'stand_in' })
      if (other.declinedOn) return refuse('supervisor_declined', { field: 'stand_in' })
    }
    const [overlap] = await tx.$queryRaw<{ some: boolean }[]>`
      SELECT EXISTS (SELECT FROM study.absence a WHERE a.supervisor_id = ${supervisorId}::uuid
        AND a.from_on <= ${until}::date AND least(a.until_on, a.ended_on - 1) >= ${from}::date) AS some`
    if (overlap?.some) return refuse('absences_overlap', { field: 'from' })
    const absenceId = newId()
    const days = { fromOn: toColumn(from), untilOn: toColumn(until) }
    await tx.absence.createMany({ data: { id: absenceId, studyId, supervisorId, standInId, ...days } })
    return done({ absenceId })
  })
}

/** A supervisor is back before the last day that was told, or will not be away at all. Refused when it is over or unknown. */
export function endAbsence(db: StudyDb, occasion: Occasion, absenceId: string): Promise<Result<null>> {
  const what = { verb: 'end_absence', subject: 'absence', subjectId: absenceId }
  return change(db, occasion, what, async (tx) => {
    const { count } = await tx.absence.updateMany({
      where: { id: absenceId, studyId: occasion.study.id, endedOn: null, untilOn: { gte: toColumn(occasion.today) } },
      data: { endedOn: toColumn(occasion.today) },
    })
    return count === 1 ? done(null) : refuse('over_already')
  })
}

/** Who is asked for a supervisor today: themselves, a stand-in, or nobody until a day has passed. */
export type WhomToAsk =
  | { readonly askedId: string; readonly until: null }
  | { readonly askedId: null; readonly until: Day }

/** Finds out whom to ask. A stand-in who is away or never to be asked (about this case) is none. */
export async function whomToAsk(
  tx: StudyTx,
  { today }: Occasion,
  { supervisorId, registrationId }: { readonly supervisorId: string; readonly registrationId: string },
): Promise<WhomToAsk> {
  const [away] = await tx.$queryRaw<{ until: Day; standIn: string | null }[]>`
    SELECT a.until_on::text AS until,
           (SELECT s.id FROM study.supervisor s WHERE s.id = a.stand_in_id AND s.declined_on IS NULL
               AND NOT EXISTS (SELECT FROM study.declining n
                                WHERE n.registration_id = ${registrationId}::uuid AND n.supervisor_id = s.id)
               AND NOT EXISTS (SELECT FROM study.absence b WHERE b.supervisor_id = s.id AND b.from_on <= ${today}::date
                                  AND b.until_on >= ${today}::date AND (b.ended_on IS NULL OR b.ended_on > ${today}::date))
           ) AS "standIn"
      FROM study.absence a WHERE a.supervisor_id = ${supervisorId}::uuid AND ${holdsOn(today)}`
  if (!away) return { askedId: supervisorId, until: null }
  return away.standIn ? { askedId: away.standIn, until: null } : { askedId: null, until: away.until }
}

/** Until when the supervisor of a case that is still to be asked is away, with nobody who stands in; null when it does not wait. */
export async function awayNow(db: StudyDb, occasion: Occasion, registrationId: string): Promise<Day | null> {
  const known = await db.registration.findUnique({ where: { id: registrationId }, select: { supervisorId: true } })
  if (!known?.supervisorId) return null
  return (await whomToAsk(db, occasion, { supervisorId: known.supervisorId, registrationId })).until
}
