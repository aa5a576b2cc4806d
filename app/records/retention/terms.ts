import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { closedOn } from './closed'

/** Somebody (the study's id), and the day on which what their name was needed for was over. */
export type Over = { readonly id: string; readonly overOn: Day }
type Row = { id: string; overOn: Date | null }

/**
 * Everybody who takes or took part, and the day on which their follow-up is over, also one to come (§5): the last of
 * their cases counts, and no wave's window is open longer. With a withdrawal the follow-up ends, on its day. `clientId`
 * asks about one client only.
 */
export async function participantsOver(
  db: StudyDb,
  { id, protocol }: StudyRef,
  { clientId = null }: { readonly clientId?: string | null } = {},
): Promise<Over[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, coalesce(w.withdrawn_on, max(greatest(
             coalesce(r.started_on, r.registered_on) + make_interval(months => ${protocol.followUpMonths}::int),
             (SELECT max(o.closes_on) FROM study.wave_window o WHERE o.registration_id = r.id)))::date) AS "overOn"
      FROM study.client c
      JOIN study.registration r ON r.client_id = c.id
      LEFT JOIN study.withdrawal w ON w.client_id = c.id
     WHERE c.study_id = ${id}::uuid AND (${clientId}::uuid IS NULL OR c.id = ${clientId}::uuid)
       AND (EXISTS (SELECT FROM study.measurement m JOIN study.registration o ON o.id = m.registration_id
                     WHERE o.client_id = c.id AND m.perspective = 'client')
            OR w.client_id IS NULL AND EXISTS (SELECT FROM study.permission p WHERE p.client_id = c.id AND p.granted))
     GROUP BY c.id, w.withdrawn_on`
  return known(rows)
}

/**
 * The supervisors of whom nothing is asked any more, and the day on which the last question to each closed: every case
 * of theirs closed before any wave (one that waits did not), or had its interview and has no window to come; answers count
 * as long as the ladders say. `supervisorId` asks about one supervisor only.
 */
export async function supervisorsOver(
  db: StudyDb,
  study: StudyRef,
  { supervisorId = null }: { readonly supervisorId?: string | null } = {},
): Promise<Over[]> {
  const { id, protocol } = study
  const longest = Math.max(...protocol.waves.map(({ questionnaire }) => questionnaire.nonResponse))
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, CASE WHEN bool_and(k.over_on IS NOT NULL) THEN max(k.over_on) END AS "overOn"
      FROM study.supervisor s
      JOIN LATERAL (
        SELECT CASE WHEN l.closed_on IS NOT NULL OR m.met THEN
                 greatest(l.closed_on, m.last_on + ${longest}::int, w.closes_on + ${longest}::int) END AS over_on
          FROM study.registration r
          CROSS JOIN LATERAL (SELECT ${closedOn(study)} AS closed_on) l
          LEFT JOIN LATERAL (SELECT bool_or(x.perspective = 'client') AS met, max(x.opened_on) AS last_on
                               FROM study.measurement x WHERE x.registration_id = r.id) m ON true
          LEFT JOIN LATERAL (SELECT max(o.closes_on) AS closes_on FROM study.wave_window o WHERE o.registration_id = r.id) w ON true
         WHERE r.supervisor_id = s.id
            OR EXISTS (SELECT FROM study.inquiry i WHERE i.registration_id = r.id AND i.supervisor_id = s.id)
            OR EXISTS (SELECT FROM study.dyad_before b WHERE b.registration_id = r.id AND b.supervisor_id = s.id)) k ON true
     WHERE s.study_id = ${id}::uuid AND (${supervisorId}::uuid IS NULL OR s.id = ${supervisorId}::uuid)
     GROUP BY s.id`
  return known(rows)
}

/** Whether a client withdrew: then nothing is asked any more. */
export const hasWithdrawn = async (db: StudyDb, clientId: string): Promise<boolean> =>
  (await db.withdrawal.count({ where: { clientId } })) > 0

/** How many clients and supervisors the study has, and when the last case came in; null when none did. */
export async function sizeOf(
  db: StudyDb,
  { id: studyId }: StudyRef,
): Promise<{ clients: number; supervisors: number; lastIn: Day | null }> {
  const [clients, supervisors, last] = await Promise.all([
    db.client.count({ where: { studyId } }),
    db.supervisor.count({ where: { studyId } }),
    db.registration.aggregate({ where: { studyId }, _max: { registeredOn: true } }),
  ])
  const { registeredOn } = last._max
  return { clients, supervisors, lastIn: registeredOn && fromColumn(registeredOn) }
}

const known = (rows: readonly Row[]): Over[] =>
  rows.flatMap(({ id, overOn }) => (overOn ? [{ id, overOn: fromColumn(overOn) }] : []))
