import type { StudyDb } from '../../platform/database'
import { pauseMs } from '../../protocol/sending'

/** Why an envelope waits that a server refused in a way that neither waiting nor another address mends. */
export const STOPPED = 'stopped'

/**
 * Until when a study's mail pauses after a server refused as a whole; null when nothing was refused. Each turn that was
 * refused since the last message that got through makes the pause longer: what waits is not tried one by one against a
 * closed door.
 */
export async function pausedUntil(db: StudyDb, studyId: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ count: number; last: Date | null }[]>`
    SELECT count(DISTINCT date_trunc('minute', e.claimed_at))::int AS count, max(e.claimed_at) AS last FROM study.mail_envelope e
     WHERE e.study_id = ${studyId}::uuid AND e.state = 'planned' AND e.reason = ${STOPPED}
       AND e.claimed_at > coalesce((SELECT max(s.sent_at) FROM study.mail_envelope s
                                     WHERE s.study_id = e.study_id AND s.state = 'sent' AND s.day >= e.day), '-infinity')`
  if (!row?.last) return null
  return new Date(row.last.getTime() + pauseMs(row.count))
}
