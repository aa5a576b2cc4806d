import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { MailKind } from './kinds'

/** Something that was said to a supervisor about a case. */
export type Arrived = {
  readonly lineId: string
  readonly registrationId: string
  readonly supervisorId: string
  readonly kind: MailKind
  readonly wave: string
  /** The questionnaire of that wave, while it is to be filled in. */
  readonly measurementId: string | null
}

/**
 * What left for supervisors on the occasion's day, also when nothing really goes out (`suppressed`): whoever plays the
 * people of a study answers what reached them, and nothing else.
 */
export const arrivedOn = (db: StudyDb, { study, today }: Occasion): Promise<Arrived[]> =>
  db.$queryRaw<Arrived[]>`
    SELECT l.id AS "lineId", l.registration_id AS "registrationId", l.supervisor_id AS "supervisorId", l.kind, l.wave,
           m.id AS "measurementId"
      FROM study.mail_envelope e
      JOIN study.mail_line l ON l.envelope_id = e.id AND l.state IN ('sent', 'suppressed')
      LEFT JOIN study.measurement m ON m.registration_id = l.registration_id AND m.wave = l.wave
            AND m.perspective = 'supervisor' AND m.completed_on IS NULL
     WHERE e.study_id = ${study.id}::uuid AND e.state IN ('sent', 'suppressed') AND e.day = ${today}::date
       AND l.supervisor_id IS NOT NULL AND l.registration_id IS NOT NULL
     ORDER BY l.id`
