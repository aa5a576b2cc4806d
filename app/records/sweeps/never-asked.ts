import { sql } from '../../platform/sql'
import { INTAKE } from '../ledger/kinds'

/**
 * Of an inquiry `i` that is out: whoever it is to now was never written to, since the one who stood in declined before
 * anybody was back (protocol §2.2). Such a silence is none. A question of the past has no mail at all, and is another thing.
 */
export const neverAsked = sql`(
  EXISTS (SELECT FROM study.mail_line l WHERE l.registration_id = i.registration_id AND l.wave = ${INTAKE})
  AND NOT EXISTS (SELECT FROM study.mail_line l WHERE l.registration_id = i.registration_id AND l.wave = ${INTAKE}
                     AND l.supervisor_id = i.asked_id))`
