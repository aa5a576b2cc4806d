import { type Sql, sql } from '../../platform/sql'
import { INTAKE } from './kinds'

/**
 * Whether whoever is asked never got the question: what was to say it failed, came back or is still being tried, and nothing went
 * out. Their silence is no answer, and no reminder reaches them (protocol §2.2: it has to be known why somebody did not
 * answer).
 */
const never = (lines: Sql) => sql`(
  EXISTS (SELECT FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id
           WHERE ${lines} AND (l.state = 'failed' OR l.state = 'planned' AND e.attempts > 0))
  AND NOT EXISTS (SELECT FROM study.mail_line l WHERE ${lines} AND l.state IN ('sent', 'suppressed')))`

/** Of the inquiry `i` that is out. */
export const inquiryNeverReached = never(
  sql`l.registration_id = i.registration_id AND l.wave = ${INTAKE} AND l.supervisor_id = i.asked_id`,
)

/** Of a supervisor's questionnaire `m`. */
export const questionnaireNeverReached = never(
  sql`l.registration_id = m.registration_id AND l.wave = m.wave AND l.kind IN ('questionnaire', 'questionnaire_reminder')
      AND l.supervisor_id = study.rater(m.dyad_id, m.registration_id)`,
)
