import { now } from '../../platform/clock'
import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done } from '../../protocol/refusal'
import { change } from '../change'
import type { Claim } from './claimed'
import { type PutOff, putOff } from './put-off'

/** What became of an envelope; `retry` and `stopped` go back to planned and are tried again later. */
export type Outcome =
  | { readonly state: 'sent' | 'suppressed'; readonly answer: string | null }
  /** `reason` says why nobody will get it: a task for the coordinator. */
  | {
      readonly state: 'failed'
      readonly reason: 'unknown_mailbox' | 'no_address' | 'not_taken'
      readonly answer: string | null
    }
  | PutOff
/** A claimed envelope with the lines that were said in it. */
export type Settled = {
  readonly envelope: Claim & { readonly lines: readonly { readonly id: string }[] }
  readonly outcome: Outcome
}

/** How many envelopes ended in which way. */
export type MailOutcomes = Readonly<Record<Outcome['state'], number>>
export const NO_MAIL: MailOutcomes = { sent: 0, suppressed: 0, failed: 0, retry: 0, stopped: 0 }

/**
 * Writes down what became of claimed envelopes and of the lines that were said in them: one transaction, one audit
 * entry. What was sent is recorded as sent even when somebody took the sender for dead in the meantime, or cancelled a line
 * while the server had it.
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
    const { state } = one.outcome
    // each waits a while of its own
    const key = state === 'retry' || state === 'stopped' ? one.envelope.id : JSON.stringify(one.outcome)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

async function write(tx: StudyTx, group: readonly Settled[]) {
  const [first] = group
  if (!first) return
  const { outcome, envelope } = first
  if (outcome.state === 'retry' || outcome.state === 'stopped') {
    const refused = await putOff(tx, envelope, outcome)
    if (refused) await end(tx, group, refused)
  } else await end(tx, group, outcome)
}

async function end(tx: StudyTx, group: readonly Settled[], outcome: Exclude<Outcome, PutOff>) {
  const instant = now()
  const { state, answer } = outcome
  const reason = state === 'failed' ? outcome.reason : null
  await tx.mailEnvelope.updateMany({
    where: { id: { in: group.map((one) => one.envelope.id) }, state: { in: ['sending', 'planned'] } },
    data: {
      ...{ state, answer, reason },
      ...(state === 'sent' && { sentAt: instant }),
      ...(state === 'failed' && { endedAt: instant }),
    },
  })
  await tx.mailLine.updateMany({
    // what came back before this was written down did not arrive
    where: { id: { in: group.flatMap((one) => one.envelope.lines.map(({ id }) => id)) }, state: { not: 'failed' } },
    data: { state, reason, endedAt: instant },
  })
}
