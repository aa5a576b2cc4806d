import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { done } from '../../protocol/refusal'
import { change } from '../change'
import type { Claim, ClaimedLine } from './claimed'
import { type PlannedLine, plannedLines } from './lines'
import { type Needless, needless } from './still-meant'

/**
 * Looks at every line of claimed envelopes as things stand now: what was answered, withdrawn, closed, handed over or lost
 * in the meantime is cancelled with the reason and left out, and an envelope with nothing left is cancelled, all in one
 * audit entry. Gives the envelopes that have something left to say; one that is no longer ours is left to whose it is.
 *
 * Called within the claim, and once more immediately before a message is handed to the server. What is answered while
 * the server is being told cannot be seen any more: that takes as long as the server does, two minutes at most. To hold
 * the answer back meanwhile would make a supervisor wait for a mail server.
 */
export async function stillToSay<Envelope extends Claim>(
  db: StudyDb,
  occasion: Occasion,
  envelopes: readonly Envelope[],
): Promise<(Envelope & { readonly lines: ClaimedLine[] })[]> {
  const attempts = new Map(envelopes.map((one) => [one.id, one.attempts]))
  const lines = await plannedLines(db, occasion.study.protocol, [...attempts.keys()])
  const ours = lines.filter(({ envelopeId, claim }) => claim === attempts.get(envelopeId))
  const { meant, dropped } = sorted(ours, occasion.today)
  const empty = envelopes.filter(({ id }) => !meant.has(id))
  if (dropped.size > 0 || empty.length > 0) await cancel(db, occasion, dropped, empty)
  return envelopes.flatMap((envelope) => {
    const left = meant.get(envelope.id)
    return left ? [{ ...envelope, lines: left }] : []
  })
}

/**
 * Parts the lines: those still meant by envelope, the others by the reason why they are not. Of two that ask for the same
 * the first is said: a question and its reminder meet in one message when the mail stood still for a week.
 */
function sorted(lines: readonly PlannedLine[], today: Day) {
  const meant = new Map<string, ClaimedLine[]>()
  const dropped = new Map<Needless, string[]>()
  const said = new Set<string>()
  for (const { id, envelopeId, kind, pseudonym, asked, facts } of lines) {
    const same = asked && `${envelopeId} ${asked.link.kind} ${asked.link.id}`
    const reason = needless(facts, today) ?? (same && said.has(same) ? 'asked_already' : null)
    if (reason) keep(dropped, reason, id)
    else keep(meant, envelopeId, { id, kind, pseudonym, asked })
    if (same && !reason) said.add(same)
  }
  return { meant, dropped }
}

/** Cancels lines for their reasons, and envelopes in which nothing is left. */
function cancel(db: StudyDb, occasion: Occasion, dropped: ReadonlyMap<Needless, string[]>, empty: readonly Claim[]) {
  const lines = Object.fromEntries([...dropped].map(([reason, ids]) => [reason, ids.length]))
  const details = { ...lines, envelopes: empty.length }
  const what = { verb: 'cancel_mail', subject: 'study', subjectId: occasion.study.id, details }
  const endedAt = now()
  return change(db, occasion, what, async (tx) => {
    for (const [reason, ids] of dropped)
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

const keep = <K, V>(groups: Map<K, V[]>, key: K, value: V) => groups.set(key, [...(groups.get(key) ?? []), value])
