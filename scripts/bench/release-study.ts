import type pg from 'pg'
import type { StudyDb } from '../../app/platform/database'
import type { Occasion } from '../../app/platform/occasion'
import { addDays } from '../../app/protocol/day'
import { covariateFields } from '../../app/protocol/extract/covariate'
import { pinOf } from '../../app/protocol/instruments/battery'
import { waGk } from '../../app/protocol/instruments/wa-gk'
import { itemCode } from '../../app/protocol/scoring'
import type { Instrument } from '../../app/protocol/study'
import { publishInstrument } from '../../app/records/instruments/publish'
import { putToUse } from '../../app/records/instruments/use'

// A study with as many pairs as wanted, each asked 60 items of both sides at both waves, as rows of the real tables. The items
// have the codes of the alliance questionnaire, so that its scales are computed of them too.
const ITEMS = 60
/** Pairs whose answers are written in one statement. */
const AT_ONCE = 10_000
/** Days before today on which the first wave was held; the second followed on it after half a year. */
const SINCE = 700
const HALF_A_YEAR = 182
/** Pairs of a region. */
const OF_REGION = 10_000

/** Pairs, clients and so on are known by their place, so that every table can be filled by itself. */
const id = (kind: number, place: string) =>
  `('${kind}0000000-0000-7000-8000-' || lpad(to_hex(${place}), 12, '0'))::uuid`
const IDS = {
  client: id(1, 'n'),
  supervisor: id(2, 'n % 4000'),
  registration: id(3, 'n'),
  dyad: id(4, 'n'),
  measurement: id(5, 'n * 4 + place'),
} as const
const PLACES = `(VALUES (0, 'T1', 'client'), (1, 'T1', 'supervisor'), (2, 'T2', 'client'), (3, 'T2', 'supervisor')) p (place, wave, side)`
/** A number that is the same in every run, spread as if drawn. */
const drawn = (of: string, end: number) => `(hashint4(${of}) & 2147483647) % ${end}`

/** Publishes a questionnaire of 60 statements for each side and puts it to use at both waves. Gives them. */
export async function sixtyItems(db: StudyDb, occasion: Occasion): Promise<Instrument[]> {
  const instruments = waGk.map((own): Instrument => {
    const [statement] = own.items
    if (!statement) throw new Error('no statement to go by')
    const items = Array.from({ length: ITEMS }, (_, at) => ({ ...statement, code: itemCode(at + 1) }))
    const { perspective, title, agreement } = own
    return { name: `bench-${perspective}`, version: 1, perspective, title, agreement, items }
  })
  for (const instrument of instruments) {
    must(await publishInstrument(db, occasion, { instrument, source: 'own' }))
    for (const { name } of occasion.study.protocol.waves) {
      const { perspective } = instrument
      const use = { wave: name, perspective, instruments: [instrument.name], fromOn: occasion.today }
      must(await putToUse(db, occasion, use))
    }
  }
  return instruments
}

function must({ ok, ...rest }: { readonly ok: boolean }): void {
  if (!ok) throw new Error(JSON.stringify(rest))
}

