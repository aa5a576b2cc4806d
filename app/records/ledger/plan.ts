import { now } from '../../platform/clock'
import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import type { MailKind } from './kinds'
import { openEnvelope } from './open-envelope'

/** What is to be said, about which case, to whom; `wave` is "intake" for the inquiry, `round` 0 for the first message. */
export type PlannedMail = {
  readonly registrationId: string
  readonly supervisorId: string
  readonly wave: string
  readonly kind: MailKind
  readonly round: number
}

/**
 * Puts one line in the supervisor's envelope of today, or of tomorrow when today's has left (see `openEnvelope`), inside the
 * transaction of the fact that asks for it. The day as planned stays with the line, whenever its envelope leaves: ladders count from it and from the day of their fact.
 * Takes the transaction, the occasion and the line; returns false when that line was planned before, or when what is told
 * happened in the past: nobody is mailed about it.
 */
export async function planMail(tx: StudyTx, occasion: Occasion, mail: PlannedMail): Promise<boolean> {
  if (occasion.past) return false
  for (let turn = 0; turn < 3; turn++) {
    const planned = await placeLine(tx, occasion, mail)
    if (!planned.wanted) return false
    if (planned.placed) return true
    // The envelope was claimed between the look and the insert; the next look sees that it left.
  }
  throw new Error('no envelope stayed open long enough to take a line')
}

/** One statement: what is asked for twice, also at the same moment, is planned once (see `openEnvelope`). */
async function placeLine(tx: StudyTx, occasion: Occasion, mail: PlannedMail) {
  const to = { supervisor: mail.supervisorId }
  const rows = await tx.$queryRaw<{ wanted: boolean; placed: boolean }[]>`
    WITH wanted AS (
      SELECT 1
      WHERE NOT EXISTS (
        SELECT 1 FROM study.mail_line l
        WHERE l.registration_id = ${mail.registrationId}::uuid AND l.wave = ${mail.wave}
          AND l.kind = ${mail.kind} AND l.supervisor_id = ${mail.supervisorId}::uuid AND l.round = ${mail.round}::smallint
      )
    ), envelope AS (${openEnvelope(occasion, to, sql`EXISTS (SELECT FROM wanted)`)}
    ), line AS (
      INSERT INTO study.mail_line (id, envelope_id, registration_id, supervisor_id, wave, kind, round, planned_on)
      SELECT ${newId()}::uuid, id, ${mail.registrationId}::uuid, ${mail.supervisorId}::uuid, ${mail.wave}, ${mail.kind}, ${mail.round}::smallint, ${occasion.today}::date
      FROM envelope
      ON CONFLICT (registration_id, wave, kind, supervisor_id, round) DO NOTHING
      RETURNING id
    )
    SELECT EXISTS (SELECT 1 FROM wanted) AS wanted, EXISTS (SELECT 1 FROM line) AS placed`
  return rows[0] ?? { wanted: false, placed: false }
}

/**
 * Cancels what is still planned about a case, inside the transaction of the fact that makes it needless.
 * Takes the reason that the ledger keeps and, if not all is meant, the wave or kinds; returns how many lines.
 */
export async function cancelMail(
  tx: StudyTx,
  registrationId: string,
  reason: string,
  only: { readonly wave?: string; readonly kinds?: readonly MailKind[] } = {},
): Promise<number> {
  const { count } = await tx.mailLine.updateMany({
    where: {
      registrationId,
      state: 'planned',
      ...(only.wave === undefined ? {} : { wave: only.wave }),
      ...(only.kinds === undefined ? {} : { kind: { in: [...only.kinds] } }),
    },
    data: { state: 'cancelled', reason, endedAt: now() },
  })
  return count
}
