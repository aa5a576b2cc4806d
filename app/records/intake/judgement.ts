import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import { reasonNamed } from '../../protocol/reasons'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { depart } from '../departures'
import { refusedNow } from '../standing'
import { answeredBy } from './answered-by'
import { approachCase } from './approach'
import type { Screened } from './screened'

/**
 * Records what the supervisor judged by telephone after the criteria were found met (protocol §2, step 4).
 * `reason` null: the client can be approached. Refused when nothing was screened, or it was judged before.
 */
export function judge(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, reason }: { readonly registrationId: string; readonly reason: string | null },
): Promise<Result<Screened>> {
  const what = { verb: 'judge', subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    const refusal = refusedNow('judge', known)
    if (refusal) return refusal
    if (reason && !reasonNamed(occasion.study.protocol, 'judgement', reason))
      return refuse('unknown_reason', { field: 'reason' })
    return done(await judgeCase(tx, occasion, known, { on: occasion.today, reason }))
  })
}

/** Step 4: the supervisor's judgement whether the client can be approached now; yes leads to the approach at once. */
export async function judgeCase(
  tx: StudyTx,
  occasion: Occasion,
  known: Case,
  { on, reason }: { readonly on: Day; readonly reason: string | null },
): Promise<Screened> {
  await tx.judgement.createMany({
    data: {
      registrationId: known.id,
      judgedOn: toColumn(on),
      approachable: reason === null,
      reason,
      judgedBy: answeredBy(occasion, known),
      seq: 1 + (await tx.judgement.count({ where: { registrationId: known.id } })),
    },
  })
  if (reason === null) return approachCase(tx, occasion, known, on)
  await depart(tx, occasion, known.id, 'judgement', reason, on)
  return { stands: 'left', step: 'judgement', reason }
}
