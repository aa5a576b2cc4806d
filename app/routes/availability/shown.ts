import type { StudyDb } from '../../platform/database'
import { availabilityOf } from '../../records/appointments/availability'
import { feedOf } from '../../records/appointments/feed'
import { placesKnown } from '../../records/sites/places'
import type { Whose } from './whose'

/** The days of whom the page is about; of nobody nothing but among whom to choose. */
export async function shownDays(db: StudyDb, { study, occasion, code, own, codes }: Whose) {
  const places = await placesKnown(db, study)
  return {
    code,
    own,
    codes,
    kept: code === null ? null : await availabilityOf(db, occasion, code),
    feedSince: own && code ? await feedOf(db, study, code) : null,
    locations: places.map(({ location }) => location),
  }
}
export type ShownDays = Awaited<ReturnType<typeof shownDays>>
