import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import { type Day, dayAt } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { beginAnew } from './begin-anew'
import type { MailKind } from './kinds'
import { inquiryNeverReached, questionnaireNeverReached } from './never-reached'
import { openEnvelope } from './open-envelope'

/** Something that did not reach a supervisor: about which client (a pseudonym), and why. */
export type FailedLine = {
  readonly id: string
  readonly client: string
  readonly kind: MailKind
  readonly reason: string
  readonly on: Day
}

/**
 * What did not reach a supervisor, the oldest first, and when the last of it was tried; null when everything did. A report that it
 * came back may be read days after that.
 */
export async function failedTo(
  db: StudyDb,
  supervisorId: string,
): Promise<{ readonly lines: readonly FailedLine[]; readonly tried: Date } | null> {
  const rows = await db.$queryRaw<(Omit<FailedLine, 'on'> & { at: Date; tried: Date })[]>`
    SELECT l.id, c.pseudonym AS client, l.kind, coalesce(l.reason, '') AS reason, coalesce(l.ended_at, e.planned_at) AS at,
           max(coalesce(e.sent_at, l.ended_at, e.planned_at)) OVER () AS tried
      FROM study.mail_line l
      JOIN study.mail_envelope e ON e.id = l.envelope_id
      JOIN study.registration r ON r.id = l.registration_id
      JOIN study.client c ON c.id = r.client_id
     WHERE l.supervisor_id = ${supervisorId}::uuid AND l.state = 'failed'
     ORDER BY at, l.id`
  const [first] = rows
  return first
    ? { lines: rows.map(({ at, tried: _, ...line }) => ({ ...line, on: dayAt(at) })), tried: first.tried }
    : null
}

/**
 * Plans everything anew that did not reach a supervisor, once the address was mended or their mailbox works again: the same lines in another envelope,
 * for a line is said once to each; the one that failed stays as it ended. Whether each is still meant is asked when it
 * leaves. A question that never reached them goes out today, and its days count from today (protocol §2.2, §3). Refused when
 * nothing failed.
 */
export function resendFailed(db: StudyDb, occasion: Occasion, supervisorId: string): Promise<Result<number>> {
  const what = { verb: 'resend_mail', subject: 'supervisor', subjectId: supervisorId }
  return change(db, occasion, what, async (tx) => {
    await beginAnew(tx, occasion, {
      inquiries: sql`i.asked_id = ${supervisorId}::uuid AND ${inquiryNeverReached}`,
      questionnaires: sql`study.rater(m.dyad_id, m.registration_id) = ${supervisorId}::uuid AND ${questionnaireNeverReached}`,
    })
    const [envelope] = await tx.$queryRaw<{ id: string }[]>(
      openEnvelope(occasion, { supervisor: supervisorId }, sql`true`),
    )
    if (!envelope) throw new Error('no envelope stayed open long enough to take a line')
    const { count } = await tx.mailLine.updateMany({
      where: { supervisorId, state: 'failed' },
      data: { envelopeId: envelope.id, state: 'planned', reason: null, endedAt: null },
    })
    return count > 0 ? done(count) : refuse('nothing_failed')
  })
}
