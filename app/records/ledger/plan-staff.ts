import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import type { StaffKind } from './kinds'
import { openEnvelope } from './open-envelope'

/** What is to be said to whoever runs the study; about which case, null when it is about none. Of a warning `round` is the days left. */
export type StaffLine = {
  readonly registrationId: string | null
  readonly wave: string
  readonly kind: StaffKind
  readonly round: number
}
/** To whom, by the id that identity gives, and in which language. */
type To = { readonly id: string; readonly language: string }

/**
 * Puts lines in somebody's envelope of today, or of tomorrow when today's has left: one message a day. A warning is given
 * once; one that was cancelled before it left is planned again when it is due again. A message about no case is planned once a
 * day. Gives how many lines were planned.
 */
export async function planForStaff(
  tx: StudyTx,
  occasion: Occasion,
  to: To,
  lines: readonly StaffLine[],
): Promise<number> {
  const { today } = occasion
  const [row] = await tx.$queryRaw<{ placed: number }[]>`
    WITH wanted AS (
      SELECT w.* FROM unnest(${lines.map(() => newId())}::uuid[], ${lines.map(({ registrationId }) => registrationId)}::uuid[],
                             ${lines.map(({ wave }) => wave)}::text[], ${lines.map(({ kind }) => kind)}::text[],
                             ${lines.map(({ round }) => round)}::smallint[]) AS w (id, registration_id, wave, kind, round)
       WHERE NOT EXISTS (
         SELECT FROM study.mail_line l
          WHERE l.staff_id = ${to.id}::uuid AND l.kind = w.kind
            AND CASE WHEN w.registration_id IS NULL THEN l.registration_id IS NULL AND l.planned_on = ${today}::date
                     ELSE l.registration_id = w.registration_id AND l.wave = w.wave AND l.round = w.round AND l.state <> 'cancelled' END)
    ), envelope AS (
      ${openEnvelope(occasion, { staff: to.id, language: to.language }, sql`EXISTS (SELECT FROM wanted)`)}
    ), line AS (
      INSERT INTO study.mail_line (id, envelope_id, registration_id, staff_id, wave, kind, round, planned_on)
      SELECT w.id, e.id, w.registration_id, ${to.id}::uuid, w.wave, w.kind, w.round, ${today}::date
        FROM wanted w, envelope e
      ON CONFLICT (registration_id, wave, kind, staff_id, round) DO UPDATE
        SET state = 'planned', reason = NULL, ended_at = NULL, envelope_id = EXCLUDED.envelope_id, planned_on = EXCLUDED.planned_on
        WHERE mail_line.state = 'cancelled'
      RETURNING id
    )
    SELECT count(*)::int AS placed FROM line`
  return row?.placed ?? 0
}
