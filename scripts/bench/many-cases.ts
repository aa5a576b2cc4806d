import pg from 'pg'
import type { StudyRef } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'

/** Where case n stands, by the last two digits of n: each line is a stage, and up to which digits it goes. */
const UP_TO = { asked: 4, replied: 14, judged: 16, bound: 18, planned: 21, interviewed: 23, left: 33 } as const

/**
 * Cases of a study in every stage as a study of some years has them, written as rows of the real tables with their
 * triggers: a year of registrations, fifty a supervisor, at nine locations. Two in three left. The server's own upkeep of its tables is done as well.
 */
export async function manyCases(ownerUrl: string, study: StudyRef, on: Day, count = 100_000): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const query = (text: string, values: unknown[] = []) => owner.query(text, values)
    await query(`CREATE TEMP TABLE one AS
      SELECT n, n % 100 AS at, gen_random_uuid() AS client, gen_random_uuid() AS registration, n % (${count} / 50) AS s,
             n % 9 AS place FROM generate_series(1, ${count}) n`)
    await query(
      `CREATE TEMP TABLE asked AS SELECT s, gen_random_uuid() AS supervisor FROM (SELECT DISTINCT s FROM one) o`,
    )
    await query(`INSERT INTO study.supervisor (id, study_id, pseudonym) SELECT supervisor, $1, 'S' || s FROM asked`, [
      study.id,
    ])
    await query(`INSERT INTO study.client (id, study_id, pseudonym) SELECT client, $1, 'C' || n FROM one`, [study.id])
    await query(
      `INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
         electronic_monitoring, penitentiary_programme, organisation, region, location)
       SELECT registration, $1, client, supervisor, $2::date - (n / 100) % 365, $2::date - (n / 100) % 365, 'running',
         'conditional', false, false, (ARRAY['RN', 'SVG', 'LJ&R'])[1 + place % 3], 'Region ' || place % 5, 'Place ' || place
         FROM one JOIN asked USING (s)`,
      [study.id, on],
    )
    await query(
      `INSERT INTO study.inquiry (id, registration_id, supervisor_id, asked_id, sent_on, replied_on, answered_by,
         is_supervisor, contacts)
       SELECT gen_random_uuid(), r.id, r.supervisor_id, r.supervisor_id, r.registered_on,
              CASE WHEN replied THEN r.registered_on + 5 END, CASE WHEN replied THEN 'supervisor' END,
              CASE WHEN replied THEN true END, CASE WHEN replied THEN n % 5 END
         FROM (SELECT *, at >= ${UP_TO.replied} AND (at < ${UP_TO.left} OR at >= 60) AS replied FROM one) o
         JOIN study.registration r ON r.id = o.registration WHERE at >= ${UP_TO.asked} AND at NOT BETWEEN 33 AND 40`,
    )
    await query(
      `INSERT INTO study.contact_report (id, registration_id, reported_on, contacts, next_contact_on, source)
       SELECT gen_random_uuid(), i.registration_id, i.replied_on, i.contacts, i.replied_on + 7, 'supervisor'
         FROM study.inquiry i WHERE i.replied_on IS NOT NULL`,
    )
    await query(
      `INSERT INTO study.criterion_finding (registration_id, criterion, verdict, source, found_on)
       SELECT registration, c, CASE WHEN at < ${UP_TO.judged} AND c = 'dutch' THEN 'unknown' ELSE 'met' END, 'supervisor', $1
         FROM one, unnest(ARRAY['modality', 'dutch']) c WHERE at >= ${UP_TO.replied} AND at < ${UP_TO.left}`,
      [on],
    )
    await query(
      `INSERT INTO study.judgement (registration_id, judged_on, approachable, judged_by)
       SELECT registration, registered_on + 6, true, 'supervisor'
         FROM one JOIN study.registration r ON r.id = registration WHERE at >= ${UP_TO.bound} AND at < ${UP_TO.left}`,
    )
    await query(
      `INSERT INTO study.dyad (id, study_id, pseudonym, registration_id, client_id, supervisor_id, bound_on, planned_on)
       SELECT gen_random_uuid(), $1, 'D' || n, r.id, r.client_id, r.supervisor_id, r.registered_on + 6,
              CASE WHEN at >= ${UP_TO.planned} THEN r.registered_on + 14 END
         FROM one JOIN study.registration r ON r.id = registration WHERE at >= ${UP_TO.bound} AND at < ${UP_TO.left}`,
      [study.id],
    )
    await query(
      `INSERT INTO study.measurement (id, study_id, registration_id, dyad_id, wave, perspective, battery, opened_on,
         completed_on, contacts)
       SELECT gen_random_uuid(), $1, d.registration_id, d.id, 'T1', 'client', '{}', d.planned_on, d.planned_on, 3
         FROM one JOIN study.dyad d ON d.registration_id = registration
        WHERE at >= ${UP_TO.interviewed} AND at < ${UP_TO.left}`,
      [study.id],
    )
    await query(
      `INSERT INTO study.departure (id, registration_id, step, reason, left_on, decided_by)
       SELECT gen_random_uuid(), r.id, step, reason, r.registered_on + 21, 'system'
         FROM one JOIN study.registration r ON r.id = registration
         JOIN (VALUES (33, 36, 'register', 'supervisor_full'), (37, 40, 'register', 'not_started'),
                      (41, 59, 'inquiry', 'no_reply'), (60, 89, 'criteria', 'too_many_contacts'),
                      (90, 99, 'judgement', 'client_circumstances')) v (first, last, step, reason) ON at BETWEEN first AND last`,
    )
    // as a server keeps its tables by itself
    await query('VACUUM ANALYZE')
  } finally {
    await owner.end()
  }
}
