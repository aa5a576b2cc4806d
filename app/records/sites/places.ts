import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Place } from '../../protocol/inclusion'
import { placesOf } from '../queues/places'

/** The locations from which the register brought cases, with their regions, each once whatever organisations are there. */
export async function placesKnown(db: StudyDb, study: StudyRef): Promise<Place[]> {
  const places = await placesOf(db, study)
  const byName = places.map(({ region, location }) => [`${region}\0${location}`, { region, location }] as const)
  return [...new Map(byName).values()]
}
