import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'
import { closedOn } from './retention/closed'

/** A client who never took part, and the day on which the last of their cases closed. */
export type NeverTookPart = { readonly clientId: string; readonly closedOn: Day }

/**
 * The clients whose names the study needs no more (protocol §6): every case of theirs closed before a day, they were
 * never interviewed, and no consent of theirs is in force. The first to close come first. A case that waits is not
 * closed (`closedOn`), and one that came back neither: who deletes asks again, in the same hour. `clientId` asks about
 * one client only.
 */
export async function neverTookPart(
  db: StudyDb,
  { study }: Occasion,
  { closedBefore, clientId = null }: { readonly closedBefore: Day; readonly clientId?: string | null },
): Promise<NeverTookPart[]> {
  const rows = await db.$queryRaw<{ clientId: string; closedOn: Date }[]>`
    SELECT r.client_id AS "clientId", max(l.closed_on) AS "closedOn"
      FROM study.registration r
      CROSS JOIN LATERAL (SELECT ${closedOn(study)} AS closed_on) l
     WHERE r.study_id = ${study.id}::uuid AND (${clientId}::uuid IS NULL OR r.client_id = ${clientId}::uuid)
       AND NOT EXISTS (SELECT FROM study.permission p WHERE p.client_id = r.client_id AND p.granted
                          AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = p.client_id))
     GROUP BY r.client_id
    HAVING bool_and(coalesce(l.closed_on < ${closedBefore}::date, false))
       AND NOT EXISTS (SELECT FROM study.measurement m JOIN study.registration o ON o.id = m.registration_id
                        WHERE o.client_id = r.client_id AND m.perspective = 'client')
     ORDER BY 2, 1`
  return rows.map(({ clientId: id, closedOn: on }) => ({ clientId: id, closedOn: fromColumn(on) }))
}
