import type pg from 'pg'
import Cursor from 'pg-cursor'
import type { StudyRef } from '../platform/occasion'
import type { ReleasedCase } from '../protocol/released'

const BATCH = 200

/**
 * The cases that a release may hold, one after another from one snapshot, as the analyst's role reads them: no identity
 * is within its reach. Takes the analyst's pool, the study, and what the order is drawn from: a release gives its own,
 * because rows in the same order would join two releases line by line. Constant memory, whatever the number of cases.
 */
export async function* releasedCases(
  analyst: pg.Pool,
  { id, protocol }: StudyRef,
  order = '',
): AsyncGenerator<ReleasedCase> {
  const client = await analyst.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const cursor = client.query(new Cursor<ReleasedCase>(CASES, [id, protocol.waves[0]?.name, order]))
    for (let rows = await cursor.read(BATCH); rows.length > 0; rows = await cursor.read(BATCH)) yield* rows
    await cursor.close()
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const CASES = `
  SELECT coalesce(first.id, d.id) AS "dyadId", coalesce(first.supervisor_id, d.supervisor_id) AS "supervisorId", r.location, r.region, r.organisation,
         to_char(r.started_on, 'YYYY-MM-DD') AS "startedOn", r.supervision_level AS "supervisionLevel", r.risk_category AS "riskCategory",
         c.gender, c.birth_year AS "birthYear",
         coalesce((SELECT jsonb_object_agg(p.scope, p.granted) FROM study.permission p WHERE p.client_id = c.id
                      AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = c.id AND w.collected = 'erase')),
                  '{}') AS granted,
         (SELECT to_char(w.withdrawn_on, 'YYYY-MM-DD') FROM study.withdrawal w WHERE w.client_id = c.id) AS "withdrawnOn",
         (SELECT jsonb_agg(jsonb_build_object(
                   'wave', m.wave, 'perspective', m.perspective, 'on', m.completed_on, 'openedOn', m.opened_on,
                   'samePair', m.dyad_id = coalesce(first.id, d.id), 'contacts', m.contacts, 'minutes', m.minutes, 'unreliable', m.unreliable IS NOT NULL,
                   'answers', coalesce((SELECT jsonb_object_agg(a.item, a.value) FROM study.answer a
                                         WHERE a.measurement_id = m.id AND a.value IS NOT NULL), '{}'),
                   'unanswered', coalesce((SELECT jsonb_object_agg(a.item, a.missing) FROM study.answer a
                                            WHERE a.measurement_id = m.id AND a.missing IS NOT NULL), '{}')))
            FROM study.measurement m WHERE m.registration_id = r.id AND m.completed_on IS NOT NULL AND m.erased_on IS NULL) AS measurements,
         coalesce((SELECT jsonb_agg(jsonb_build_object('event', e.event, 'on', e.happened_on, 'kind', e.kind, 'reason', e.reason)
                                    ORDER BY e.happened_on, e.id)
                     FROM study.register_event e WHERE e.registration_id = r.id AND e.superseded_by IS NULL), '[]') AS events
    FROM study.dyad d
    JOIN study.registration r ON r.id = d.registration_id
    JOIN study.client c ON c.id = d.client_id
    LEFT JOIN LATERAL (SELECT b.id, b.supervisor_id FROM study.dyad_before b
                         JOIN study.measurement h ON h.dyad_id = b.id AND h.wave = $2 AND h.perspective = 'client'
                        WHERE b.registration_id = r.id LIMIT 1) first ON true
   WHERE d.study_id = $1 AND d.unbound_on IS NULL
     AND EXISTS (SELECT FROM study.measurement m
                  WHERE m.registration_id = r.id AND m.wave = $2 AND m.perspective = 'client' AND m.completed_on IS NOT NULL)
   ORDER BY sha256(convert_to($3 || d.id::text, 'UTF8'))`
