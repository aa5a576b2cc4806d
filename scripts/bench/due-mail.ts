import pg from 'pg'
import { blindId, newId } from '../../app/platform/id'
import type { StudyRef } from '../../app/platform/occasion'
import type { Vault } from '../../app/platform/vault'
import type { Day } from '../../app/protocol/day'

/** Supervisors with an address and one question each that is to be sent today: rows of the real tables in both rooms. */
export async function inquiriesDue(
  ownerUrl: string,
  keys: Vault['keys'],
  { study, on, count }: { readonly study: StudyRef; readonly on: Day; readonly count: number },
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const all = Array.from({ length: count }, (_, n) => ({ n, id: newId(), vaultId: blindId() }))
    await owner.query('CREATE TEMP TABLE one AS SELECT * FROM unnest($1::int[], $2::uuid[]) AS o (n, supervisor)', [
      all.map(({ n }) => n),
      all.map(({ id }) => id),
    ])
    await owner.query(`ALTER TABLE one ADD client uuid DEFAULT gen_random_uuid(), ADD registration uuid DEFAULT gen_random_uuid(),
      ADD inquiry uuid DEFAULT gen_random_uuid(), ADD envelope uuid DEFAULT gen_random_uuid()`)
    await owner.query(
      `INSERT INTO study.supervisor (id, study_id, pseudonym) SELECT supervisor, $1, 'S' || n FROM one`,
      [study.id],
    )
    await owner.query(`INSERT INTO study.client (id, study_id, pseudonym) SELECT client, $1, 'C' || n FROM one`, [
      study.id,
    ])
    await owner.query(
      `INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
         electronic_monitoring, penitentiary_programme, organisation, region, location)
       SELECT registration, $1, client, supervisor, $2::date, $2::date, 'running', 'conditional', false, false, 'RN', 'Region', 'Place'
         FROM one`,
      [study.id, on],
    )
    await owner.query(
      `INSERT INTO study.inquiry (id, registration_id, supervisor_id, asked_id, sent_on)
       SELECT inquiry, registration, supervisor, supervisor, $1::date FROM one`,
      [on],
    )
    await owner.query(
      `INSERT INTO study.mail_envelope (id, study_id, supervisor_id, day, message_id)
       SELECT envelope, $1, supervisor, $2::date, envelope FROM one`,
      [study.id, on],
    )
    await owner.query(
      `INSERT INTO study.mail_line (id, envelope_id, registration_id, supervisor_id, wave, kind, round, planned_on)
       SELECT gen_random_uuid(), envelope, registration, supervisor, 'intake', 'inquiry', 0, $1::date FROM one`,
      [on],
    )
    await owner.query(
      `INSERT INTO identity.supervisor (id, study_alias, number_hash, name, email)
       SELECT t.id, $1, t.hash, t.name, t.email FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[]) AS t (id, hash, name, email)`,
      [
        keys.alias(study.id),
        all.map(({ vaultId }) => vaultId),
        all.map(({ n }) => keys.hash('staff', `S-${n}`)),
        all.map(({ n, vaultId }) => keys.seal(`Naam ${n}`, `supervisor.name:${vaultId}`)),
        all.map(({ n, vaultId }) => keys.seal(`s${n}@reclassering.example`, `supervisor.email:${vaultId}`)),
      ],
    )
    await owner.query(
      `INSERT INTO identity.key (id, study_hash, study_id) SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[])`,
      [
        all.map(({ vaultId }) => vaultId),
        all.map(({ id }) => keys.hash('study_id', id)),
        all.map(({ id, vaultId }) => keys.seal(id, `key.study_id:${vaultId}`)),
      ],
    )
    await owner.query('ANALYZE')
  } finally {
    await owner.end()
  }
}
