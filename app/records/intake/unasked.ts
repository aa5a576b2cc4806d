import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { refusedNow } from '../standing'
import { type Reply, writeReply, wrongReply } from './reply'
import type { Screened } from './screened'
import { screenCase } from './screening'

/** Whether a case stands where its supervisor could be asked, and was not. */
export const unasked = async (db: StudyDb, registrationId: string): Promise<boolean> =>
  (await db.registration.count({ where: { id: registrationId, stage: 'to_inquire' } })) > 0

/**
 * A reply to what nobody asked: the supervisor told it another way, by telephone or on a list of the office (protocol §2,
 * step 2). The question is written as of the day of the reply, so that the case is counted among those that were asked; no
 * mail goes. Refused where the supervisor could not be asked, and for what is wrong with the reply itself.
 */
export function recordUnasked(db: StudyDb, occasion: Occasion, reply: Reply): Promise<Result<Screened>> {
  const { registrationId, repliedOn } = reply
  const details = { repliedOn, unasked: true }
  const what = { verb: 'record_reply', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case', { field: 'supervision' })
    const refusal = refusalOf(known) ?? wrongReply(occasion, { sentOn: repliedOn }, reply)
    if (refusal) return refusal
    const supervisorId = known.supervisorId as string
    await tx.inquiry.createMany({
      data: { id: newId(), registrationId, supervisorId, askedId: supervisorId, sentOn: toColumn(repliedOn) },
    })
    const then = await lockCase(tx, occasion.study.id, registrationId)
    const answered = await writeReply(tx, occasion, then as Case, reply)
    return done(await screenCase(tx, occasion, answered, repliedOn))
  })
}

function refusalOf(known: Case): Result<never> | null {
  const field = 'supervision'
  if (known.withdrawn) return refuse('withdrawn', { field })
  if (known.declined) return refuse('supervisor_declined', { field })
  if (!known.supervisorId) return refuse('supervisor_unknown', { field })
  return refusedNow('inquire', known, { field })
}
