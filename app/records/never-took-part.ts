import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'

/** A client who never took part, and the day on which the last of their cases closed. */
export type NeverTookPart = { readonly clientId: string; readonly closedOn: Day }

/**
 * The clients whose names the study needs no more (protocol §6): every case of theirs left intake before a day and has
 * not come back, they were never interviewed, and no consent of theirs is in force. The first to close come first. A case that
 * comes back is not closed: who deletes asks again, in the same hour.
 */
export async function neverTookPart(
  db: StudyDb,
  { study }: Occasion,
  { closedBefore }: { readonly closedBefore: Day },
): Promise<NeverTookPart[]> {
  const waves = study.protocol.waves.map(({ name }) => name)
  const rows = await db.$queryRaw<{ clientId: string; closedOn: Date }[]>`
    SELECT r.client_id AS "clientId", max(l.left_on) AS "closedOn"
      FROM study.registration r
      LEFT JOIN LATERAL (SELECT max(d.left_on) AS left_on FROM study.departure d
                          WHERE d.registration_id = r.id AND d.returned_on IS NULL AND d.step <> ALL (${waves}::text[])) l ON true
     WHERE r.study_id = ${study.id}::uuid
       AND NOT EXISTS (SELECT FROM study.permission p WHERE p.client_id = r.client_id AND p.granted
                          AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = p.client_id))
     GROUP BY r.client_id
    HAVING bool_and(coalesce(l.left_on < ${closedBefore}::date, false))
       AND NOT EXISTS (SELECT FROM study.measurement m JOIN study.registration o ON o.id = m.registration_id
                        WHERE o.client_id = r.client_id AND m.perspective = 'client')
     ORDER BY 2, 1`
  return rows.map(({ clientId, closedOn }) => ({ clientId, closedOn: fromColumn(closedOn) }))
}
