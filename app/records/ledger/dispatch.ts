import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { MailKind } from './kinds'
import type { PlannedLine } from './lines'
import { stillToSay } from './look-again'
import { STOPPED } from './stopped'

/** An envelope that is ours to send, with what is still to be said in it. */
export type Claimed = {
  readonly id: string
  readonly messageId: string
  readonly supervisorId: string
  /** The supervisor's pseudonym. */
  readonly pseudonym: string
  readonly language: string
  /** How often it was tried, this time included: whose claim it is. */
  readonly attempts: number
  readonly lines: readonly ClaimedLine[]
}
export type ClaimedLine = {
  readonly id: string
  readonly kind: MailKind
  /** The client's pseudonym. */
  readonly pseudonym: string
  /** What is asked: what its link opens, and the last day that counts. Null when it asks for nothing. */
  readonly asked: PlannedLine['asked']
}

/**
 * Claims at most so many of today's envelopes: planned → sending, each by one process only; those that the server refused
 * as a whole come last. Then looks at every line again (see `stillToSay`). Returns what is to be sent now; `more` is
 * false when no envelope waited.
 */
export async function claimMail(
  db: StudyDb,
  occasion: Occasion,
  most: number,
): Promise<{ claimed: Claimed[]; more: boolean }> {
  const { study, today } = occasion
  const instant = now()
  const envelopes = await db.$queryRaw<(Omit<Claimed, 'lines'> & { stopped: boolean })[]>`
    UPDATE study.mail_envelope e SET state = 'sending', claimed_at = ${instant}::timestamptz, attempts = e.attempts + 1
      FROM study.supervisor s
     WHERE s.id = e.supervisor_id AND e.state = 'planned' AND e.id IN (
       SELECT id FROM study.mail_envelope
        WHERE study_id = ${study.id}::uuid AND state = 'planned' AND day = ${today}::date
          AND (retry_at IS NULL OR retry_at <= ${instant}::timestamptz)
        ORDER BY reason IS NOT DISTINCT FROM ${STOPPED}, id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING e.id, e.message_id AS "messageId", e.supervisor_id AS "supervisorId", s.pseudonym, e.language, e.attempts,
              e.reason IS NOT DISTINCT FROM ${STOPPED} AS stopped`
  if (envelopes.length === 0) return { claimed: [], more: false }
  const claimed = [...envelopes]
    .sort((a, b) => Number(a.stopped) - Number(b.stopped) || (a.id < b.id ? -1 : 1))
    .map(({ stopped: _, ...envelope }) => envelope)
  try {
    return { claimed: await stillToSay(db, occasion, claimed), more: true }
  } catch (error) {
    await releaseMail(db, claimed).catch(() => {})
    throw error
  }
}

/**
 * Lets go of envelopes that were claimed and not tried: as before the claim, so that a later line of the day may still use
 * them; not before the given instant, if any. Somebody else's claim stays.
 */
export async function releaseMail(
  db: StudyDb,
  envelopes: readonly Pick<Claimed, 'id' | 'attempts'>[],
  until: Date | null = null,
): Promise<void> {
  if (envelopes.length === 0) return
  await db.$executeRaw`
    UPDATE study.mail_envelope e SET state = 'planned', attempts = e.attempts - 1, retry_at = ${until}::timestamptz
      FROM unnest(${envelopes.map(({ id }) => id)}::uuid[], ${envelopes.map(({ attempts }) => attempts)}::smallint[]) AS o (id, attempts)
     WHERE e.id = o.id AND e.attempts = o.attempts AND e.state = 'sending'`
}
