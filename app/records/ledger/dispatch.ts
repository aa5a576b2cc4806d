import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { done, refuse } from '../../protocol/refusal'
import { change } from '../change'
import type { MailKind } from './kinds'
import { type PlannedLine, plannedLines } from './lines'
import { type Needless, needless } from './still-meant'

/** An envelope that is ours to send, with what is still to be said in it. */
export type Claimed = {
  readonly id: string
  readonly messageId: string
  readonly supervisorId: string
  /** The supervisor's pseudonym. */
  readonly pseudonym: string
  readonly language: string
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

/** After which time in machine milliseconds a claim belonged to a process that died. */
const STUCK_AFTER_MS = 10 * 60_000

/**
 * Puts the ledger in order before mail goes out, and says whether anything waits. An envelope that was being sent for
 * ten minutes belonged to a process that died: it is planned again, under the same Message-ID. One that did not leave
 * on its day becomes today's, unless today's exists: then it waits a day more, for two would be one too many.
 * Who sends nothing may take up a claim at once (`stuckAfter` 0): a second try cannot be a second message.
 * What is moved to another day is an audit entry a batch; a claim that ends is none, for nothing was said or changed.
 */
export async function readyMail(
  db: StudyDb,
  occasion: Occasion,
  stuckAfter: number = STUCK_AFTER_MS,
): Promise<boolean> {
  const { study, today } = occasion
  const claimedBy = new Date(now().getTime() - stuckAfter)
  const [waiting] = await db.$queryRaw<{ some: boolean; stuck: boolean; late: boolean }[]>`
    SELECT count(*) > 0 AS some, coalesce(bool_or(e.state = 'sending' AND e.claimed_at <= ${claimedBy}::timestamptz), false) AS stuck,
           coalesce(bool_or(e.day < ${today}::date), false) AS late
      FROM study.mail_envelope e
     WHERE e.study_id = ${study.id}::uuid AND e.state IN ('planned', 'sending') AND e.day <= ${today}::date`
  if (waiting?.stuck)
    await db.mailEnvelope.updateMany({
      where: { studyId: study.id, state: 'sending', claimedAt: { lte: claimedBy } },
      data: { state: 'planned' },
    })
  if (waiting?.late) await moveLate(db, occasion)
  return waiting?.some ?? false
}

/** Brings what did not leave on its day to today; nothing is written when it all has to wait. */
function moveLate(db: StudyDb, occasion: Occasion) {
  const { study, today } = occasion
  const what = { verb: 'move_mail', subject: 'study', subjectId: study.id }
  return change(db, occasion, what, async (tx) => {
    const moved = await tx.$executeRaw`
      UPDATE study.mail_envelope SET day = ${today}::date
       WHERE id IN (
         SELECT DISTINCT ON (late.supervisor_id) late.id FROM study.mail_envelope late
          WHERE late.study_id = ${study.id}::uuid AND late.state = 'planned' AND late.day < ${today}::date
            AND NOT EXISTS (SELECT FROM study.mail_envelope of_today
                             WHERE of_today.study_id = late.study_id AND of_today.supervisor_id = late.supervisor_id
                               AND of_today.day = ${today}::date)
          ORDER BY late.supervisor_id, late.day)
         AND state = 'planned'`
    return moved > 0 ? done(moved) : refuse('already_done')
  })
}

/**
 * Claims at most so many of today's envelopes: planned → sending, each by one process only. Then looks at every line
 * again: what was answered, withdrawn, closed or lost in the meantime is cancelled with the reason and left out, and an
 * envelope with nothing left is cancelled, all in one audit entry. Returns what is to be sent now; `more` is false when
 * no envelope waited.
 */
export async function claimMail(
  db: StudyDb,
  occasion: Occasion,
  most: number,
): Promise<{ claimed: Claimed[]; more: boolean }> {
  const { study, today } = occasion
  const instant = now()
  const envelopes = await db.$queryRaw<Omit<Claimed, 'lines'>[]>`
    UPDATE study.mail_envelope e SET state = 'sending', claimed_at = ${instant}::timestamptz, attempts = e.attempts + 1
      FROM study.supervisor s
     WHERE s.id = e.supervisor_id AND e.state = 'planned' AND e.id IN (
       SELECT id FROM study.mail_envelope
        WHERE study_id = ${study.id}::uuid AND state = 'planned' AND day = ${today}::date
          AND (retry_at IS NULL OR retry_at <= ${instant}::timestamptz)
        ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING e.id, e.message_id AS "messageId", e.supervisor_id AS "supervisorId", s.pseudonym, e.language, e.attempts`
  if (envelopes.length === 0) return { claimed: [], more: false }

  const ids = envelopes.map(({ id }) => id)
  const { meant, dropped } = sorted(await plannedLines(db, study.protocol, ids), today)
  const claimed = envelopes
    .map((envelope) => ({ ...envelope, lines: meant.get(envelope.id) ?? [] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const empty = claimed.filter((envelope) => envelope.lines.length === 0).map(({ id }) => id)
  if (dropped.size > 0 || empty.length > 0) await cancel(db, occasion, dropped, empty)
  return { claimed: claimed.filter((envelope) => envelope.lines.length > 0), more: true }
}

/** Parts the lines: those still meant by envelope, the others by the reason why they are not. */
function sorted(lines: readonly PlannedLine[], today: Day) {
  const meant = new Map<string, ClaimedLine[]>()
  const dropped = new Map<Needless, string[]>()
  for (const { id, envelopeId, kind, pseudonym, asked, facts } of lines) {
    const reason = needless(facts, today)
    if (reason) keep(dropped, reason, id)
    else keep(meant, envelopeId, { id, kind, pseudonym, asked })
  }
  return { meant, dropped }
}

/** Cancels lines for their reasons, and envelopes in which nothing is left. */
function cancel(db: StudyDb, occasion: Occasion, dropped: ReadonlyMap<Needless, string[]>, empty: string[]) {
  const lines = Object.fromEntries([...dropped].map(([reason, ids]) => [reason, ids.length]))
  const details = { ...lines, envelopes: empty.length }
  const what = { verb: 'cancel_mail', subject: 'study', subjectId: occasion.study.id, details }
  return change(db, occasion, what, async (tx) => {
    for (const [reason, ids] of dropped)
      await tx.mailLine.updateMany({
        where: { id: { in: ids }, state: 'planned' },
        data: { state: 'cancelled', reason },
      })
    // Nobody tried to send it: as before the claim, so that a later line of today may still use it.
    if (empty.length > 0)
      await tx.mailEnvelope.updateMany({
        where: { id: { in: empty }, state: 'sending' },
        data: { state: 'cancelled', attempts: { decrement: 1 } },
      })
    return done(null)
  })
}

const keep = <K, V>(groups: Map<K, V[]>, key: K, value: V) => groups.set(key, [...(groups.get(key) ?? []), value])
