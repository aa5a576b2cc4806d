import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Sql } from '../../platform/sql'

/**
 * Lets the days of questions that did not go out begin on this day (protocol §2.2, §3). Takes which: of inquiries `i` that
 * wait for a reply, and of supervisors' questionnaires `m` that are open. Gives how many.
 */
export async function beginAnew(
  tx: StudyTx,
  { study, today }: Occasion,
  { inquiries, questionnaires }: { readonly inquiries: Sql; readonly questionnaires: Sql },
): Promise<number> {
  const asked = await tx.$executeRaw`
    UPDATE study.inquiry i SET sent_on = ${today}::date
      FROM study.registration r
     WHERE r.id = i.registration_id AND r.study_id = ${study.id}::uuid AND i.replied_on IS NULL AND ${inquiries}`
  const opened = await tx.$executeRaw`
    UPDATE study.measurement m SET opened_on = ${today}::date
     WHERE m.study_id = ${study.id}::uuid AND m.perspective = 'supervisor' AND m.completed_on IS NULL AND m.closed_on IS NULL
       AND ${questionnaires}`
  return asked + opened
}
