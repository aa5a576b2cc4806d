import type { StudyRef } from '../../platform/occasion'
import { type Sql, sql } from '../../platform/sql'
import { waitingReasons } from '../../protocol/reasons'

/**
 * The day on which a case (`r` in the statement around it) closed before any wave, as SQL; null while it is under way.
 * One that left under a reason that waits comes back by itself, so it closes only when nothing can bring it back any
 * more: the client withdrew, the supervisor declined, or nobody came into the study for as long as a follow-up takes. That
 * day may be one to come.
 */
export function closedOn({ id, protocol }: StudyRef): Sql {
  const waves = protocol.waves.map(({ name }) => name)
  const waits = waitingReasons(protocol).map(({ step, reason }) => `${step} ${reason}`)
  const waiting = sql`(d.step || ' ' || d.reason) = ANY(${waits}::text[])`
  return sql`(
    SELECT coalesce(
             max(d.left_on) FILTER (WHERE NOT ${waiting}),
             max(greatest(d.left_on, least(
               (SELECT w.withdrawn_on FROM study.withdrawal w WHERE w.client_id = r.client_id),
               (SELECT n.declined_on FROM study.declining n
                 WHERE n.registration_id = r.id AND n.supervisor_id = r.supervisor_id),
               (SELECT v.declined_on FROM study.supervisor v WHERE v.id = r.supervisor_id),
               ((SELECT max(o.registered_on) FROM study.registration o WHERE o.study_id = ${id}::uuid)
                 + make_interval(months => ${protocol.followUpMonths}::int))::date))))
      FROM study.departure d
     WHERE d.registration_id = r.id AND d.returned_on IS NULL AND d.step <> ALL (${waves}::text[]))`
}
