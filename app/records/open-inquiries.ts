import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { addDays, type Day, fromColumn } from '../protocol/day'
import { nonResponseOn } from '../protocol/reminders'

/** A question about a client that somebody is asked now, or answered today. */
export type OpenInquiry = {
  readonly inquiryId: string
  readonly registrationId: string
  /** The client's pseudonym. */
  readonly pseudonym: string
  readonly askedOn: Day
  readonly until: Day
  readonly answered: boolean
  /** Asked in the place of the supervisor. */
  readonly standIn: boolean
}

type Row = {
  inquiryId: string
  registrationId: string
  pseudonym: string
  sentOn: Date
  answered: boolean
  standIn: boolean
}

/**
 * Every inquiry that one person is asked, also as a stand-in, and can still answer, and those answered today, so that
 * they see how far they are (protocol §2). The one behind their link is the first. None of a client who withdrew, of a
 * case that left for another reason than silence, or of a supervisor who declined.
 */
export async function openInquiries(
  db: StudyDb,
  { study, today }: Occasion,
  { supervisorId, first }: { readonly supervisorId: string; readonly first: string },
): Promise<OpenInquiry[]> {
  const ladder = study.protocol.inquiry
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id AS "inquiryId", r.id AS "registrationId", c.pseudonym, i.sent_on AS "sentOn",
           i.replied_on IS NOT NULL AS answered, i.supervisor_id <> ${supervisorId}::uuid AS "standIn"
      FROM study.inquiry i
      JOIN study.registration r ON r.id = i.registration_id AND r.study_id = ${study.id}::uuid
      JOIN study.client c ON c.id = r.client_id
     WHERE (i.asked_id = ${supervisorId}::uuid OR i.registration_id = ${first}::uuid AND i.supervisor_id = ${supervisorId}::uuid)
       AND (i.replied_on = ${today}::date OR i.replied_on IS NULL AND i.sent_on >= ${addDays(today, -ladder.nonResponse)}::date
              AND (r.stage <> 'left' OR r.left_step = 'inquiry' AND r.left_reason = 'no_reply'))
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)
       AND NOT EXISTS (SELECT FROM study.declining n WHERE n.registration_id = r.id AND n.supervisor_id = ${supervisorId}::uuid)
       AND NOT EXISTS (SELECT FROM study.supervisor s
                        WHERE s.id IN (${supervisorId}::uuid, r.supervisor_id) AND s.declined_on IS NOT NULL)
     ORDER BY r.id <> ${first}::uuid, i.sent_on, i.id`
  return rows.map(({ sentOn, ...row }) => {
    const askedOn = fromColumn(sentOn)
    return { ...row, askedOn, until: nonResponseOn(ladder, askedOn) }
  })
}
