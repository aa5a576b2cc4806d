import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { INTAKE } from './ledger/kinds'

/** Days from a question to its answer: of how many, and within how many days half, nine in ten, and all of them came. */
export type Lateness = {
  readonly answers: number
  readonly half: number
  readonly nine_in_ten: number
  readonly latest: number
}

/** How late supervisors answer (protocol §2.2, §3): the inquiry under `intake`, their questionnaires under the name of the wave. */
export async function lateness(db: StudyDb, { id }: StudyRef): Promise<Readonly<Record<string, Lateness>>> {
  const rows = await db.$queryRaw<(Lateness & { about: string })[]>`
    WITH answered AS (
      SELECT ${INTAKE} AS about, i.replied_on - i.sent_on AS days
        FROM study.inquiry i JOIN study.registration r ON r.id = i.registration_id
       WHERE r.study_id = ${id}::uuid AND i.replied_on IS NOT NULL
      UNION ALL
      SELECT m.wave, m.completed_on - m.opened_on FROM study.measurement m
       WHERE m.study_id = ${id}::uuid AND m.perspective = 'supervisor' AND m.completed_on IS NOT NULL)
    SELECT about, count(*)::int AS answers, percentile_disc(0.5) WITHIN GROUP (ORDER BY days)::int AS half,
           percentile_disc(0.9) WITHIN GROUP (ORDER BY days)::int AS nine_in_ten, max(days)::int AS latest
      FROM answered GROUP BY about ORDER BY about`
  return Object.fromEntries(rows.map(({ about, ...one }) => [about, one]))
}
