import { now } from '../../platform/clock'
import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import type { StaffKind } from './kinds'
import { openAgain, takesLines } from './untried'

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
  { study, today }: Occasion,
  to: To,
  lines: readonly StaffLine[],
): Promise<number> {
  const envelope = newId()
  const instant = now()
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
      INSERT INTO study.mail_envelope (id, study_id, staff_id, day, language, message_id, planned_at)
      SELECT ${envelope}::uuid, ${study.id}::uuid, ${to.id}::uuid,
             CASE WHEN EXISTS (
               SELECT FROM study.mail_envelope e
                WHERE e.study_id = ${study.id}::uuid AND e.staff_id = ${to.id}::uuid AND e.day = ${today}::date
                  AND NOT ${takesLines('e')}
             ) THEN ${today}::date + 1 ELSE ${today}::date END,
             ${to.language}, ${envelope}, ${instant}::timestamptz
       WHERE EXISTS (SELECT FROM wanted)
      ON CONFLICT (study_id, staff_id, day) DO UPDATE SET ${openAgain(instant)}
        WHERE ${takesLines('mail_envelope')}
      RETURNING id
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
