import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { addDays, fromColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { remindersDue } from '../../protocol/reminders'
import { holdsOn, whomToAsk } from '../absences'
import { lockCase } from '../case'
import { change } from '../change'
import { NEW_LADDER, roundsOf } from '../intake/ask'
import { casesAtRegister } from '../intake/register-facts'
import { INTAKE } from '../ledger/kinds'
import { inquiryNeverReached } from '../ledger/never-reached'
import { type PlannedMail, planMail } from '../ledger/plan'
import { each } from './each'
import { remind } from './remind'

type Open = { id: string; askedId: string; sentOn: Date; before: number; planned: number; away: boolean }

/**
 * Reminds whoever is asked and did not answer the inquiry, by its ladder (protocol §2.2). A ladder that begins anew counts
 * its rounds on, so that each round is said once to each. Who was never mailed about it is not reminded: what a file of the
 * past told was asked by others; nor is who never got the question. Nor is who had their link taken back: a reminder would bring it again. Nor is anybody while
 * the place is not open (§2.1). Gives how many reminders were planned.
 */
export async function remindInquiries(db: StudyDb, occasion: Occasion): Promise<number> {
  const { study, today } = occasion
  const ladder = study.protocol.inquiry
  const open = await db.$queryRaw<Open[]>`
    SELECT i.registration_id AS id, i.asked_id AS "askedId", i.sent_on AS "sentOn",
           (SELECT count(*) FROM study.inquiry_before b
             WHERE b.registration_id = r.id AND b.why = ANY(${[...NEW_LADDER]}::text[]))::int AS before,
           coalesce((SELECT max(l.round) FROM study.mail_line l WHERE l.registration_id = i.registration_id
                      AND l.wave = ${INTAKE} AND l.kind IN ('inquiry_reminder', 'inquiry_stand_in')), 0)::int AS planned,
           EXISTS (SELECT FROM study.absence a WHERE a.supervisor_id = i.asked_id AND ${holdsOn(today)}) OR EXISTS (
             SELECT FROM study.supervisor s WHERE s.id = i.asked_id AND s.declined_on IS NOT NULL) AS away
      FROM study.inquiry i JOIN study.registration r ON r.id = i.registration_id
     WHERE r.study_id = ${study.id}::uuid AND i.replied_on IS NULL
       AND EXISTS (SELECT FROM study.mail_line l WHERE l.registration_id = r.id AND l.wave = ${INTAKE})
       AND NOT EXISTS (SELECT FROM study.departure d WHERE d.registration_id = r.id AND d.returned_on IS NULL)
       AND NOT ${inquiryNeverReached}
       AND coalesce((SELECT bool_or(k.revoked_on IS NULL) FROM study.issued_link k WHERE k.target_id = i.id), true)
       AND i.sent_on BETWEEN ${addDays(today, -ladder.nonResponse)}::date
                         AND ${addDays(today, -(ladder.reminders[0] ?? ladder.nonResponse))}::date`
  const due = open.flatMap(({ id, askedId, sentOn, before, planned, away }) => {
    const round = remindersDue(ladder, fromColumn(sentOn), today).at(-1) ?? 0
    const counted = before * roundsOf(study.protocol) + round
    const line = { registrationId: id, supervisorId: askedId, wave: INTAKE, round: counted }
    return round > 0 && counted > planned ? [{ line: { ...line, kind: 'inquiry_reminder' as const }, away }] : []
  })
  const ids = due.map(({ line }) => line.registrationId)
  const at = ids.length > 0 ? await casesAtRegister(db, occasion, ids) : []
  const closed = new Set(at.flatMap(({ id, facts }) => (facts.open === 'location_not_open' ? id : [])))
  const meant = due.filter(({ line }) => !closed.has(line.registrationId))
  return each(meant, ({ line, away }) => (away ? remindElsewhere(db, occasion, line) : remind(db, occasion, line)))
}

/**
 * Reminds when the one who was asked cannot be now: who stands in for them is asked from here on. Refused while there is
 * nobody; the round is said when somebody is back, if the ladder has not ended by then.
 */
function remindElsewhere(db: StudyDb, occasion: Occasion, line: PlannedMail): Promise<Result<null>> {
  const { registrationId, wave, kind, round } = line
  const details = { wave, kind, round }
  const what = { verb: 'remind', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    const supervisorId = known?.inquiry?.supervisorId
    if (!known?.inquiry || !supervisorId || known.inquiry.repliedOn) return refuse('already_replied')
    if (known.declined) return refuse('supervisor_declined')
    const { askedId, until } = await whomToAsk(tx, occasion, { supervisorId, registrationId })
    if (askedId === null) return refuse('supervisor_away', { until })
    await tx.inquiry.updateMany({ where: { registrationId }, data: { askedId } })
    const kindNow = askedId === supervisorId ? kind : 'inquiry_stand_in'
    const planned = await planMail(tx, occasion, { ...line, supervisorId: askedId, kind: kindNow })
    return planned ? done(null) : refuse('already_planned')
  })
}
