import type pg from 'pg'
import type { StudyRef } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'

/**
 * So many pairs of a study, written as rows: the clients were interviewed in the last thirty days and wait for a window that opens
 * later; the supervisors of the first `toDo` have a questionnaire to fill in, the others did so. At nine locations.
 */
export async function manyPairs(
  owner: pg.Client,
  study: StudyRef,
  { on, count, toDo }: { readonly on: Day; readonly count: number; readonly toDo: number },
): Promise<void> {
  const query = (text: string, values: unknown[] = []) => owner.query(text, values)
  const number = `lpad((n + ${count})::text, 6, '0')`
  await query(`CREATE TEMP TABLE one AS SELECT n, ${number} AS number, gen_random_uuid() AS client, gen_random_uuid() AS supervisor,
    gen_random_uuid() AS registration, gen_random_uuid() AS dyad FROM generate_series(1, ${count}) n`)
  await query(`INSERT INTO study.client (id, study_id, pseudonym) SELECT client, $1, 'C' || number FROM one`, [
    study.id,
  ])
  await query(`INSERT INTO study.supervisor (id, study_id, pseudonym) SELECT supervisor, $1, 'S' || number FROM one`, [
    study.id,
  ])
  await query(
    `INSERT INTO study.permission (client_id, scope, granted) SELECT client, scope, true FROM one, unnest($1::text[]) scope`,
    [study.protocol.scopes],
  )
  await query(
    `INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
       electronic_monitoring, penitentiary_programme, organisation, region, location)
     SELECT registration, $1, client, supervisor, $2::date - 60, $2::date - 60, 'running', 'conditional', false, false, 'RN',
       'Region', 'Place ' || n % 9 FROM one`,
    [study.id, on],
  )
  await query(
    `INSERT INTO study.dyad (id, study_id, pseudonym, registration_id, client_id, supervisor_id, bound_on)
     SELECT dyad, $1, 'D' || number, registration, client, supervisor, $2::date - 50 FROM one`,
    [study.id, on],
  )
  await query(
    `INSERT INTO study.measurement (id, study_id, registration_id, dyad_id, wave, perspective, battery, opened_on, completed_on)
     SELECT gen_random_uuid(), $1, registration, dyad, 'T1', side, '{}', $2::date - n % 30,
            CASE WHEN side = 'client' OR n > ${toDo} THEN $2::date - n % 30 END
       FROM one, unnest(ARRAY['client', 'supervisor']) side`,
    [study.id, on],
  )
  await query('DROP TABLE one')
}
