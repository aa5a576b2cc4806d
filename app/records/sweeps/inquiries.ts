import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { addDays } from '../../protocol/day'
import { askAgain, askColleague } from '../intake/ask-again'
import { FULL } from '../intake/hand-over'
import { inquire } from '../intake/inquire'
import { each } from './each'
import { neverAsked } from './never-asked'

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

/**
 * Asks colleagues who took a case over while they were away or full, and supervisors whose stand-in declined, as soon as
 * they can be asked. Gives how many.
 */
export async function askColleagues(db: StudyDb, occasion: Occasion): Promise<number> {
  const longestAgo = addDays(occasion.today, -occasion.study.protocol.comesBackWithin)
  const waiting = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM study.registration r
      JOIN study.inquiry i ON i.registration_id = r.id AND i.supervisor_id <> r.supervisor_id AND NOT i.is_supervisor
      JOIN study.supervisor s ON s.id = r.supervisor_id AND s.declined_on IS NULL
     WHERE r.study_id = ${occasion.study.id}::uuid
       AND (r.stage = 'to_screen' OR r.stage = 'left' AND r.left_step = 'inquiry' AND r.left_reason = ${FULL}
              AND coalesce(r.started_on, r.registered_on) >= ${longestAgo}::date
              AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id))
     ORDER BY r.stage_on, r.id`
  const unasked = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM study.registration r JOIN study.inquiry i ON i.registration_id = r.id
     WHERE r.study_id = ${occasion.study.id}::uuid AND r.stage = 'awaiting_reply' AND ${neverAsked}
     ORDER BY r.stage_on, r.id`
  const colleagues = await each(waiting, ({ id }) => askColleague(db, occasion, id))
  return colleagues + (await each(unasked, ({ id }) => askAgain(db, occasion, id)))
}
