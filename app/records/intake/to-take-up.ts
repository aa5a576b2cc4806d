import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'

/** A case of the intake with which somebody who runs the study has to do something. */
export type ToTakeUp = {
  readonly registrationId: string
  readonly stage: 'to_screen' | 'to_judge' | 'to_approach'
  readonly paired: boolean
  /** Criteria of which nobody knows whether they are met. */
  readonly unknown: readonly string[]
}

/** All cases that wait for the study and for nobody else (protocol §2, steps 3 to 5), in the order of their ids. */
export const toTakeUp = (db: StudyDb, { id }: StudyRef): Promise<ToTakeUp[]> =>
  db.$queryRaw<ToTakeUp[]>`
    SELECT r.id AS "registrationId", r.stage,
           EXISTS (SELECT FROM study.dyad d WHERE d.registration_id = r.id AND d.unbound_on IS NULL) AS paired,
           ARRAY(SELECT f.criterion FROM study.criterion_finding f
                  WHERE f.registration_id = r.id AND f.replaced_on IS NULL AND f.verdict = 'unknown'
                  ORDER BY f.criterion) AS unknown
      FROM study.registration r
     WHERE r.study_id = ${id}::uuid AND r.stage IN ('to_screen', 'to_judge', 'to_approach')
     ORDER BY r.id`
