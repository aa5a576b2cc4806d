import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { empty, type Sql, sql } from '../platform/sql'
import { type Disposition, dispositionOf, type Ended } from '../protocol/dispositions'
import {
  type ClassCounts,
  classCounts,
  estimatedEligible,
  type RateResult,
  ratesOf,
  responseOfApproached,
} from '../protocol/rates'

/** Of which part of the study; all of it without. */
export type RatesPart = { readonly region?: string | undefined; readonly location?: string | undefined }

export type Rates = {
  readonly cases: number
  readonly dispositions: Readonly<Partial<Record<Disposition, number>>>
  readonly classes: ClassCounts
  /** The part of the cases of unknown eligibility that is taken to be eligible; null when nothing is known of anybody. */
  readonly e: number | null
  readonly rates: readonly RateResult[]
  readonly responseOfApproached: ReturnType<typeof responseOfApproached>
}

/** The cases `r` of a study, or of a part of it. */
export const within = ({ id }: StudyRef, { region, location }: RatesPart): Sql => sql`r.study_id = ${id}::uuid
  ${region === undefined ? empty : sql`AND r.region = ${region}`}
  ${location === undefined ? empty : sql`AND r.location = ${location}`}`

/**
 * Outcome rates by the Standard Definitions of AAPOR, and the study's own, over everybody who was registered (protocol
 * §2), as it stands now. An interview was broken off when it has answers and is not complete.
 */
export async function ratesToday(db: StudyDb, study: StudyRef, part: RatesPart = {}): Promise<Rates> {
  const rows = await db.$queryRaw<(Ended & { count: number })[]>`
    SELECT r.stage, r.left_step AS "leftStep", r.left_reason AS "leftReason",
           coalesce(m.completed_on IS NULL AND EXISTS (SELECT FROM study.answer a WHERE a.measurement_id = m.id AND a.value IS NOT NULL), false) AS partial,
           count(*)::int AS count
      FROM study.registration r
      LEFT JOIN study.measurement m ON m.registration_id = r.id AND m.perspective = 'client'
           AND m.wave = ${study.protocol.waves[0]?.name} AND r.stage = 'interviewed'
     WHERE ${within(study, part)}
     GROUP BY 1, 2, 3, 4`
  const dispositions: Partial<Record<Disposition, number>> = {}
  for (const { count, ...ended } of rows) {
    const disposition = dispositionOf(study.protocol, ended)
    dispositions[disposition] = (dispositions[disposition] ?? 0) + count
  }
  const sum = (which: (row: Ended) => boolean) => rows.reduce((total, row) => total + (which(row) ? row.count : 0), 0)
  const interviewed = sum(({ stage }) => stage === 'interviewed')
  const approached = interviewed + sum(isAtApproach)
  const classes = classCounts(dispositions)
  return {
    cases: sum(() => true),
    dispositions,
    classes,
    e: estimatedEligible(classes),
    rates: ratesOf(classes),
    responseOfApproached: responseOfApproached({ interviewed, approached }),
  }
}

const isAtApproach = ({ stage, leftStep }: Ended) =>
  stage === 'to_approach' || stage === 'planned' || (stage === 'left' && leftStep === 'approach')
