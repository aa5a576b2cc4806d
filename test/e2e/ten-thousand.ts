import type { StudyRef } from '../../app/platform/occasion'
import { day } from '../../app/protocol/day'
import { recomputeWork } from '../../app/records/work/recompute'
import { connected } from '../platform/connect'
import type { House } from './house'

/**
 * Ten thousand dyads of a study, each with an inquiry that waits for an answer, written as rows: what the lists must
 * carry, made in a second. The clock stands still on the day given.
 */
export async function tenThousand({ database }: House, study: StudyRef, today: string): Promise<void> {
  await connected(database.urls.owner, async (owner) => {
    await owner.query(`
      CREATE TEMP TABLE row AS
        SELECT n, gen_random_uuid() AS client, gen_random_uuid() AS supervisor, gen_random_uuid() AS registration,
               upper(lpad(to_hex(n), 9, '0')) AS hex
          FROM generate_series(1, 10000) n`)
    await owner.query(
      `INSERT INTO study.client (id, study_id, pseudonym)
       SELECT client, $1, 'C' || substr(hex, 2, 2) || '-' || substr(hex, 4, 3) || '-' || substr(hex, 7, 3) FROM row`,
      [study.id],
    )
    await owner.query(
      `INSERT INTO study.supervisor (id, study_id, pseudonym) SELECT supervisor, $1, 'S' || hex FROM row`,
      [study.id],
    )
    await owner.query(
      `INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
         electronic_monitoring, penitentiary_programme, organisation, region, location)
       SELECT registration, $1, client, supervisor, $2::date - 30, $2::date - 30, 'running', 'conditional', false, false,
         'RN', 'Utrecht', 'Utrecht' FROM row`,
      [study.id, today],
    )
    await owner.query(
      `INSERT INTO study.inquiry (id, registration_id, supervisor_id, asked_id, sent_on)
       SELECT gen_random_uuid(), registration, supervisor, supervisor, $1::date - (n % 20) FROM row`,
      [today],
    )
    await owner.query(
      `INSERT INTO study.dyad (id, study_id, pseudonym, registration_id, client_id, supervisor_id, bound_on)
       SELECT gen_random_uuid(), $1, 'D' || substr(hex, 2, 2) || '-' || substr(hex, 4, 3) || '-' || substr(hex, 7, 3),
         registration, client, supervisor, $2::date - (n % 200) FROM row`,
      [study.id, today],
    )
    await owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [study.id, today])
    await owner.query('ANALYZE')
  })
  await recomputeWork(database.study, { study, actor: 'system', today: day(today) })
}
