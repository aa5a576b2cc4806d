import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { scopesLacking } from '../../protocol/consent'
import type { Day } from '../../protocol/day'
import { outcomeTold } from '../../protocol/released'
import type { CaseSeen, Measured, OutcomeSeen } from '../../protocol/report/case'
import { covariatesOf, type RegisterFacts } from '../../protocol/report/covariates'
import { codesOf } from '../../protocol/report/measures'
import { itemCode } from '../../protocol/scoring'
import type { OutcomeRule } from '../../protocol/study'
import { deriveOutcomes } from '../outcomes'

/** Cases that are read at once. */
const BATCH = 1000

type Row = RegisterFacts & {
  readonly id: string
  readonly granted: Readonly<Record<string, boolean>>
  readonly held: readonly string[]
  readonly lost: Readonly<Record<string, string>>
  readonly measurements: readonly Measured[]
}

/**
 * Every case of which there is a measurement, also one of which only the supervisor answered (protocol §6: it counts in n),
 * with no answers at all when `answers` is false. Read in batches: however large the study, a thousand are held. Nothing of
 * the id leaves here.
 */
export async function* casesSeen(
  db: StudyDb,
  study: StudyRef,
  { rules, followedTo, answers }: { rules: readonly OutcomeRule[]; followedTo: Day; answers: boolean },
): AsyncGenerator<CaseSeen> {
  const { protocol } = study
  const items = answers ? codesOf(protocol, itemCode) : []
  const waves = protocol.waves.map(({ name }) => name)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.$queryRaw<Row[]>`
      WITH batch AS (SELECT DISTINCT m.registration_id AS id FROM study.measurement m
                     WHERE m.study_id = ${study.id}::uuid AND m.registration_id > ${after}::uuid ORDER BY 1 LIMIT ${BATCH}::int)
      SELECT r.id, c.gender, c.birth_year::int AS "birthYear", extract(year FROM r.registered_on)::int AS "registeredIn", r.region,
             r.supervision_level::int AS "supervisionLevel", r.risk_category AS "riskCategory",
             coalesce((SELECT jsonb_object_agg(p.scope, p.granted) FROM study.permission p WHERE p.client_id = c.id), '{}') AS granted,
             ARRAY(SELECT m.wave FROM study.measurement m WHERE m.registration_id = r.id AND m.perspective = 'client') AS held,
             coalesce((SELECT jsonb_object_agg(d.step, d.reason) FROM study.departure d
                        WHERE d.registration_id = r.id AND d.step = ANY(${waves}::text[]) AND d.returned_on IS NULL), '{}') AS lost,
             coalesce((SELECT jsonb_agg(jsonb_build_object(
                         'wave', m.wave, 'perspective', m.perspective, 'unreliable', m.unreliable IS NOT NULL,
                         'answers', coalesce((SELECT jsonb_object_agg(a.item, a.value) FROM study.answer a
                            WHERE a.measurement_id = m.id AND a.value IS NOT NULL AND a.item = ANY(${items}::text[])), '{}')))
                         FROM study.measurement m WHERE ${answers} AND m.registration_id = r.id
                          AND m.completed_on IS NOT NULL AND m.erased_on IS NULL), '[]') AS measurements
        FROM batch JOIN study.registration r ON r.id = batch.id JOIN study.client c ON c.id = r.client_id
       ORDER BY r.id`
    const outcomes = await outcomesOf(db, study, rows, { rules, followedTo })
    for (const { id, granted, held, lost, measurements, ...facts } of rows)
      yield { covariates: covariatesOf(facts), measurements, held, lost, outcomes: outcomes.get(id) ?? [] }
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.id
  }
}

/** The outcomes of those among these cases who were interviewed. What the register says counts of those who gave leave (§6). */
async function outcomesOf(
  db: StudyDb,
  study: StudyRef,
  rows: readonly Row[],
  { rules, followedTo }: { rules: readonly OutcomeRule[]; followedTo: Day },
): Promise<Map<string, OutcomeSeen[]>> {
  const found = new Map<string, OutcomeSeen[]>()
  if (rules.length === 0) return found
  const linked = new Map(
    rows.map(({ id, granted }) => [id, scopesLacking(study.protocol, granted, 'release_outcomes').length === 0]),
  )
  const among = rows.map(({ id }) => id)
  for (const { registrationId, rule, result } of await deriveOutcomes(db, study, { followedTo, rules, among })) {
    const own = found.get(registrationId) ?? []
    own.push(outcomeTold({ linked: linked.get(registrationId) === true }, rule) ? result.value : 'not_linked')
    found.set(registrationId, own)
  }
  return found
}
