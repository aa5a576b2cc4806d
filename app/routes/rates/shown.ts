import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { shownRates } from '../../records/rates-shown'
import { partAsked } from './asked'

/** Everything that the page shows, of the place that its address names; `small`: with counts of one to four. */
export async function shownOf(request: Request, db: StudyDb, study: StudyRef, small: boolean) {
  const { part, places } = await partAsked(request, db, study)
  return { part, places, small, ...(await shownRates(db, study, part, small)) }
}
export type Shown = Awaited<ReturnType<typeof shownOf>>
