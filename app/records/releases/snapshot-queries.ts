// What one look at a study asks of the database.

/** A measurement `m` that the release knows of. */
const SEEN = `m.completed_on IS NOT NULL AND m.erased_on IS NULL AND m.completed_on <= $3::date
  AND ($4::timestamptz IS NULL OR m.completed_at <= $4)`

const GRANTED = `
  coalesce((SELECT jsonb_object_agg(p.scope, p.granted) FROM study.permission p WHERE p.client_id = d.client_id
               AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = d.client_id AND w.collected = 'erase')), '{}')`

/** The pair in which the first wave was held: of now, or one before. */
const FIRST = `
  LEFT JOIN LATERAL (SELECT b.id, b.supervisor_id FROM study.dyad_before b
                       JOIN study.measurement h ON h.dyad_id = b.id AND h.wave = $2 AND h.perspective = 'client'
                      WHERE b.registration_id = r.id LIMIT 1) first ON true`

/** $1 study, $2 its first wave, $3 the last day and $4 the last moment that count; null is all. */
export const CANDIDATES = `
  SELECT coalesce(first.id, d.id) AS "dyadId", r.id AS "registrationId", d.client_id AS "clientId",
         array_remove(array_append((SELECT array_agg(b.supervisor_id) FROM study.dyad_before b WHERE b.registration_id = r.id),
                                   d.supervisor_id), NULL) AS "supervisorIds",
         r.region, r.location, to_char(r.started_on, 'YYYY-MM-DD') AS "startedOn", ${GRANTED} AS granted,
         ARRAY(SELECT m.wave FROM study.measurement m WHERE m.registration_id = r.id AND m.perspective = 'client' AND ${SEEN}) AS waves
    FROM study.dyad d
    JOIN study.registration r ON r.id = d.registration_id ${FIRST}
   WHERE d.study_id = $1 AND d.unbound_on IS NULL
     AND EXISTS (SELECT FROM study.measurement m
                  WHERE m.registration_id = r.id AND m.wave = $2 AND m.perspective = 'client' AND ${SEEN})
   ORDER BY r.id`

/**
 * The same, of the registrations $5, in their order, with the answers given at the places $6, and those at $7 to
 * the items $8. They come as two texts a measurement, items and what was given: a fourth of the time that an object of each takes.
 */
export const CASES = `
  SELECT coalesce(first.id, d.id) AS "dyadId", coalesce(first.supervisor_id, d.supervisor_id) AS "supervisorId",
         r.id AS "registrationId", c.id AS "clientId", r.location, r.region, r.organisation,
         to_char(r.started_on, 'YYYY-MM-DD') AS "startedOn",
         (SELECT to_char(m.opened_on, 'YYYY-MM-DD') FROM study.measurement m
           WHERE m.registration_id = r.id AND m.wave = $2 AND m.perspective = 'client') AS "includedOn",
         r.supervision_level AS "supervisionLevel", r.risk_category AS "riskCategory", c.gender, c.birth_year AS "birthYear",
         ${GRANTED} AS granted,
         (SELECT to_char(w.withdrawn_on, 'YYYY-MM-DD') FROM study.withdrawal w
           WHERE w.client_id = c.id AND w.withdrawn_on <= $3::date) AS "withdrawnOn",
         (SELECT json_agg(json_build_object(
                   'wave', m.wave, 'perspective', m.perspective, 'battery', m.battery, 'on', m.completed_on, 'openedOn', m.opened_on,
                   'samePair', m.dyad_id = coalesce(first.id, d.id), 'supervisorId', coalesce(pair.supervisor_id, before.supervisor_id),
                   'interviewer', m.interviewer, 'language', m.language,
                   'contacts', m.contacts, 'minutes', m.minutes, 'unreliable', m.unreliable IS NOT NULL,
                   'items', a.items, 'given', a.given)
                 ORDER BY m.wave, m.perspective)
            FROM study.measurement m
            LEFT JOIN study.dyad pair ON pair.id = m.dyad_id
            LEFT JOIN study.dyad_before before ON before.id = m.dyad_id
            LEFT JOIN LATERAL (
              SELECT string_agg(a.item, ' ' ORDER BY a.item) AS items,
                     string_agg(coalesce(a.value::text, a.missing, ''), ' ' ORDER BY a.item) AS given
                FROM (SELECT * FROM study.answer
                       WHERE measurement_id = m.id AND m.wave || ' ' || m.perspective = ANY ($6::text[])
                      UNION ALL
                      SELECT * FROM study.answer
                       WHERE measurement_id = m.id AND m.wave || ' ' || m.perspective = ANY ($7::text[]) AND item = ANY ($8::text[])) a) a ON true
           WHERE m.registration_id = r.id AND ${SEEN}) AS measurements,
         coalesce((SELECT json_agg(json_build_object('event', e.event, 'on', e.happened_on, 'kind', e.kind, 'reason', e.reason)
                                   ORDER BY e.happened_on, e.event COLLATE "C", e.kind COLLATE "C", e.reason COLLATE "C")
                     FROM study.register_event e
                    WHERE e.registration_id = r.id AND e.superseded_by IS NULL AND e.happened_on <= $3::date
                      AND ($4::timestamptz IS NULL OR e.recorded_at <= $4)), '[]') AS events,
         coalesce((SELECT json_agg(json_build_object('name', v.name, 'value', v.value, 'asOf', v.as_of)
                                   ORDER BY v.as_of, v.name COLLATE "C", v.seq)
                     FROM study.register_covariate v WHERE v.registration_id = r.id AND v.as_of <= $3::date), '[]') AS covariates
    FROM unnest($5::uuid[]) WITH ORDINALITY o (id, place)
    JOIN study.registration r ON r.id = o.id AND r.study_id = $1::uuid
    JOIN study.dyad d ON d.registration_id = r.id AND d.unbound_on IS NULL
    JOIN study.client c ON c.id = d.client_id ${FIRST}
   ORDER BY o.place`
