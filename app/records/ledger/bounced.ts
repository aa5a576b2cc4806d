import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** A message that will not arrive any more, though a server took it: left of the @ of its id, and with which status. */
type CameBack = { readonly messageId: string; readonly status: string }

/** Of which study each of these messages is; one that none sent is not there. */
export async function studiesOfMail(db: StudyDb, messageIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.mailEnvelope.findMany({
    where: { messageId: { in: [...messageIds] } },
    select: { messageId: true, studyId: true },
  })
  return new Map(rows.map(({ messageId, studyId }) => [messageId, studyId]))
}

/**
 * Writes down that messages came back, with all that was said in them: a task for the coordinator. Gives how many; a
 * message of which that is known already changes nothing, and when all are, nothing is written (`already_done`).
 */
export function bounceMail(db: StudyDb, occasion: Occasion, cameBack: readonly CameBack[]): Promise<Result<number>> {
  const { study } = occasion
  const at = now()
  const what = { verb: 'bounce_mail', subject: 'study', subjectId: study.id }
  return change(db, occasion, what, async (tx) => {
    // one whose taking was not written down yet was taken all the same: a report says so
    const envelopes = await tx.$queryRaw<{ id: string }[]>`
      UPDATE study.mail_envelope e
         SET state = 'failed', reason = 'bounced', bounced_at = ${at}::timestamptz, ended_at = ${at}::timestamptz, bounce = b.status
        FROM unnest(${cameBack.map(({ messageId }) => messageId)}::text[], ${cameBack.map(({ status }) => status)}::text[])
               AS b (message_id, status)
       WHERE e.study_id = ${study.id}::uuid AND e.message_id = b.message_id AND e.bounced_at IS NULL AND e.attempts > 0
         AND e.state IN ('planned', 'sending', 'sent')
      RETURNING e.id`
    if (envelopes.length === 0) return refuse('already_done')
    await tx.mailLine.updateMany({
      where: { envelopeId: { in: envelopes.map(({ id }) => id) }, state: { in: ['planned', 'sent'] } },
      data: { state: 'failed', reason: 'bounced', endedAt: at },
    })
    return done(envelopes.length)
  })
}
