import { sql } from '../../platform/sql'
import type { Invariant } from './invariant'

/**
 * The audit as a count of writes: of facts that one verb writes there are as many as entries. Rows that are written by several
 * verbs have at least one entry about their case on their day.
 */
export const ofTrail: readonly Invariant[] = [
  {
    name: 'write_and_entry',
    cite: '§2',
    says: 'Of each kind of fact that one verb writes there are as many as entries of that verb in the audit.',
    broken: ({ study }) => sql`
      SELECT coalesce(e.id, w.id) AS id
        FROM (SELECT a.subject_id AS id, a.verb, count(*) AS times FROM audit.entry a
               WHERE a.study_id = ${study.id}::uuid
                 AND a.verb IN ('record_no_show', 'withdraw', 'log_attempt', 'decline_for', 'hand_out_voucher')
               GROUP BY 1, 2) e
        FULL JOIN (
          SELECT n.registration_id AS id, 'record_no_show' AS verb, count(*) AS times FROM study.no_show n
            JOIN study.registration r ON r.id = n.registration_id WHERE r.study_id = ${study.id}::uuid GROUP BY 1
          UNION ALL SELECT x.client_id, 'withdraw', count(*) + count(x.erase_on) FROM study.withdrawal x
            WHERE x.study_id = ${study.id}::uuid GROUP BY 1
          UNION ALL SELECT x.registration_id, 'log_attempt', count(*) FROM study.attempt x
            JOIN study.registration r ON r.id = x.registration_id WHERE r.study_id = ${study.id}::uuid GROUP BY 1
          UNION ALL SELECT x.registration_id, 'decline_for', count(*) FROM study.declining x
            JOIN study.registration r ON r.id = x.registration_id WHERE r.study_id = ${study.id}::uuid GROUP BY 1
          UNION ALL SELECT x.registration_id, 'hand_out_voucher', count(*) FROM study.voucher x
            WHERE x.study_id = ${study.id}::uuid AND x.registration_id IS NOT NULL GROUP BY 1
        ) w ON (w.id, w.verb) = (e.id, e.verb)
       WHERE e.times IS DISTINCT FROM w.times`,
  },
  {
    name: 'departure_and_entry',
    cite: '§2',
    says: 'Of every departure, interview and answered questionnaire the audit has an entry about the case, of the day or later.',
    broken: ({ study }) => sql`
      SELECT f.id FROM (
        SELECT d.registration_id AS id, d.left_on AS day, r.client_id FROM study.departure d
          JOIN study.registration r ON r.id = d.registration_id WHERE r.study_id = ${study.id}::uuid
        UNION ALL SELECT m.registration_id, m.opened_on, r.client_id FROM study.measurement m
          JOIN study.registration r ON r.id = m.registration_id WHERE m.study_id = ${study.id}::uuid
        UNION ALL SELECT m.registration_id, m.completed_on, r.client_id FROM study.measurement m
          JOIN study.registration r ON r.id = m.registration_id
         WHERE m.study_id = ${study.id}::uuid AND m.completed_on IS NOT NULL) f
       WHERE NOT EXISTS (SELECT FROM audit.entry a WHERE a.subject_id = f.id AND a.day >= f.day)
         AND NOT EXISTS (SELECT FROM audit.entry a WHERE a.subject_id = f.client_id AND a.day >= f.day)
         AND NOT EXISTS (SELECT FROM audit.entry a JOIN study.registration r ON r.supervisor_id = a.subject_id
                          WHERE r.id = f.id AND a.day >= f.day)
         AND NOT EXISTS (SELECT FROM study.registration r JOIN study.registration o ON o.client_id = r.client_id
                           JOIN audit.entry a ON a.subject_id = o.id WHERE r.id = f.id AND a.day >= f.day)`,
  },
]
