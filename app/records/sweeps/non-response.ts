import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { addDays, type Day, fromColumn, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { nonResponseOn } from '../../protocol/reminders'
import { lockCase } from '../case'
import { change } from '../change'
import { depart } from '../departures'
import { INTAKE } from '../ledger/kinds'
import { inquiryNeverReached, questionnaireNeverReached } from '../ledger/never-reached'
import { cancelMail } from '../ledger/plan'
import { each } from './each'
import { neverAsked } from './never-asked'

/** Closes cases whose supervisor got the inquiry and never answered it (protocol §2.2). Gives how many. */
export async function closeInquiries(db: StudyDb, occasion: Occasion): Promise<number> {
  const ladder = occasion.study.protocol.inquiry
  const silent = await db.$queryRaw<{ id: string; sentOn: Date }[]>`
    SELECT i.registration_id AS id, i.sent_on AS "sentOn"
      FROM study.inquiry i JOIN study.registration r ON r.id = i.registration_id
     WHERE r.study_id = ${occasion.study.id}::uuid AND i.replied_on IS NULL
       AND i.sent_on <= ${addDays(occasion.today, -ladder.nonResponse)}::date
       AND NOT EXISTS (SELECT FROM study.departure d WHERE d.registration_id = r.id AND d.returned_on IS NULL)
       AND NOT ${neverAsked} AND NOT ${inquiryNeverReached}`
  return each(silent, ({ id, sentOn }) => closeInquiry(db, occasion, id, nonResponseOn(ladder, fromColumn(sentOn))))
}

function closeInquiry(db: StudyDb, occasion: Occasion, registrationId: string, on: Day): Promise<Result<null>> {
  const what = { verb: 'close_inquiry', subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known?.inquiry || known.inquiry.repliedOn) return refuse('already_replied')
    // another sweep was quicker
    if (Object.keys(known.left).length > 0) return refuse('case_left')
    await depart(tx, occasion, registrationId, 'inquiry', 'no_reply', on)
    await cancelMail(tx, registrationId, 'non_response', { wave: INTAKE })
    return done(null)
  })
}

/** Closes questionnaires that supervisors got and did not fill in (protocol §3). Gives how many. */
export async function closeQuestionnaires(db: StudyDb, occasion: Occasion): Promise<number> {
  let count = 0
  for (const { name: wave, questionnaire: ladder } of occasion.study.protocol.waves) {
    const silent = await db.$queryRaw<{ id: string; registrationId: string; openedOn: Date }[]>`
      SELECT m.id, m.registration_id AS "registrationId", m.opened_on AS "openedOn"
        FROM study.measurement m
       WHERE m.study_id = ${occasion.study.id}::uuid AND m.wave = ${wave} AND m.perspective = 'supervisor'
         AND m.completed_on IS NULL AND m.closed_on IS NULL
         AND m.opened_on <= ${addDays(occasion.today, -ladder.nonResponse)}::date
         AND NOT ${questionnaireNeverReached}`
    count += await each(silent, ({ openedOn, ...one }) =>
      closeQuestionnaire(db, occasion, one, wave, nonResponseOn(ladder, fromColumn(openedOn))),
    )
  }
  return count
}

function closeQuestionnaire(
  db: StudyDb,
  occasion: Occasion,
  { id, registrationId }: { readonly id: string; readonly registrationId: string },
  wave: string,
  on: Day,
): Promise<Result<null>> {
  const what = { verb: 'close_questionnaire', subject: 'registration', subjectId: registrationId, details: { wave } }
  return change(db, occasion, what, async (tx) => {
    const { count } = await tx.measurement.updateMany({
      where: { id, completedOn: null, closedOn: null },
      data: { closedOn: toColumn(on) },
    })
    if (count === 0) return refuse('already_answered')
    await cancelMail(tx, registrationId, 'non_response', { wave, kinds: ['questionnaire', 'questionnaire_reminder'] })
    return done(null)
  })
}
