import { type Sql, sql } from '../../platform/sql'
import { ZONE } from '../../protocol/day'
import { lastWorkingDay } from '../../protocol/holidays'
import type { Ladder } from '../../protocol/study'
import { INTAKE } from '../ledger/kinds'
import type { About, Invariant } from './invariant'

/** Of a line `l` in an envelope `e`: it went out, or would have where nothing does. */
const LEFT = sql`l.state IN ('sent', 'suppressed')`

/** Every line of the study `l` in its envelope `e`. */
const lines = ({ study }: About) => sql`
  FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id AND e.study_id = ${study.id}::uuid`

/**
 * The days from and up to which round `l.round` may be planned, in days after the link, by wave. A ladder that begins anew
 * counts its rounds on: after the question and its reminders comes the next question.
 */
function rounds({ study: { protocol } }: About) {
  const ladders: readonly (readonly [string, Ladder])[] = [
    [INTAKE, protocol.inquiry],
    ...protocol.waves.map(({ name, questionnaire }) => [name, questionnaire] as const),
  ]
  const all = ladders.flatMap(([wave, { reminders, nonResponse }]) =>
    reminders.map((from, at) => ({
      wave,
      round: at + 1,
      of: reminders.length + 1,
      from,
      until: reminders[at + 1] ?? nonResponse,
    })),
  )
  return sql`
    unnest(${all.map(({ wave }) => wave)}::text[], ${all.map(({ round }) => round)}::int[], ${all.map((one) => one.of)}::int[],
           ${all.map(({ from }) => from)}::int[], ${all.map(({ until }) => until)}::int[]) AS t (wave, round, of, first, past)`
}

/** Of a case `r`: something was to be said of this, and nothing went out. */
const unsaid = (which: Sql) => sql`(
  EXISTS (SELECT FROM study.mail_line l WHERE l.registration_id = r.id AND ${which})
  AND NOT EXISTS (SELECT FROM study.mail_line l WHERE l.registration_id = r.id AND ${which} AND ${LEFT}))`

