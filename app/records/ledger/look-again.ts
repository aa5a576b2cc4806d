import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { cancelNeedless, type Dropped } from './cancel'
import type { Claim, ClaimedLine } from './claimed'
import { type PlannedLine, plannedLines } from './lines'
import { needless } from './still-meant'

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
  if (dropped.length > 0 || empty.length > 0) await cancelNeedless(db, occasion, dropped, empty)
  return envelopes.flatMap((envelope) => {
    const left = meant.get(envelope.id)
    return left ? [{ ...envelope, lines: left }] : []
  })
}

/**
 * Parts the lines: those still meant by envelope, the others with the reason why they are not. Of two that ask for the same
 * the first is said: a question and its reminder meet in one message when both came back, or mail stood still for a week.
 */
function sorted(lines: readonly PlannedLine[], today: Day) {
  const meant = new Map<string, ClaimedLine[]>()
  const dropped: Dropped[] = []
  const said = new Set<string>()
  for (const { id, envelopeId, kind, pseudonym, asked, facts } of lines) {
    const same = asked && `${envelopeId} ${asked.link.kind} ${asked.link.id}`
    const reason = needless(facts, today) ?? (same && said.has(same) ? 'asked_already' : null)
    if (reason) dropped.push({ id, reason })
    else meant.set(envelopeId, [...(meant.get(envelopeId) ?? []), { id, kind, pseudonym, asked }])
    if (same && !reason) said.add(same)
  }
  return { meant, dropped }
}
