import { createHash } from 'node:crypto'
import pg from 'pg'
import type { StudyRef } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import { pinOf } from '../../app/protocol/instruments/battery'
import type { Instrument } from '../../app/protocol/study'

/**
 * Pairs whose supervisor was asked at both waves today, each question of it open: rows of the real tables, with a reminder
 * that went out. Fifty pairs a supervisor. Gives the measurements of the first and the second wave.
 */
export async function openQuestionnaires(
  ownerUrl: string,
  study: StudyRef,
  {
    on,
    count,
    battery,
    added,
  }: { readonly on: Day; readonly count: number; readonly battery: readonly Instrument[]; readonly added: Instrument },
): Promise<{ readonly first: string; readonly second: string }[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const query = (text: string, values: unknown[] = []) => owner.query(text, values)
    const definition = JSON.stringify(added)
    await query(
      `INSERT INTO study.instrument (id, study_id, name, version, perspective, definition, source, digest, published_on)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'own', $6, $7)`,
      [
        study.id,
        added.name,
        added.version,
        added.perspective,
        definition,
        createHash('sha256').update(definition).digest(),
        on,
      ],
    )
    await query(`CREATE TEMP TABLE one AS
      SELECT n, gen_random_uuid() AS client, gen_random_uuid() AS registration, gen_random_uuid() AS dyad,
             gen_random_uuid() AS first, gen_random_uuid() AS second, n % greatest(${count} / 50, 1) AS s
        FROM generate_series(1, ${count}) n`)
    await query(
      `CREATE TEMP TABLE asked AS SELECT s, gen_random_uuid() AS supervisor FROM (SELECT DISTINCT s FROM one) o`,
    )
    await query(`INSERT INTO study.supervisor (id, study_id, pseudonym) SELECT supervisor, $1, 'S' || s FROM asked`, [
      study.id,
    ])
    await query(`INSERT INTO study.client (id, study_id, pseudonym) SELECT client, $1, 'C' || n FROM one`, [study.id])
    await query(
      `INSERT INTO study.permission (client_id, scope, granted) SELECT client, scope, true FROM one, unnest($1::text[]) scope`,
      [study.protocol.scopes],
    )
    await query(
      `INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
         electronic_monitoring, penitentiary_programme, organisation, region, location)
       SELECT registration, $1, client, supervisor, $2::date - 40, $2::date - 40, 'running', 'conditional', false, false, 'RN',
         'Region', 'Place' FROM one JOIN asked USING (s)`,
      [study.id, on],
    )
    await query(
      `INSERT INTO study.inquiry (id, registration_id, supervisor_id, asked_id, sent_on, replied_on, answered_by, is_supervisor,
         contacts)
       SELECT gen_random_uuid(), registration, supervisor, supervisor, $1::date - 30, $1::date - 25, 'supervisor', true, 2
         FROM one JOIN asked USING (s)`,
      [on],
    )
    await query(
      `INSERT INTO study.dyad (id, study_id, pseudonym, registration_id, client_id, supervisor_id, bound_on, planned_on)
       SELECT dyad, $1, 'D' || n, registration, client, supervisor, $2::date - 20, $2::date FROM one JOIN asked USING (s)`,
      [study.id, on],
    )
    const opened = (id: string, wave: string) =>
      query(
        `INSERT INTO study.measurement (id, study_id, registration_id, dyad_id, wave, perspective, battery, opened_on)
         SELECT ${id}, $1, registration, dyad, '${wave}', 'supervisor', $2, $3 FROM one`,
        [study.id, battery.map(pinOf), on],
      )
    await opened('first', 'T1')
    await opened('second', 'T2')
    await query(
      `INSERT INTO study.mail_envelope (id, study_id, supervisor_id, day, state, message_id)
       SELECT gen_random_uuid(), $1, supervisor, $2, 'sent', supervisor::text FROM asked`,
      [study.id, on],
    )
    await query(
      `INSERT INTO study.mail_line (id, envelope_id, registration_id, supervisor_id, wave, kind, round, state)
       SELECT gen_random_uuid(), e.id, registration, supervisor, 'T1', 'questionnaire', 0, 'sent'
         FROM one JOIN asked USING (s) JOIN study.mail_envelope e ON e.supervisor_id = supervisor`,
    )
    // as a server keeps its tables by itself: those that have rows. One that is empty is left alone: plans that were made for it
    // stay with a connection, and read it whole when it is not empty any more
    await query(
      `VACUUM ANALYZE study.instrument, study.supervisor, study.client, study.permission, study.registration, study.inquiry,
         study.dyad, study.measurement, study.mail_envelope, study.mail_line`,
    )
    const { rows } = await query('SELECT first::text, second::text FROM one ORDER BY n')
    return rows as { first: string; second: string }[]
  } finally {
    await owner.end()
  }
}
