import type { StudyDb, StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'

/** Of which case and wave an interview is, and the code of who opened it; null when the study has no such interview. */
export const heldBy = (
  db: StudyDb,
  { id: studyId }: StudyRef,
  measurementId: string,
): Promise<{
  readonly registrationId: string
  readonly wave: string
  readonly interviewer: string | null
} | null> =>
  db.measurement.findFirst({
    where: { id: measurementId, studyId, perspective: 'client' },
    select: { registrationId: true, wave: true, interviewer: true },
  })

/**
 * Whether this interviewer ever held an interview with the client of a case, also one that another took over from them: then they
 * see no answers of the supervisor (§6). Who stood at its gate counts too.
 */
export async function interviewedBy(
  db: StudyDb | StudyTx,
  registrationId: string,
  interviewer: string,
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (SELECT FROM study.measurement m
                    WHERE m.registration_id = ${registrationId}::uuid AND m.perspective = 'client'
                      AND (m.interviewer = ${interviewer}
                           OR EXISTS (SELECT FROM study.entry e
                                       WHERE e.measurement_id = m.id AND e.way = 'interview' AND e.entered_by = ${interviewer})
                           OR EXISTS (SELECT FROM study.wave_check c
                                       WHERE c.registration_id = m.registration_id AND c.wave = m.wave
                                         AND c.interviewer = ${interviewer}))) AS held`
  return row?.held === true
}