/** What was said to whom, and when: never after it had become needless, never twice a day, and no sooner than its day. */
export const ofMail: readonly Invariant[] = [
  {
    name: 'silent_after_withdrawal',
    cite: '§6',
    says: 'Nobody is mailed about a client after the day on which the client withdrew.',
    broken: (about) => sql`
      SELECT e.id ${lines(about)}
        JOIN study.registration r ON r.id = l.registration_id
        JOIN study.withdrawal w ON w.client_id = r.client_id
       WHERE ${LEFT} AND l.supervisor_id IS NOT NULL AND e.day > w.withdrawn_on`,
  },
  {
    name: 'silent_after_declining',
    cite: '§6',
    says: 'No supervisor is mailed after declining, altogether or about that client.',
    broken: (about) => sql`
      SELECT e.id ${lines(about)}
        JOIN study.supervisor s ON s.id = l.supervisor_id
        LEFT JOIN study.declining d ON d.registration_id = l.registration_id AND d.supervisor_id = s.id
       WHERE ${LEFT} AND (e.day > s.declined_on OR e.day > d.declined_on)`,
  },
  {
    name: 'silent_after_answer',
    cite: '§3',
    says: 'Nobody is asked for what was answered on an earlier day, or for a talk that was held.',
    broken: (about) => sql`
      SELECT e.id ${lines(about)}
        LEFT JOIN study.measurement m ON m.registration_id = l.registration_id AND m.wave = l.wave
              AND m.perspective = CASE WHEN l.kind LIKE 'questionnaire%' THEN 'supervisor' ELSE 'client' END
        LEFT JOIN study.inquiry i ON i.registration_id = l.registration_id
       WHERE ${LEFT} AND l.supervisor_id IS NOT NULL
         AND (l.kind IN ('questionnaire', 'questionnaire_reminder') AND e.day > least(m.completed_on, m.closed_on)
              OR l.kind IN ('window_opens', 'appointment_reminder') AND e.day > m.opened_on
              OR l.wave = ${INTAKE} AND e.day > i.replied_on)`,
  },
  {
    name: 'within_window',
    cite: '§4.3',
    says: 'The talk of a wave is asked for while its window is open.',
    broken: (about) => sql`
      SELECT e.id ${lines(about)}
        JOIN study.wave_window w ON w.registration_id = l.registration_id AND w.wave = l.wave
       WHERE ${LEFT} AND l.kind IN ('window_opens', 'appointment_reminder') AND e.day NOT BETWEEN w.opens_on AND w.closes_on`,
  },
  {
    name: 'one_mail_a_day',
    cite: '§4.3',
    says: 'Nobody gets two messages on one day: of the wall on which they left, or of the study’s own clock.',
    broken: ({ study }) => sql`
      SELECT min(e.id::text) AS id
        FROM study.mail_envelope e LEFT JOIN study.clock c ON c.study_id = e.study_id
       WHERE e.study_id = ${study.id}::uuid AND e.state IN ('sending', 'sent', 'suppressed')
       GROUP BY e.supervisor_id, e.staff_id,
                CASE WHEN c.study_id IS NULL THEN coalesce((e.sent_at AT TIME ZONE ${ZONE})::date, e.day) ELSE e.day END
      HAVING count(*) > 1`,
  },
  {
    name: 'silent_was_asked',
    cite: '§2.2',
    says: 'Who is closed as silent was written to: what was planned for them went out.',
    broken: ({ study }) => sql`
      SELECT d.registration_id AS id FROM study.departure d
        JOIN study.registration r ON r.id = d.registration_id AND r.study_id = ${study.id}::uuid
       WHERE d.step = 'inquiry' AND d.reason = 'no_reply' AND d.returned_on IS NULL AND ${unsaid(sql`l.wave = ${INTAKE}`)}
      UNION ALL
      SELECT m.id FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
       WHERE m.study_id = ${study.id}::uuid AND m.perspective = 'supervisor' AND m.closed_on IS NOT NULL
         AND ${unsaid(sql`l.wave = m.wave AND l.kind IN ('questionnaire', 'questionnaire_reminder')`)}`,
  },
  {
    name: 'reminded_on_the_day',
    cite: '§3',
    says: 'A reminder is planned on the day of its round or later, before that of the next, and none on the day of non-response.',
    broken: (about) => sql`
      SELECT e.id ${lines(about)}
        JOIN ${rounds(about)} ON t.wave = l.wave AND t.round = l.round % t.of
       WHERE l.kind IN ('inquiry_reminder', 'questionnaire_reminder')
         AND NOT EXISTS (
           SELECT FROM (
             SELECT i.sent_on AS day FROM study.inquiry i WHERE i.registration_id = l.registration_id AND l.wave = ${INTAKE}
             UNION ALL SELECT b.sent_on FROM study.inquiry_before b WHERE b.registration_id = l.registration_id AND l.wave = ${INTAKE}
             UNION ALL SELECT m.opened_on FROM study.measurement m
                        WHERE m.registration_id = l.registration_id AND m.wave = l.wave AND m.perspective = 'supervisor') asked
            WHERE l.planned_on - asked.day >= t.first AND l.planned_on - asked.day < t.past)`,
  },
  {
    name: 'nothing_left_lying',
    cite: '§3',
    says: 'No message of an earlier day still waits, but over days of rest: it went, failed, or was cancelled.',
    broken: ({ study, on }) => sql`
      SELECT e.id FROM study.mail_envelope e
       WHERE e.study_id = ${study.id}::uuid AND e.day < ${lastWorkingDay(on)}::date AND e.state IN ('planned', 'sending')`,
  },
  {
    name: 'line_as_envelope',
    cite: '§4.3',
    says: 'A line that was said lies in an envelope that left, and a line that was not said gives its reason.',
    broken: (about) => sql`
      SELECT e.id ${lines(about)}
       WHERE ${LEFT} AND e.state <> l.state OR l.state IN ('cancelled', 'failed') AND l.reason IS NULL`,
  },
]
