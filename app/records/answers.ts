import type { StudyDb } from '../platform/database'
import { type Day, fromColumn } from '../protocol/day'
import type { Perspective } from '../protocol/study'

/** A completed measurement with its answers by item code. */
export type Answered = {
  readonly registrationId: string
  readonly wave: string
  readonly perspective: Perspective
  readonly on: Day
  /** The interviewer found it unreliable: it is left out of analysis (protocol §3). */
  readonly unreliable: boolean
  readonly answers: Readonly<Record<string, number>>
}

/** Every completed measurement of a study whose answers were not erased, in one query; the caller reads no identity with it. */
export async function answered(db: StudyDb, studyId: string): Promise<Answered[]> {
  const rows = await db.$queryRaw<(Omit<Answered, 'on'> & { on: Date })[]>`
    SELECT m.registration_id AS "registrationId", m.wave, m.perspective, m.completed_on AS "on",
           m.unreliable IS NOT NULL AS unreliable,
           coalesce(jsonb_object_agg(a.item, a.value) FILTER (WHERE a.value IS NOT NULL), '{}') AS answers
      FROM study.measurement m LEFT JOIN study.answer a ON a.measurement_id = m.id
     WHERE m.study_id = ${studyId}::uuid AND m.completed_on IS NOT NULL AND m.erased_on IS NULL
     GROUP BY m.id ORDER BY m.registration_id, m.wave, m.perspective`
  return rows.map((row) => ({ ...row, on: fromColumn(row.on) }))
}
