import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { placesFree } from '../../protocol/caseload'
import { addDays, fromColumn } from '../../protocol/day'
import { done, refuse } from '../../protocol/refusal'
import { remindersDue } from '../../protocol/reminders'
import { change } from '../change'
import { comeBack } from '../departures'
import { inquire } from '../intake/inquire'
import { placesTaken } from '../places'
import { each } from './each'
import { remind } from './remind'

/** Asks about every case that passed step 1 and was not asked about yet (protocol §2). Gives how many inquiries went out. */
export async function inquireWaiting(db: StudyDb, occasion: Occasion): Promise<number> {
  const waiting = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM study.registration r JOIN study.supervisor s ON s.id = r.supervisor_id
     WHERE r.study_id = ${occasion.study.id}::uuid AND s.declined_on IS NULL
       AND NOT EXISTS (SELECT FROM study.inquiry i WHERE i.registration_id = r.id)
       AND NOT EXISTS (SELECT FROM study.departure d WHERE d.registration_id = r.id AND d.returned_on IS NULL)
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)
     ORDER BY r.registered_on, r.id`
  return each(waiting, ({ id }) => inquire(db, occasion, id))
}

/** Reminds supervisors who did not answer the inquiry, by its ladder (protocol §2.2). Gives how many reminders were planned. */
export async function remindInquiries(db: StudyDb, occasion: Occasion): Promise<number> {
  const ladder = occasion.study.protocol.inquiry
  const open = await db.$queryRaw<{ id: string; supervisorId: string; sentOn: Date; planned: number }[]>`
    SELECT i.registration_id AS id, i.supervisor_id AS "supervisorId", i.sent_on AS "sentOn",
           coalesce((SELECT max(l.round) FROM study.mail_line l WHERE l.registration_id = i.registration_id
                      AND l.wave = 'intake' AND l.kind = 'inquiry_reminder'), 0)::int AS planned
      FROM study.inquiry i JOIN study.registration r ON r.id = i.registration_id
     WHERE r.study_id = ${occasion.study.id}::uuid AND i.replied_on IS NULL
       AND NOT EXISTS (SELECT FROM study.departure d WHERE d.registration_id = r.id AND d.returned_on IS NULL)
       AND i.sent_on BETWEEN ${addDays(occasion.today, -ladder.nonResponse)}::date
                         AND ${addDays(occasion.today, -(ladder.reminders[0] ?? ladder.nonResponse))}::date`
  const due = open.flatMap(({ id, supervisorId, sentOn, planned }) => {
    const round = remindersDue(ladder, fromColumn(sentOn), occasion.today).at(-1) ?? 0
    return round > planned
      ? [{ registrationId: id, supervisorId, wave: 'intake', kind: 'inquiry_reminder' as const, round }]
      : []
  })
  return each(due, (line) => remind(db, occasion, line))
}

/** Cases that met a full supervisor come back when a place is free again (protocol §2). Gives how many came back. */
export async function reconsiderFull(db: StudyDb, occasion: Occasion): Promise<number> {
  const places = occasion.study.protocol.placesPerSupervisor
  const back = await db.$queryRaw<{ id: string; supervisorId: string }[]>`
    SELECT r.id, r.supervisor_id AS "supervisorId"
      FROM study.departure d JOIN study.registration r ON r.id = d.registration_id
      JOIN study.supervisor s ON s.id = r.supervisor_id AND s.declined_on IS NULL
     WHERE r.study_id = ${occasion.study.id}::uuid AND d.step = 'register' AND d.reason = 'supervisor_full'
       AND d.returned_on IS NULL
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)
       AND NOT EXISTS (SELECT FROM study.declining n WHERE n.registration_id = r.id AND n.supervisor_id = r.supervisor_id)
       AND (SELECT count(*) FROM study.dyad p WHERE p.supervisor_id = r.supervisor_id AND p.unbound_on IS NULL) < ${places}
     ORDER BY d.left_on, r.id`
  return each(back, ({ id, supervisorId }) =>
    change(db, occasion, { verb: 'reconsider', subject: 'registration', subjectId: id }, async (tx) => {
      const free = placesFree(occasion.study.protocol, await placesTaken(tx, supervisorId, { lock: true }))
      if (free <= 0) return refuse('supervisor_full')
      return (await comeBack(tx, id, 'register', occasion.today)) ? done(null) : refuse('already_back')
    }),
  )
}
