import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { type ChiSquare, goodnessOfFit, independence } from '../protocol/chi-square'
import { RISK_NAMES, type RiskCategory } from '../protocol/sample'
import { type RatesPart, within } from './rates'

/** First interviews at a location in a month beside the target that was set; null when none was. */
export type Recruited = {
  readonly location: string
  readonly month: string
  readonly interviews: number
  readonly target: number | null
}

/** Recruitment per location and month: every one with interviews or a target, by location and then by month. */
export function recruitment(db: StudyDb, study: StudyRef, part: RatesPart = {}): PromiseLike<Recruited[]> {
  return db.$queryRaw<Recruited[]>`
    WITH held AS (
      SELECT r.location, to_char(m.opened_on, 'YYYY-MM') AS month, count(*)::int AS interviews
        FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
       WHERE m.study_id = ${study.id}::uuid AND m.wave = ${study.protocol.waves[0]?.name} AND m.perspective = 'client'
         AND ${within(study, part)}
       GROUP BY 1, 2
    ), aim AS (
      SELECT DISTINCT ON (t.location, t.month) t.location, t.month, t.target FROM study.recruitment_target t
       WHERE t.study_id = ${study.id}::uuid
         AND (${part.location ?? null}::text IS NULL OR t.location = ${part.location ?? null})
         AND (${part.region ?? null}::text IS NULL
              OR t.location IN (SELECT r.location FROM study.registration r WHERE ${within(study, part)}))
       ORDER BY t.location, t.month, t.seq DESC
    )
    SELECT location, month, coalesce(h.interviews, 0) AS interviews, a.target
      FROM held h FULL JOIN aim a USING (location, month)
     ORDER BY location COLLATE "C", month`
}

/** A sample beside its population, by risk category. */
export type SampleComparison = {
  readonly categories: readonly {
    readonly category: RiskCategory
    readonly sample: number
    readonly population: number
  }[]
  /** Whose category is not known: in neither column, and shown apart. */
  readonly missing: { readonly sample: number; readonly population: number }
  /** Whether the sample lies over the categories as its population does; null when there is too little to say. */
  readonly fit: ChiSquare | null
  /** Whether those interviewed and all others lie over them alike. */
  readonly others: ChiSquare | null
}

/**
 * The published comparison (protocol §2, decided): the sample is everybody interviewed at the first wave, the population
 * everybody registered, both with a known risk category.
 */
export async function sampleComparison(db: StudyDb, study: StudyRef, part: RatesPart = {}): Promise<SampleComparison> {
  const rows = await db.$queryRaw<{ category: string | null; sample: number; population: number }[]>`
    SELECT r.risk_category AS category, count(*)::int AS population,
           count(*) FILTER (WHERE r.stage = 'interviewed')::int AS sample
      FROM study.registration r WHERE ${within(study, part)} GROUP BY 1`
  const of = (category: string | null) => rows.find((row) => row.category === category) ?? { sample: 0, population: 0 }
  const categories = RISK_NAMES.map((category) => {
    const { sample, population } = of(category)
    return { category, sample, population }
  })
  const { sample, population } = of(null)
  return {
    categories,
    missing: { sample, population },
    fit: goodnessOfFit(categories),
    others: independence(categories.map((one) => [one.sample, one.population - one.sample] as const)),
  }
}
