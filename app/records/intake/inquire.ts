import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { lockCase } from '../case'
import { change } from '../change'
import { planMail } from '../ledger/plan'
import { refusedNow } from '../standing'

/**
 * Asks the supervisor about a client, by mail (protocol §2, step 2). Refused for a case that left, has no supervisor,
 * whose supervisor declined altogether, or that was asked about before.
 */
export function inquire(
  db: StudyDb,
  occasion: Occasion,
  registrationId: string,
): Promise<Result<{ inquiryId: string }>> {
  const what = { verb: 'inquire', subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    if (known.declined) return refuse('supervisor_declined')
    const refusal = refusedNow('inquire', known)
    if (refusal) return refusal
    if (!known.supervisorId) return refuse('supervisor_unknown')
    const inquiryId = newId()
    await tx.inquiry.createMany({
      data: {
        id: inquiryId,
        registrationId,
        supervisorId: known.supervisorId,
        askedId: known.supervisorId,
        sentOn: toColumn(occasion.today),
      },
    })
    const mail = {
      registrationId,
      supervisorId: known.supervisorId,
      wave: 'intake',
      kind: 'inquiry',
      round: 0,
    } as const
    await planMail(tx, occasion, mail)
    return done({ inquiryId })
  })
}
