import { type Sql, sql } from '../../platform/sql'

/**
 * Rows `wave`, `on_day`: days on which a talk that was planned for a case did not happen, or was taken back (protocol §3, §4.3);
 * not one that fell away because the client was lost to the wave. Takes the case.
 */
export const fellThrough = (registrationId: Sql) => sql`
  SELECT n.wave, n.missed_on AS on_day FROM study.no_show n WHERE n.registration_id = ${registrationId}
  UNION
  SELECT a.wave, a.ended_on FROM study.appointment a
   WHERE a.registration_id = ${registrationId} AND a.state = 'cancelled'
     AND NOT EXISTS (SELECT FROM study.departure x
                      WHERE x.registration_id = ${registrationId} AND x.step = a.wave AND x.left_on = a.ended_on)`
