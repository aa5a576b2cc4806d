import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Counted, wavesWithForm } from '../../protocol/reconciliation'

/**
 * How many interviews that need a form were held per location and month (protocol §6). Those whose answers were erased
 * were held all the same.
 */
export function interviewsPerMonth(db: StudyDb, { id, protocol }: StudyRef): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    SELECT r.location, to_char(m.opened_on, 'YYYY-MM') AS month, count(*)::int AS count
      FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
     WHERE m.study_id = ${id}::uuid AND m.perspective = 'client'
       AND m.wave = ANY(${wavesWithForm(protocol).map(({ name }) => name)}::text[])
     GROUP BY 1, 2`
}

/** Every location at which the study has a case, by name. */
export async function locationsOf(db: StudyDb, studyId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ location: string }[]>`
    SELECT DISTINCT location FROM study.registration WHERE study_id = ${studyId}::uuid ORDER BY 1`
  return rows.map(({ location }) => location)
}
