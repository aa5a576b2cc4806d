import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { covariatesOf, type RegisterFacts } from '../../protocol/report/covariates'
import type { Alike } from '../../protocol/report/sample'

/** Everybody registered, counted by what the register says of them, and who of them was interviewed at the first wave. */
export async function populationOf(db: StudyDb, study: StudyRef): Promise<Alike[]> {
  const rows = await db.$queryRaw<(RegisterFacts & { population: number; sample: number })[]>`
    SELECT c.gender, c.birth_year::int AS "birthYear", extract(year FROM r.registered_on)::int AS "registeredIn", r.region,
           r.supervision_level::int AS "supervisionLevel", r.risk_category AS "riskCategory",
           count(*)::int AS population, count(*) FILTER (WHERE r.stage = 'interviewed')::int AS sample
      FROM study.registration r JOIN study.client c ON c.id = r.client_id
     WHERE r.study_id = ${study.id}::uuid
     GROUP BY 1, 2, 3, 4, 5, 6`
  return rows.map(({ population, sample, ...facts }) => ({ covariates: covariatesOf(facts), population, sample }))
}
