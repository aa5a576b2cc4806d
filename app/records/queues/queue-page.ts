import type { StudyRef } from '../../platform/occasion'
import { empty, join, type Sql, sql } from '../../platform/sql'
import type { Day } from '../../protocol/day'
import type { Queue } from '../../protocol/queues'
import { filtered, LAST_REPORT, partsOf, type QueueFilter } from './part'

/** Where a page ended: the day since when its last case stands where it does, and that case. */
export type QueuePlace = { readonly since: Day; readonly id: string }

/**
 * One page of a queue, those who wait longest first. Whatever the size of the study, it reads along the index of stages and
 * stops when the page is full; what is shown beside is looked up for that page alone.
 */
export const queuePage = (
  study: StudyRef,
  today: Day,
  queue: Queue,
  filter: QueueFilter,
  after: QueuePlace | null,
  limit: number,
): Sql => sql`
  SELECT r.id, r.stage, r.stage_on AS since, c.pseudonym, d.pseudonym AS dyad, s.pseudonym AS supervisor,
         r.region, r.location, r.organisation, r.registered_on AS "registeredOn", r.left_reason AS reason,
         n.contacts, coalesce(d.planned_on, n.next_contact_on) AS "nextContactOn", d.planned_on AS "plannedOn",
         i.sent_on AS "sentOn", b.until_on AS "absentUntil", b.stand_in_id IS NOT NULL AS "standIn",
         (SELECT count(*)::int FROM study.dyad t WHERE t.supervisor_id = r.supervisor_id AND t.unbound_on IS NULL) AS taken,
         (SELECT count(*)::int FROM study.attempt t WHERE t.registration_id = r.id) AS attempts
    FROM (${idsOf(study, today, queue, filter, after, limit)}) p
    JOIN study.registration r ON r.id = p.id
    JOIN study.client c ON c.id = r.client_id
    LEFT JOIN study.supervisor s ON s.id = r.supervisor_id
    LEFT JOIN study.inquiry i ON i.registration_id = r.id
    LEFT JOIN study.dyad d ON d.registration_id = r.id AND d.unbound_on IS NULL
    LEFT JOIN LATERAL ${LAST_REPORT} n ON true
    LEFT JOIN LATERAL (SELECT a.until_on, a.stand_in_id FROM study.absence a
                        WHERE a.supervisor_id = r.supervisor_id AND a.ended_on IS NULL
                          AND ${today}::date BETWEEN a.from_on AND a.until_on
                        ORDER BY a.until_on DESC LIMIT 1) b ON true
   ORDER BY p.stage_on, p.id`

function idsOf(
  study: StudyRef,
  today: Day,
  queue: Queue,
  filter: QueueFilter,
  after: QueuePlace | null,
  limit: number,
): Sql {
  const from = after ? sql`AND (r.stage_on, r.id) > (${after.since}::date, ${after.id}::uuid)` : empty
  const parts = partsOf(study, today, queue).map(
    ([stage, condition]) => sql`
      (SELECT r.id, r.stage_on FROM study.registration r
        WHERE r.study_id = ${study.id}::uuid AND r.stage = ${stage} ${condition} ${filtered(study, filter)} ${from}
        ORDER BY r.stage_on, r.id LIMIT ${limit}::int)`,
  )
  const [only, ...others] = parts
  if (only && others.length === 0) return only
  return sql`SELECT u.id, u.stage_on FROM (${join(parts, ' UNION ALL ')}) u ORDER BY u.stage_on, u.id LIMIT ${limit}::int`
}
