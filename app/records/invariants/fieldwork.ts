import { sql } from '../../platform/sql'
import type { About, Invariant } from './invariant'

const firstOf = ({ study }: About) => study.protocol.waves[0]?.name ?? ''

/** Clients' interviews `m` of a study that were not erased, in their case `r`. */
const interviews = ({ study }: About) => sql`
  FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
 WHERE r.study_id = ${study.id}::uuid AND m.perspective = 'client'`

/** Whom the study meets, when, and with what consent. */
export const ofFieldwork: readonly Invariant[] = [
  {
    name: 'places_of_supervisor',
    cite: '§2.1',
    says: 'No supervisor has more participating clients than there are places, but for pairs that came to them after the interview.',
    broken: ({ study }) => sql`
      SELECT d.supervisor_id AS id FROM study.dyad d
       WHERE d.study_id = ${study.id}::uuid AND d.unbound_on IS NULL
         AND NOT EXISTS (SELECT FROM study.dyad_before b WHERE b.registration_id = d.registration_id)
       GROUP BY d.supervisor_id HAVING count(*) > ${study.protocol.placesPerSupervisor}::int`,
  },
  {
    name: 'contacts_at_interview',
    cite: '§3',
    says: 'At a first interview there were as many contacts as the rule wants.',
    broken: (about) => sql`
      SELECT r.id ${interviews(about)} AND m.wave = ${firstOf(about)}
         AND coalesce(m.contacts NOT BETWEEN ${about.study.protocol.contacts.min}::int AND ${about.study.protocol.contacts.max}::int,
                      true)`,
  },
  {
    name: 'interview_within_window',
    cite: '§4.2',
    says: 'An interview at a later wave was begun within its window.',
    broken: (about) => sql`
      SELECT r.id ${interviews(about)} AND m.wave <> ${firstOf(about)}
         AND NOT EXISTS (SELECT FROM study.wave_window w WHERE w.registration_id = r.id AND w.wave = m.wave
                            AND m.opened_on BETWEEN w.opens_on AND w.closes_on)`,
  },
  {
    name: 'window_of_anchor',
    cite: '§4.2',
    says: 'A window runs from so many to so many calendar months after the interview that anchors it.',
    broken: ({ study }) => {
      const waves = study.protocol.waves.flatMap(({ name, window }) => (window ? [{ name, ...window }] : []))
      return sql`
        SELECT w.registration_id AS id
          FROM study.wave_window w JOIN study.registration r ON r.id = w.registration_id
          LEFT JOIN unnest(${waves.map(({ name }) => name)}::text[], ${waves.map(({ anchor }) => anchor)}::text[],
                           ${waves.map((one) => one.opensAfterMonths)}::int[], ${waves.map((one) => one.closesAfterMonths)}::int[])
                      AS p (wave, anchor, opens, closes) ON p.wave = w.wave
          LEFT JOIN study.measurement m ON m.registration_id = r.id AND m.wave = p.anchor AND m.perspective = 'client'
         WHERE r.study_id = ${study.id}::uuid
           AND (w.anchor_on, w.opens_on, w.closes_on) IS DISTINCT FROM
               (m.opened_on, (m.opened_on + make_interval(months => p.opens))::date,
                (m.opened_on + make_interval(months => p.closes))::date)`
    },
  },
  {
    name: 'interview_with_consent',
    cite: '§6',
    says: 'Every interviewed client signed what taking part needs; who took it back since, did sign.',
    broken: (about) => sql`
      SELECT r.id ${interviews(about)}
         AND EXISTS (SELECT FROM unnest(${[...about.study.protocol.takingPart]}::text[]) needed
                      WHERE NOT EXISTS (SELECT FROM study.permission p
                                         WHERE p.client_id = r.client_id AND p.scope = needed
                                           AND (p.granted OR p.ended_on IS NOT NULL
                                                OR EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id))))`,
  },
  {
    name: 'no_more_no_shows',
    cite: '§3',
    says: 'Nobody is met for a wave after the last no-show that is allowed, nor counted more often.',
    broken: ({ study }) => sql`
      SELECT n.registration_id AS id FROM study.no_show n JOIN study.registration r ON r.id = n.registration_id
       WHERE r.study_id = ${study.id}::uuid
       GROUP BY n.registration_id, n.wave
      HAVING count(*) > ${study.protocol.noShowsAllowed}::int
          OR count(*) = ${study.protocol.noShowsAllowed}::int AND EXISTS (
               SELECT FROM study.measurement m WHERE m.registration_id = n.registration_id AND m.wave = n.wave
                  AND m.perspective = 'client')`,
  },
  {
    name: 'appointment_as_planned',
    cite: '§3',
    says: 'What stands in the calendar is the day by which the work goes, of a client who can still be met.',
    broken: (about) => sql`
      SELECT a.registration_id AS id FROM study.appointment a JOIN study.registration r ON r.id = a.registration_id
        LEFT JOIN study.dyad d ON d.registration_id = r.id AND d.unbound_on IS NULL
        LEFT JOIN study.wave_window w ON w.registration_id = r.id AND w.wave = a.wave
       WHERE a.study_id = ${about.study.id}::uuid AND a.state = 'planned'
         AND (a.on_day IS DISTINCT FROM CASE WHEN a.wave = ${firstOf(about)} THEN d.planned_on ELSE w.appointment_on END
              OR r.stage = 'left' OR EXISTS (SELECT FROM study.withdrawal g WHERE g.client_id = r.client_id))`,
  },
]
