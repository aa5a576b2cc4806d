import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { LinkKind } from '../../platform/personal-link'
import { type Day, toColumn } from '../../protocol/day'
import type { MailKind } from './kinds'
import { plannedLines } from './lines'
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
  readonly link: { readonly kind: LinkKind; readonly id: string }
  readonly until: Day
}

/** After which time in machine milliseconds a claim belonged to a process that died. */
const STUCK_AFTER_MS = 10 * 60_000

/**
 * Puts the ledger in order before mail goes out, and says whether anything waits. An envelope that was being sent for
 * ten minutes belonged to a process that died: it is planned again, under the same Message-ID. One that did not leave
 * on its day becomes today's, unless today's exists: then it waits a day more, for two would be one too many.
 * Who sends nothing may take up a claim at once (`stuckAfter` 0): a second try cannot be a second message.
 */
export async function readyMail(
  db: StudyDb,
  { study, today }: Occasion,
  stuckAfter: number = STUCK_AFTER_MS,
): Promise<boolean> {
  const waiting = { studyId: study.id, state: { in: ['planned', 'sending'] }, day: { lte: toColumn(today) } }
  if (!(await db.mailEnvelope.findFirst({ where: waiting, select: { id: true } }))) return false
  await db.mailEnvelope.updateMany({
    where: { studyId: study.id, state: 'sending', claimedAt: { lte: new Date(now().getTime() - stuckAfter) } },
    data: { state: 'planned' },
  })
  await db.$executeRaw`
    UPDATE study.mail_envelope SET day = ${today}::date
     WHERE id IN (
       SELECT DISTINCT ON (late.supervisor_id) late.id FROM study.mail_envelope late
        WHERE late.study_id = ${study.id}::uuid AND late.state = 'planned' AND late.day < ${today}::date
          AND NOT EXISTS (SELECT FROM study.mail_envelope of_today
                           WHERE of_today.study_id = late.study_id AND of_today.supervisor_id = late.supervisor_id
                             AND of_today.day = ${today}::date)
        ORDER BY late.supervisor_id, late.day)
       AND state = 'planned'`
  return true
}

/**
 * Claims at most so many of today's envelopes: planned → sending, each by one process only. Then looks at every line
 * again: what was answered, withdrawn, closed or lost in the meantime is cancelled with the reason and left out, and an
 * envelope with nothing left is cancelled. Returns what is to be sent now; `more` is false when no envelope waited.
 */
export async function claimMail(
  db: StudyDb,
  { study, today }: Occasion,
  most: number,
): Promise<{ claimed: Claimed[]; more: boolean }> {
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

  const lines = await stillMeant(
    db,
    { study, today },
    envelopes.map(({ id }) => id),
  )
  const claimed = envelopes
    .map((envelope) => ({ ...envelope, lines: lines.get(envelope.id) ?? [] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const empty = claimed.filter((envelope) => envelope.lines.length === 0).map(({ id }) => id)
  // Nobody tried to send it: as before the claim, so that a later line of today may still use it.
  if (empty.length > 0)
    await db.mailEnvelope.updateMany({
      where: { id: { in: empty }, state: 'sending' },
      data: { state: 'cancelled', attempts: { decrement: 1 } },
    })
  return { claimed: claimed.filter((envelope) => envelope.lines.length > 0), more: true }
}

/** Cancels the lines that are no longer meant; returns the others by envelope. */
async function stillMeant(
  db: StudyDb,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  envelopes: readonly string[],
): Promise<Map<string, ClaimedLine[]>> {
  const meant = new Map<string, ClaimedLine[]>()
  const dropped = new Map<Needless, string[]>()
  for (const { id, envelopeId, kind, pseudonym, asked, facts } of await plannedLines(db, study.protocol, envelopes)) {
    if (!asked) {
      keep(dropped, 'nothing_to_answer', id)
      continue
    }
    const reason = needless(facts, today)
    if (reason) keep(dropped, reason, id)
    else keep(meant, envelopeId, { id, kind, pseudonym, ...asked })
  }
  for (const [reason, ids] of dropped)
    await db.mailLine.updateMany({ where: { id: { in: ids }, state: 'planned' }, data: { state: 'cancelled', reason } })
  return meant
}

const keep = <K, V>(groups: Map<K, V[]>, key: K, value: V) => groups.set(key, [...(groups.get(key) ?? []), value])
