import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Sql, sql } from '../../platform/sql'
import { done, refuse } from '../../protocol/refusal'
import { heldBackSince } from '../../protocol/sending'
import { change } from '../change'
import { beginAnew } from './begin-anew'
import { INTAKE } from './kinds'

/** Something for a supervisor, line `l` in envelope `e`, waits for longer than rest ever keeps a message back. */
const waiting = ({ study, today }: Occasion, which: Sql) => sql`
  EXISTS (SELECT FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id
           WHERE e.study_id = ${study.id}::uuid AND l.state = 'planned' AND l.supervisor_id IS NOT NULL
             AND l.planned_on < ${heldBackSince(today)}::date AND ${which})`

/**
 * Whether mail does not leave at all: what was never tried waits since long, and nothing was sent in the meantime. Nobody's
 * silence means anything then. A message that one server keeps putting off is about its recipient (see
 * `inquiryNeverReached`), and keeps nobody else's case open.
 */
export async function mailStandsStill(db: StudyDb, occasion: Occasion): Promise<boolean> {
  const untried = sql`e.attempts = 0 AND NOT EXISTS (
    SELECT FROM study.mail_envelope s WHERE s.study_id = e.study_id AND s.state IN ('sent', 'suppressed') AND s.day > l.planned_on)`
  const [row] = await db.$queryRaw<{ still: boolean }[]>`SELECT ${waiting(occasion, untried)} AS still`
  return row?.still ?? false
}

/**
 * Inquiries and questionnaires that wait for so long go out today at last, and their days count from today: nobody gets a
 * question whose last day is past. Called when mail leaves; gives how many.
 */
export async function beginAnewAfterOutage(db: StudyDb, occasion: Occasion): Promise<number> {
  const { study, today } = occasion
  const before = heldBackSince(today)
  const inquiries = sql`i.sent_on < ${before}::date AND ${waiting(
    occasion,
    sql`l.registration_id = i.registration_id AND l.wave = ${INTAKE} AND l.supervisor_id = i.asked_id AND l.kind <> 'inquiry_reminder'`,
  )}`
  const questionnaires = sql`m.opened_on < ${before}::date AND ${waiting(
    occasion,
    sql`l.registration_id = m.registration_id AND l.wave = m.wave AND l.kind = 'questionnaire'`,
  )}`
  const [row] = await db.$queryRaw<{ some: boolean }[]>`SELECT ${waiting(occasion, sql`true`)} AS some`
  if (!row?.some) return 0
  const what = { verb: 'begin_anew', subject: 'study', subjectId: study.id }
  const begun = await change(db, occasion, what, async (tx) => {
    const count = await beginAnew(tx, occasion, { inquiries, questionnaires })
    return count > 0 ? done(count) : refuse('already_done')
  })
  return begun.ok ? begun.value : 0
}
