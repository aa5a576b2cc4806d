import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { placesKnown } from '../../records/sites/places'
import { nothingHere } from '../gate/enter'

/** Of which place the numbers are asked for. Numbers of a place that the study does not have do not exist. */
export async function partAsked(request: Request, db: StudyDb, study: StudyRef) {
  const given = new URL(request.url).searchParams
  const places = await placesKnown(db, study)
  const asked = { region: given.get('region'), location: given.get('location') }
  const region = places.find((one) => one.region === asked.region)?.region
  const location = places.find((one) => one.location === asked.location)?.location
  if ((asked.region && !region) || (asked.location && !location)) throw nothingHere()
  return { part: { ...(region && { region }), ...(location && { location }) }, places }
}
