import type { StudyRef } from '../../platform/occasion'
import { empty, join, type Sql, sql } from '../../platform/sql'
import { addDays, type Day } from '../../protocol/day'
import { COUNTED, type Queue, UNANSWERED } from '../../protocol/queues'
import { waitingReasons } from '../../protocol/reasons'
import type { Stage } from '../../protocol/stages'

/** A part of a queue: as the register names the place, and the pseudonym of a supervisor. */
export type QueueFilter = {
  readonly region?: string | undefined
  readonly location?: string | undefined
  readonly organisation?: string | undefined
  readonly supervisor?: string | undefined
}

/** What the last report says of the contacts of a registration r; null where nobody reported. */
export const LAST_REPORT = sql`
  (SELECT q.contacts, q.next_contact_on FROM study.contact_report q
    WHERE q.registration_id = r.id ORDER BY q.reported_on DESC, q.id DESC LIMIT 1)`

/**
 * Which registrations r stand in a queue, stage by stage, so that each part is read along the index of stages in the order
 * of its pages.
 */
export function partsOf({ protocol }: StudyRef, on: Day, queue: Queue): readonly (readonly [Stage, Sql])[] {
  if (queue === 'waiting') return [['left', waits(protocol, on)]]
  if (queue !== 'about_to_be_lost') return [[queue, empty]]
  const { talkWithin, unansweredAfter } = protocol.aboutToBeLost
  const unanswered = sql`AND r.registered_on < ${addDays(on, -unansweredAfter)}::date`
  const counted = sql`AND EXISTS (
    SELECT FROM (SELECT 1) one LEFT JOIN LATERAL ${LAST_REPORT} n ON true
      LEFT JOIN study.dyad d ON d.registration_id = r.id
     WHERE n.contacts >= ${protocol.contacts.maxAtApproach}::int
        OR coalesce(d.planned_on, n.next_contact_on) <= ${addDays(on, talkWithin)}::date)`
  return [
    ...UNANSWERED.map((stage) => [stage, unanswered] as const),
    ...COUNTED.map((stage) => [stage, counted] as const),
  ]
}

/** Left at the register for a reason that can go, while the window can still be met; who withdrew does not come back. */
function waits(protocol: StudyRef['protocol'], on: Day): Sql {
  const reasons = waitingReasons(protocol).flatMap(({ step, reason }) => (step === 'register' ? [reason] : []))
  return sql`AND r.left_step = 'register' AND r.left_reason = ANY(${reasons}::text[])
    AND coalesce(r.started_on, r.registered_on) >= ${addDays(on, -protocol.comesBackWithin)}::date
    AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)`
}

/** What a filter asks of a registration r. */
export function filtered({ id }: StudyRef, { region, location, organisation, supervisor }: QueueFilter): Sql {
  const conditions = [
    region && sql`r.region = ${region}`,
    location && sql`r.location = ${location}`,
    organisation && sql`r.organisation = ${organisation}`,
    supervisor &&
      sql`r.supervisor_id = (SELECT s.id FROM study.supervisor s WHERE s.study_id = ${id}::uuid AND s.pseudonym = ${supervisor})`,
  ].flatMap((one) => (one ? [one] : []))
  return conditions.length > 0 ? sql`AND ${join(conditions, ' AND ')}` : empty
}
