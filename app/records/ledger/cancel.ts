import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done } from '../../protocol/refusal'
import { change } from '../change'
import type { Claim } from './claimed'
import type { Needless } from './still-meant'

/** A line that is not said after all, and why. */
export type Dropped = { readonly id: string; readonly reason: Needless }

/**
 * Cancels lines of claimed envelopes for their reasons, and envelopes in which nothing is left, all in one audit entry.
 * Somebody else's claim stays.
 */
export function cancelNeedless(
  db: StudyDb,
  occasion: Occasion,
  dropped: readonly Dropped[],
  empty: readonly Claim[],
): Promise<unknown> {
  const byReason = new Map<Needless, string[]>()
  for (const { id, reason } of dropped) byReason.set(reason, [...(byReason.get(reason) ?? []), id])
  const lines = Object.fromEntries([...byReason].map(([reason, ids]) => [reason, ids.length]))
  const details = { ...lines, envelopes: empty.length }
  const what = { verb: 'cancel_mail', subject: 'study', subjectId: occasion.study.id, details }
  const endedAt = now()
  return change(db, occasion, what, async (tx) => {
    for (const [reason, ids] of byReason)
      await tx.mailLine.updateMany({
        where: { id: { in: ids }, state: 'planned' },
        data: { state: 'cancelled', reason, endedAt },
      })
    // Nobody tried to send it: as before the claim, so that a later line of today may still use it.
    for (const { id, attempts } of empty)
      await tx.mailEnvelope.updateMany({
        where: { id, attempts, state: 'sending' },
        data: { state: 'cancelled', attempts: { decrement: 1 }, endedAt },
      })
    return done(null)
  })
}
