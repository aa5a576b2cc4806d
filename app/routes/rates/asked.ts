import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { placesKnown } from '../../records/sites/places'

/** Of which place the numbers were asked for; a place that the study does not have is all of it. */
export async function partAsked(request: Request, db: StudyDb, study: StudyRef) {
  const given = new URL(request.url).searchParams
  const places = await placesKnown(db, study.id)
  const asked = { region: given.get('region'), location: given.get('location') }
  const region = places.find((one) => one.region === asked.region)?.region
  const location = places.find((one) => one.location === asked.location)?.location
  return { part: { ...(region && { region }), ...(location && { location }) }, places }
}