/** Fills it, as the owner and without triggers; the tables are analysed afterwards, as a server does by itself. */
export async function fillStudy(
  owner: pg.Client,
  { study, today }: Occasion,
  { pairs, instruments }: { readonly pairs: number; readonly instruments: readonly Instrument[] },
): Promise<void> {
  const query = (text: string, values: unknown[] = []) => owner.query(text, values)
  const of = `generate_series(1, ${pairs}) n`
  await query('SET session_replication_role = replica')
  await query('SET synchronous_commit = off')
  await query(
    `INSERT INTO study.supervisor (id, study_id, pseudonym) SELECT DISTINCT ${IDS.supervisor}, $1::uuid, 'S' || n % 4000 FROM ${of}`,
    [study.id],
  )
  await query(
    `INSERT INTO study.client (id, study_id, pseudonym, gender, birth_year)
    SELECT ${IDS.client}, $1, 'C' || n, (ARRAY['male', 'female'])[1 + (n % 9) / 8], 1950 + ${drawn('n', 50)} FROM ${of}`,
    [study.id],
  )
  await query(
    `INSERT INTO study.permission (client_id, scope, granted) SELECT ${IDS.client}, scope, true FROM ${of}, unnest($1::text[]) scope`,
    [study.protocol.scopes],
  )
  await query(
    `INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
       supervision_level, risk_category, electronic_monitoring, penitentiary_programme, organisation, region, location)
     SELECT ${IDS.registration}, $1, ${IDS.client}, ${IDS.supervisor}, $2::date - 60, $2::date - 60, 'running', 'conditional',
       1 + n % 3, (ARRAY['low', 'low_medium', 'high'])[1 + n % 3], false, false, (ARRAY['RN', 'SVG', 'LJ&R'])[1 + n % 3],
       'Region ' || n % ${Math.max(1, Math.floor(pairs / OF_REGION))}, 'Place ' || n % 30 FROM ${of}`,
    [study.id, addDays(today, -SINCE)],
  )
  await query(
    `INSERT INTO study.dyad (id, study_id, pseudonym, registration_id, client_id, supervisor_id, bound_on)
     SELECT ${IDS.dyad}, $1, 'D' || n, ${IDS.registration}, ${IDS.client}, ${IDS.supervisor}, $2::date - 50 FROM ${of}`,
    [study.id, addDays(today, -SINCE)],
  )
  await query(
    `INSERT INTO study.register_covariate (registration_id, name, seq, value, as_of, source)
     SELECT ${IDS.registration}, name, 1, value, $3::date - 60, 'register' FROM ${of}, unnest($1::text[], $2::text[]) v (name, value)`,
    [...covariatesOf(study.protocol.extracts), addDays(today, -SINCE)],
  )
  await query(
    `INSERT INTO study.register_event (id, registration_id, event, happened_on, recorded_on)
     SELECT gen_random_uuid(), ${IDS.registration}, 'early_intervention_report', $1::date + ${drawn('n', 400)}, $2 FROM ${of} WHERE n % 3 = 0`,
    [addDays(today, -SINCE), today],
  )
  await query(
    `INSERT INTO study.measurement (id, study_id, registration_id, dyad_id, wave, perspective, battery, opened_on, completed_on,
       completed_at, interviewer, contacts, minutes, language)
     SELECT ${IDS.measurement}, $1, ${IDS.registration}, ${IDS.dyad}, wave, side, ARRAY[CASE side WHEN 'client' THEN $2 ELSE $3 END],
       $4::date + place / 2 * ${HALF_A_YEAR}, $4::date + place / 2 * ${HALF_A_YEAR} + place % 2, now(),
       CASE side WHEN 'client' THEN 'I' || n % 20 END, CASE side WHEN 'client' THEN 2 + n % 3 END,
       CASE side WHEN 'client' THEN 30 + n % 40 END, 'nl' FROM ${of}, ${PLACES}`,
    [study.id, ...instruments.map(pinOf), addDays(today, -SINCE)],
  )
  for (let from = 1; from <= pairs; from += AT_ONCE)
    await query(
      `INSERT INTO study.answer (measurement_id, item, value, missing)
       SELECT ${IDS.measurement}, code, CASE WHEN draw < 97 THEN 1 + draw % 7 END, CASE WHEN draw >= 97 THEN 'no_answer' END
         FROM generate_series(${from}, ${Math.min(pairs, from + AT_ONCE - 1)}) n, ${PLACES},
              unnest($1::text[]) WITH ORDINALITY i (code, item), LATERAL (SELECT ${drawn('n * 300 + place * 70 + item::int', 100)} AS draw) d`,
      [instruments[0]?.items.map(({ code }) => code)],
    )
  await query('SET session_replication_role = DEFAULT')
  await query('VACUUM ANALYZE')
}

/** A value of each covariate that the register of a study tells. */
function covariatesOf(extracts: Occasion['study']['protocol']['extracts']): [string[], string[]] {
  const register = extracts.find(({ kind }) => kind === 'register')
  const fields = register ? covariateFields(register) : []
  const value = ({ reads }: (typeof fields)[number]) =>
    reads.as === 'choice' ? (Object.keys(reads.meanings)[0] ?? '') : '3'
  return [fields.map(({ name }) => name), fields.map(value)]
}
