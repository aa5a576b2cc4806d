import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import type { Claim, Claimed } from './claimed'
import { databaseNow } from './database-now'
import { stillToSay } from './look-again'
import { STOPPED } from './stopped'

/**
 * Claims at most so many of today's envelopes to supervisors (see `claim`), and looks at every line again (see
 * `stillToSay`). Returns what is to be sent now; `more` is false when no envelope waited.
 */
export async function claimMail(
  db: StudyDb,
  occasion: Occasion,
  most: number,
): Promise<{ claimed: Claimed[]; more: boolean }> {
  const envelopes = await claim(db, occasion, { to: 'supervisor', most })
  if (envelopes.length === 0) return { claimed: [], more: false }
  return orRelease(db, envelopes, async () => {
    const pseudonyms = await pseudonymsOf(
      db,
      envelopes.map(({ to }) => to),
    )
    const claimed = envelopes.map(({ to, ...envelope }) => ({
      ...envelope,
      supervisorId: to,
      pseudonym: pseudonyms.get(to) as string,
    }))
    return { claimed: await stillToSay(db, occasion, claimed), more: true }
  })
}

type Envelope = Claim & { readonly messageId: string; readonly to: string; readonly language: string }

const COLUMNS = { supervisor: sql`supervisor_id`, staff: sql`staff_id` }

/**
 * Claims at most so many of today's envelopes to supervisors or to staff: planned → sending, each by one process only.
 * Those that the server refused as a whole come last. An array is asked for once: what is only joined may be asked for
 * again for each row, and then each time skips what it locked itself.
 */
export async function claim(
  db: StudyDb,
  { study, today }: Occasion,
  { to, most }: { readonly to: keyof typeof COLUMNS; readonly most: number },
): Promise<Envelope[]> {
  const instant = now()
  const rows = await db.$queryRaw<(Envelope & { stopped: boolean })[]>`
    UPDATE study.mail_envelope e SET state = 'sending', claimed_at = ${databaseNow()}, attempts = e.attempts + 1
     WHERE e.state = 'planned' AND e.id = ANY (ARRAY(
       SELECT id FROM study.mail_envelope
        WHERE study_id = ${study.id}::uuid AND state = 'planned' AND day = ${today}::date AND ${COLUMNS[to]} IS NOT NULL
          AND (retry_at IS NULL OR retry_at <= ${instant}::timestamptz)
        ORDER BY reason IS NOT DISTINCT FROM ${STOPPED}, id LIMIT ${most} FOR UPDATE SKIP LOCKED))
    RETURNING e.id, e.message_id AS "messageId", e.${COLUMNS[to]} AS "to", e.language, e.attempts,
              e.reason IS NOT DISTINCT FROM ${STOPPED} AS stopped`
  return rows
    .sort((a, b) => Number(a.stopped) - Number(b.stopped) || (a.id < b.id ? -1 : 1))
    .map(({ stopped: _, ...envelope }) => envelope)
}

async function pseudonymsOf(db: StudyDb, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.supervisor.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, pseudonym: true },
  })
  return new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]))
}

/**
 * Lets go of envelopes that were claimed and not tried: as before the claim, so that a later line of the day may still use
 * them; not before the given instant, if any. Somebody else's claim stays.
 */
export async function releaseMail(db: StudyDb, envelopes: readonly Claim[], until: Date | null = null): Promise<void> {
  if (envelopes.length === 0) return
  await db.$executeRaw`
    UPDATE study.mail_envelope e SET state = 'planned', attempts = e.attempts - 1, retry_at = ${until}::timestamptz
      FROM unnest(${envelopes.map(({ id }) => id)}::uuid[], ${envelopes.map(({ attempts }) => attempts)}::smallint[]) AS o (id, attempts)
     WHERE e.id = o.id AND e.attempts = o.attempts AND e.state = 'sending'`
}

/** Does something with claimed envelopes that were not tried yet; when it fails they are let go of, and it is thrown. */
export async function orRelease<T>(db: StudyDb, envelopes: readonly Claim[], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await releaseMail(db, envelopes).catch(() => {})
    throw error
  }
}

/**
 * Takes a claim anew, immediately before a server is told: from here on it is as old as the message on its way, however long
 * it waited for its turn. False when somebody else took it for that of a dead process: then it is theirs. The row's lock
 * decides between the two.
 */
export async function renewClaim(db: StudyDb, { id, attempts }: Claim): Promise<boolean> {
  const renewed = await db.$executeRaw`
    UPDATE study.mail_envelope SET claimed_at = ${databaseNow()}
     WHERE id = ${id}::uuid AND attempts = ${attempts}::smallint AND state = 'sending'`
  return renewed === 1
}
