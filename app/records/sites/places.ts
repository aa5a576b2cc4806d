import type { StudyDb } from '../../platform/database'
import type { Place } from '../../protocol/inclusion'

/** The locations from which the register brought cases, with their regions, by name. */
export const placesKnown = (db: StudyDb, studyId: string): PromiseLike<Place[]> => db.$queryRaw<Place[]>`
  SELECT region, location FROM study.registration WHERE study_id = ${studyId}::uuid GROUP BY region, location
   ORDER BY region COLLATE "C", location COLLATE "C"`
