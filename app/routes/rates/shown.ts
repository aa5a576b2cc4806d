import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { ratesToday } from '../../records/rates'
import { recruitment, sampleComparison } from '../../records/recruitment'
import { partAsked } from './asked'

/** Everything that the page shows, of the place that its address names. */
export async function shownOf(request: Request, db: StudyDb, study: StudyRef) {
  const { part, places } = await partAsked(request, db, study)
  return {
    part,
    places,
    counted: await ratesToday(db, study, part),
    recruited: await recruitment(db, study, part),
    sample: await sampleComparison(db, study, part),
  }
}
export type Shown = Awaited<ReturnType<typeof shownOf>>
