import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, type Result, refuse } from '../../protocol/refusal'
import { lockCase } from '../case'
import { change } from '../change'
import { refusedNow } from '../standing'
import { ask } from './ask'
import { notOpen } from './place-open'

/**
 * Asks the supervisor about a client, by mail (protocol §2, step 2), or who stands in for one who is away. Refused for a
 * case that left, has no supervisor, whose supervisor declined altogether or is away with nobody in their place, whose
 * place is not open, or that was asked about before.
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
    const { supervisorId } = known
    if (!supervisorId) return refuse('supervisor_unknown')
    const closed = await notOpen(tx, occasion, registrationId)
    if (closed) return closed
    const asked = await ask(tx, occasion, { registrationId, supervisorId, kind: 'inquiry' }, 'none')
    return 'until' in asked ? refuse('supervisor_away', { until: asked.until }) : done(asked)
  })
}
