import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Sql, sql } from '../../platform/sql'
import { addDays } from '../../protocol/day'
import { done, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { INTAKE } from './kinds'

/**
 * Longer than nights, weekends and holidays hold a message back: what waits longer stood still, for the mail did not leave at all.
 */
const HELD_BACK_DAYS = 5

/** A question that was planned before mail stood still, and has not gone out: line `l` of study and day. */
const waiting = ({ study, today }: Occasion, which: Sql) => sql`
  EXISTS (SELECT FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id
           WHERE e.study_id = ${study.id}::uuid AND l.state = 'planned' AND l.planned_on < ${addDays(today, -HELD_BACK_DAYS)}::date
             AND ${which})`

/** Whether questions to supervisors have waited for longer than they are ever held back: nobody's silence means anything then. */
export async function mailStandsStill(db: StudyDb, occasion: Occasion): Promise<boolean> {
  const [row] = await db.$queryRaw<
    { still: boolean }[]
  >`SELECT ${waiting(occasion, sql`l.supervisor_id IS NOT NULL`)} AS still`
  return row?.still ?? false
}

/**
 * Inquiries and questionnaires that wait since mail stood still go out today at last, and their days count from today: nobody gets a
 * question whose last day is past. Called when mail leaves again; gives how many.
 */
export async function beginAnewAfterOutage(db: StudyDb, occasion: Occasion): Promise<number> {
  if (!(await mailStandsStill(db, occasion))) return 0
  const { study, today } = occasion
  const before = addDays(today, -HELD_BACK_DAYS)
  const begun = await change(
    db,
    occasion,
    { verb: 'begin_anew', subject: 'study', subjectId: study.id },
    async (tx) => {
      const inquiries = await tx.$executeRaw`
      UPDATE study.inquiry i SET sent_on = ${today}::date
        FROM study.registration r
       WHERE r.id = i.registration_id AND r.study_id = ${study.id}::uuid AND i.replied_on IS NULL AND i.sent_on < ${before}::date
         AND ${waiting(occasion, sql`l.registration_id = r.id AND l.wave = ${INTAKE} AND l.supervisor_id = i.asked_id AND l.kind <> 'inquiry_reminder'`)}`
      const questionnaires = await tx.$executeRaw`
      UPDATE study.measurement m SET opened_on = ${today}::date
       WHERE m.study_id = ${study.id}::uuid AND m.perspective = 'supervisor' AND m.completed_on IS NULL AND m.closed_on IS NULL
         AND m.opened_on < ${before}::date
         AND ${waiting(occasion, sql`l.registration_id = m.registration_id AND l.wave = m.wave AND l.kind = 'questionnaire'`)}`
      return inquiries + questionnaires > 0 ? done(inquiries + questionnaires) : refuse('already_done')
    },
  )
  return begun.ok ? begun.value : 0
}
