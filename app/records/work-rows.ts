import type { StudyRef } from '../platform/occasion'
import { join, type Sql, sql } from '../platform/sql'
import type { Day } from '../protocol/day'
import { pairBefore } from './pairs/pairs'

/**
 * All work of a study on a day as one query: kind, case, due day and, where a window closes, when. Only facts of that
 * day or before count, so a day of the past shows what was to be done then. Work about the numbers of a month has that
 * month, and no case.
 */
export const workOn = (study: StudyRef, on: Day): Sql => sql`${caseWork(study, on)} UNION ALL ${mismatches(study, on)}`

function caseWork(study: StudyRef, on: Day): Sql {
  const first = study.protocol.waves[0]?.name ?? ''
  return sql`
    SELECT k.kind || ':' || k.wave || ':' || r.id AS id, k.kind, k.wave, k.due, k.closes,
           r.id AS "registrationId", c.pseudonym, d.pseudonym AS dyad, r.location, NULL AS month
      FROM (${inquiries(study, on)} UNION ALL ${screenings(on)} UNION ALL ${interviews(study, on, first)} UNION ALL ${questionnaires(study, on)}
            UNION ALL ${windows(study, on)} UNION ALL ${followUps(study, on, first)}) k
      JOIN study.registration r ON r.id = k.registration_id
      JOIN study.client c ON c.id = r.client_id
      LEFT JOIN study.dyad d ON d.registration_id = r.id AND (d.bound_on <= ${on}::date OR ${pairBefore(sql`r.id`, on)})
     WHERE r.study_id = ${study.id}::uuid
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id AND w.withdrawn_on <= ${on}::date)`
}

/** Whether the case had left at this step by that day and not come back. */
const left = (registration: Sql, step: Sql, on: Day) => sql`
  EXISTS (SELECT FROM study.departure x WHERE x.registration_id = ${registration} AND x.step = ${step}
            AND x.left_on <= ${on}::date AND (x.returned_on IS NULL OR x.returned_on > ${on}::date))`

/** Whether the client was interviewed at this wave by that day. */
const held = (registration: Sql, wave: Sql, on: Day) => sql`
  EXISTS (SELECT FROM study.measurement h WHERE h.registration_id = ${registration} AND h.wave = ${wave}
            AND h.perspective = 'client' AND h.opened_on <= ${on}::date)`

/** Supervisors who have not answered the inquiry yet (protocol §2.2). */
const inquiries = ({ protocol }: StudyRef, on: Day) => sql`
  SELECT i.registration_id, 'inquiry' AS kind, 'intake' AS wave, i.sent_on + ${protocol.inquiry.nonResponse}::int AS due, NULL::date AS closes
    FROM study.inquiry i
   WHERE i.sent_on <= ${on}::date AND (i.replied_on IS NULL OR i.replied_on > ${on}::date)
     AND NOT ${left(sql`i.registration_id`, sql`'inquiry'`, on)}`

/** Cases whose reply left a criterion open, "not my client" above all: somebody has to find out (protocol §2.1). */
const screenings = (on: Day) => sql`
  SELECT s.registration_id, 'screening', 'intake', s.replied_on, NULL::date
    FROM study.inquiry s
   WHERE s.replied_on <= ${on}::date
     AND NOT EXISTS (SELECT FROM study.judgement j WHERE j.registration_id = s.registration_id AND j.replaced_on IS NULL AND j.judged_on <= ${on}::date)
     AND NOT EXISTS (SELECT FROM study.departure x WHERE x.registration_id = s.registration_id AND x.left_on <= ${on}::date
                        AND (x.returned_on IS NULL OR x.returned_on > ${on}::date))`

/** First interviews to be held: due on the day that was planned, at the next talk that was reported, else on the day the pair was bound (protocol §3). */
const interviews = (_: StudyRef, on: Day, first: string) => sql`
  SELECT b.registration_id, 'interview', ${first}, coalesce(b.planned_on, n.next_contact_on, b.bound_on), NULL
    FROM study.dyad b
    LEFT JOIN LATERAL (SELECT next_contact_on FROM study.contact_report q
                        WHERE q.registration_id = b.registration_id AND q.reported_on <= ${on}::date
                        ORDER BY q.reported_on DESC, q.id DESC LIMIT 1) n ON true
   WHERE (b.bound_on <= ${on}::date OR ${pairBefore(sql`b.registration_id`, on)}) AND (b.unbound_on IS NULL OR b.unbound_on > ${on}::date)
     AND NOT ${held(sql`b.registration_id`, sql`${first}`, on)}`

/** Supervisors who have not filled in a questionnaire yet (protocol §3). */
const questionnaires = ({ protocol }: StudyRef, on: Day) =>
  join(
    protocol.waves.map(
      ({ name, questionnaire }) => sql`
        SELECT m.registration_id, 'questionnaire', m.wave, m.opened_on + ${questionnaire.nonResponse}::int, NULL::date
          FROM study.measurement m
         WHERE m.wave = ${name} AND m.perspective = 'supervisor' AND m.opened_on <= ${on}::date
           AND (m.completed_on IS NULL OR m.completed_on > ${on}::date) AND (m.closed_on IS NULL OR m.closed_on > ${on}::date)`,
    ),
    ' UNION ALL ',
  )

/** Windows that are open: due on the appointment when there is one, else before they close (protocol §4.3). */
const windows = (_: StudyRef, on: Day) => sql`
  SELECT w.registration_id, 'appointment', w.wave, coalesce(w.appointment_on, w.closes_on), w.closes_on
    FROM study.wave_window w
   WHERE ${on}::date BETWEEN w.opens_on AND w.closes_on
     AND NOT ${held(sql`w.registration_id`, sql`w.wave`, on)}
     AND NOT ${left(sql`w.registration_id`, sql`w.wave`, on)}`

/** Participants whose follow-up is over while the register has not said how supervision ended (protocol §5). */
const followUps = ({ protocol }: StudyRef, on: Day, first: string) => sql`
  SELECT s.id, 'follow_up', 'follow_up', (s.started_on + make_interval(months => ${protocol.followUpMonths}::int))::date, NULL
    FROM study.registration s
   WHERE s.started_on + make_interval(months => ${protocol.followUpMonths}::int) <= ${on}::date
     AND ${held(sql`s.id`, sql`${first}`, on)}
     AND NOT EXISTS (SELECT FROM study.register_event e WHERE e.registration_id = s.id AND e.event = 'ended'
                        AND e.superseded_by IS NULL AND e.recorded_on <= ${on}::date)`

/**
 * Locations of a month that is over where forms and interviews are not equal, until they are or the month is signed off
 * (protocol §6). Due on the day that it was found.
 */
const mismatches = ({ id }: StudyRef, on: Day) => sql`
  SELECT 'reconciliation:' || s.month || ':' || md5(r.location), 'reconciliation', 'reconciliation', s.computed_on, NULL::date,
         NULL::uuid, NULL, NULL, r.location, s.month
    FROM (SELECT DISTINCT ON (month) * FROM study.statement
           WHERE study_id = ${id}::uuid AND computed_on <= ${on}::date ORDER BY month, seq DESC) s
    JOIN study.statement_row r ON r.statement_id = s.id AND r.forms <> r.interviews
   WHERE NOT EXISTS (SELECT FROM study.statement_signing g WHERE g.statement_id = s.id AND g.signed_on <= ${on}::date)`
