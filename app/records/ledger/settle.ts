import { now } from '../../platform/clock'
import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done } from '../../protocol/refusal'
import { change } from '../change'
import type { Claimed } from './dispatch'

/** What became of an envelope; `retry` goes back to planned and is tried again later. */
export type Outcome =
  | { readonly state: 'sent' | 'suppressed'; readonly answer: string | null }
  /** `reason` says why nobody will get it: a task for the coordinator. */
  | { readonly state: 'failed'; readonly reason: 'unknown_mailbox' | 'no_address'; readonly answer: string | null }
  | { readonly state: 'retry'; readonly answer: string }
export type Settled = { readonly envelope: Claimed; readonly outcome: Outcome }

/** How many envelopes ended in which way. */
export type MailOutcomes = {
  readonly sent: number
  readonly suppressed: number
  readonly failed: number
  readonly retry: number
}
export const NO_MAIL: MailOutcomes = { sent: 0, suppressed: 0, failed: 0, retry: 0 }

/** Minutes of machine time before the next try; the last counts for all later ones. Closing the case ends it. */
const BACK_OFF_MINUTES = [1, 5, 15, 60, 240]

/**
 * Writes down what became of claimed envelopes and of the lines that were said in them: one transaction, one audit
 * entry. What was sent is recorded as sent even when somebody took the sender for dead in the meantime.
 */
export async function settleMail(db: StudyDb, occasion: Occasion, settled: readonly Settled[]): Promise<MailOutcomes> {
  const counts = { ...NO_MAIL }
  for (const { outcome } of settled) counts[outcome.state]++
  const [only] = settled
  if (!only) return counts
  const what = {
    verb: 'send_mail',
    subject: 'mail_envelope',
    ...(settled.length === 1 && { subjectId: only.envelope.id }),
    details: counts,
  }
  await change(db, occasion, what, async (tx) => {
    for (const group of alike(settled)) await write(tx, group)
    return done(null)
  })
  return counts
}

/** Envelopes that ended alike are written together: a replayed day is one group. */
function alike(settled: readonly Settled[]): Settled[][] {
  const groups = new Map<string, Settled[]>()
  for (const one of settled) {
    const key = JSON.stringify([one.outcome, one.outcome.state === 'retry' ? one.envelope.attempts : null])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

async function write(tx: StudyTx, group: readonly Settled[]) {
  const [first] = group
  if (!first) return
  const { outcome } = first
  const ids = group.map(({ envelope }) => envelope.id)
  if (outcome.state === 'retry') {
    const minutes = BACK_OFF_MINUTES[Math.min(first.envelope.attempts, BACK_OFF_MINUTES.length) - 1] ?? 1
    const retryAt = new Date(now().getTime() + minutes * 60_000)
    await tx.mailEnvelope.updateMany({
      where: { id: { in: ids }, state: 'sending', attempts: first.envelope.attempts },
      data: { state: 'planned', retryAt, answer: outcome.answer },
    })
    return
  }
  const { state, answer } = outcome
  await tx.mailEnvelope.updateMany({
    where: { id: { in: ids }, state: { in: ['sending', 'planned'] } },
    data: { state, answer, ...(state === 'sent' && { sentAt: now() }) },
  })
  await tx.mailLine.updateMany({
    where: { id: { in: group.flatMap(({ envelope }) => envelope.lines.map(({ id }) => id)) } },
    data: { state, reason: state === 'failed' ? outcome.reason : null },
  })
}
