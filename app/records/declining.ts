import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { toColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { cancelMail } from './ledger/plan'

/** A supervisor declines altogether and is never asked again (protocol §6). Refused for an unknown one, or twice. */
export function declineAltogether(db: StudyDb, occasion: Occasion, supervisorId: string): Promise<Result<null>> {
  const what = { verb: 'decline_altogether', subject: 'supervisor', subjectId: supervisorId }
  return change(db, occasion, what, async (tx) => {
    const { count } = await tx.supervisor.updateMany({
      where: { id: supervisorId, studyId: occasion.study.id, declinedOn: null },
      data: { declinedOn: toColumn(occasion.today) },
    })
    if (count === 0) return refuse('unknown_supervisor')
    const about = await tx.registration.findMany({ where: { supervisorId }, select: { id: true } })
    for (const { id } of about) await cancelMail(tx, id, 'supervisor_declined')
    return done(null)
  })
}
