import type { StudyRef } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import type { TestDatabase } from '../database'
import { connected } from '../platform/connect'

export const MANY = 10_000

/** Ten thousand cases of a study whose inquiry waits, forty on each day, a tenth of them bound; written as rows. */
export async function tenThousand({ urls }: TestDatabase, study: StudyRef, on: Day): Promise<void> {
  await connected(urls.owner, async (owner) => {
    await owner.query(
      `CREATE TEMP TABLE row AS
         SELECT n, gen_random_uuid() AS client, gen_random_uuid() AS supervisor, gen_random_uuid() AS registration,
                lpad(n::text, 6, '0') AS number FROM generate_series(1, ${MANY}) n`,
    )
    await owner.query(
      `INSERT INTO study.client (id, study_id, pseudonym) SELECT client, $1, 'CCC-' || substr(number, 1, 3) || '-' || substr(number, 4) FROM row`,
      [study.id],
    )
    await owner.query(
      `INSERT INTO study.supervisor (id, study_id, pseudonym) SELECT supervisor, $1, 'S' || number FROM row`,
      [study.id],
    )
    await owner.query(
      `INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
         electronic_monitoring, penitentiary_programme, organisation, region, location)
       SELECT registration, $1, client, supervisor, $2::date - 300, $2::date - 300, 'running', 'conditional', false, false, 'RN',
         'Utrecht', CASE WHEN n % 2 = 0 THEN 'Utrecht' ELSE 'Amersfoort' END FROM row`,
      [study.id, on],
    )
    await owner.query(
      `INSERT INTO study.inquiry (id, registration_id, supervisor_id, asked_id, sent_on)
       SELECT gen_random_uuid(), registration, supervisor, supervisor, $1::date - (n % 250) FROM row`,
      [on],
    )
    await owner.query(
      `INSERT INTO study.dyad (id, study_id, pseudonym, registration_id, client_id, supervisor_id, bound_on)
       SELECT gen_random_uuid(), $1, 'DDD-' || substr(number, 1, 3) || '-' || substr(number, 4), registration, client,
         supervisor, $2::date - (n % 250) FROM row WHERE n % 10 = 0`,
      [study.id, on],
    )
    await owner.query('ANALYZE')
  })
}
