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

/** Whether this interviewer ever held an interview with the client of a case: then they see no answers of the supervisor (§6). */
export const interviewedBy = async (
  db: StudyDb | StudyTx,
  registrationId: string,
  interviewer: string,
): Promise<boolean> =>
  (await db.measurement.count({ where: { registrationId, perspective: 'client', interviewer } })) > 0
