import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { randomBytes } from '../../platform/random'
import { type Day, fromColumn } from '../../protocol/day'
import { makePseudonym } from '../../protocol/pseudonym'
import type { KnownCase, RegisteredCase } from './registered-case'

const column = <Name extends keyof RegisteredCase>(told: readonly RegisteredCase[], name: Name) =>
  told.map((one) => one[name] ?? null) as NonNullable<RegisteredCase[Name]>[]

/** Cases with their clients and supervisors, under pseudonyms of their own. Gives which were new; others stay as they are. */
export async function enterCases(
  tx: StudyTx,
  { study }: Occasion,
  told: readonly RegisteredCase[],
): Promise<ReadonlySet<string>> {
  const clients = [...new Map(told.map((one) => [one.clientId, one])).values()]
  await tx.$executeRaw`
    INSERT INTO study.client (id, study_id, pseudonym, gender, birth_year)
    SELECT t.id, ${study.id}::uuid, t.pseudonym, t.gender, t.birth_year
      FROM unnest(${column(clients, 'clientId')}::uuid[], ${clients.map(() => makePseudonym(randomBytes))}::text[],
                  ${column(clients, 'gender')}::text[], ${column(clients, 'birthYear')}::smallint[])
             AS t (id, pseudonym, gender, birth_year)
     ORDER BY t.id
    ON CONFLICT (id) DO NOTHING`
  await enterSupervisors(tx, study.id, told)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
      supervision_level, risk_category, electronic_monitoring, penitentiary_programme, organisation, region, location)
    SELECT t.id, ${study.id}::uuid, t.client, t.supervisor, t.registered_on, t.started_on, t.status, t.modality, t.level, t.risk,
           t.monitoring, t.programme, t.organisation, t.region, t.location
      FROM unnest(${column(told, 'registrationId')}::uuid[], ${column(told, 'clientId')}::uuid[],
                  ${column(told, 'supervisorId')}::uuid[], ${column(told, 'registeredOn')}::date[],
                  ${column(told, 'startedOn')}::date[], ${column(told, 'status')}::text[], ${column(told, 'modality')}::text[],
                  ${column(told, 'supervisionLevel')}::smallint[], ${column(told, 'riskCategory')}::text[],
                  ${column(told, 'electronicMonitoring')}::boolean[], ${column(told, 'penitentiaryProgramme')}::boolean[],
                  ${column(told, 'organisation')}::text[], ${column(told, 'region')}::text[], ${column(told, 'location')}::text[])
        WITH ORDINALITY AS t (id, client, supervisor, registered_on, started_on, status, modality, level, risk, monitoring,
                              programme, organisation, region, location, place)
     ORDER BY t.place
    ON CONFLICT (id) DO NOTHING
    RETURNING id`
  return new Set(rows.map(({ id }) => id))
}

/** Supervisors whom the study does not know yet, under pseudonyms of their own. */
async function enterSupervisors(tx: StudyTx, studyId: string, told: readonly RegisteredCase[]): Promise<void> {
  const ids = [...new Set(told.flatMap(({ supervisorId }) => supervisorId ?? []))]
  await tx.$executeRaw`
    INSERT INTO study.supervisor (id, study_id, pseudonym)
    SELECT t.id, ${studyId}::uuid, t.pseudonym
      FROM unnest(${ids}::uuid[], ${ids.map(() => makePseudonym(randomBytes))}::text[]) AS t (id, pseudonym)
     ORDER BY t.id
    ON CONFLICT (id) DO NOTHING`
}

/** Writes what the register says now of cases that are there. Their clients' gender and year of birth stay. */
export async function updateCases(tx: StudyTx, { study }: Occasion, told: readonly RegisteredCase[]): Promise<void> {
  await enterSupervisors(tx, study.id, told)
  await tx.$executeRaw`
    UPDATE study.registration r
       SET client_id = t.client, supervisor_id = t.supervisor, registered_on = t.registered_on, started_on = t.started_on,
           status = t.status, modality = t.modality, supervision_level = t.level, risk_category = t.risk,
           electronic_monitoring = t.monitoring, penitentiary_programme = t.programme, organisation = t.organisation,
           region = t.region, location = t.location
      FROM unnest(${column(told, 'registrationId')}::uuid[], ${column(told, 'clientId')}::uuid[],
                  ${column(told, 'supervisorId')}::uuid[], ${column(told, 'registeredOn')}::date[],
                  ${column(told, 'startedOn')}::date[], ${column(told, 'status')}::text[], ${column(told, 'modality')}::text[],
                  ${column(told, 'supervisionLevel')}::smallint[], ${column(told, 'riskCategory')}::text[],
                  ${column(told, 'electronicMonitoring')}::boolean[], ${column(told, 'penitentiaryProgramme')}::boolean[],
                  ${column(told, 'organisation')}::text[], ${column(told, 'region')}::text[], ${column(told, 'location')}::text[])
             AS t (id, client, supervisor, registered_on, started_on, status, modality, level, risk, monitoring, programme,
                   organisation, region, location)
     WHERE r.id = t.id`
}

/** What the study knows of these cases, by id; with `lock` they are held until the transaction ends, as erasing holds them. */
export async function knownCases(
  tx: StudyTx | StudyDb,
  ids: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<Map<string, KnownCase>> {
  // a statement of its own: one that also reads would tell what was there before the wait
  if (lock)
    await tx.$executeRaw`SELECT FROM study.registration WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.supervisor_id, r.registered_on, r.started_on, r.status, r.modality, r.supervision_level, r.risk_category,
           r.electronic_monitoring, r.penitentiary_programme, r.organisation, r.region, r.location, r.stage,
           EXISTS (SELECT FROM study.inquiry i WHERE i.registration_id = r.id) AS asked,
           EXISTS (SELECT FROM study.dyad d WHERE d.registration_id = r.id) AS paired, w.collected,
           (SELECT jsonb_object_agg(v.name, jsonb_build_object('value', v.value, 'asOf', v.as_of))
              FROM (SELECT DISTINCT ON (c.name) c.name, c.value, c.as_of FROM study.register_covariate c
                     WHERE c.registration_id = r.id ORDER BY c.name, c.seq DESC) v) AS covariates
      FROM study.registration r
      LEFT JOIN study.withdrawal w ON w.client_id = r.client_id
     WHERE r.id = ANY (${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, caseOf(row)]))
}

type Row = {
  id: string
  supervisor_id: string | null
  registered_on: Date
  started_on: Date | null
  status: KnownCase['status']
  modality: KnownCase['modality']
  supervision_level: number | null
  risk_category: string | null
  electronic_monitoring: boolean
  penitentiary_programme: boolean
  organisation: string
  region: string
  location: string
  stage: string
  asked: boolean
  paired: boolean
  collected: string | null
  covariates: Record<string, { value: string; asOf: Day }> | null
}

const caseOf = (row: Row): KnownCase => ({
  registrationId: row.id,
  supervisorId: row.supervisor_id,
  registeredOn: fromColumn(row.registered_on),
  startedOn: row.started_on && fromColumn(row.started_on),
  status: row.status,
  modality: row.modality,
  supervisionLevel: row.supervision_level,
  riskCategory: row.risk_category,
  electronicMonitoring: row.electronic_monitoring,
  penitentiaryProgramme: row.penitentiary_programme,
  organisation: row.organisation,
  region: row.region,
  location: row.location,
  covariates: row.covariates ?? {},
  stage: row.stage,
  asked: row.asked,
  paired: row.paired,
  withdrawn: row.collected !== null,
  erased: row.collected === 'erase',
})
