import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { daysFrom } from '../../protocol/appointments/week'
import { addDays } from '../../protocol/day'
import { calendarWeek, caseloads, unplanned } from '../../records/appointments/calendar'
import { placesKnown } from '../../records/sites/places'
import type { CalendarAsked } from './asked'

/** How many interviews without a day are shown beside the week. */
const SHOWN_OPEN = 30

/** The week that was asked for, with what stands beside it. */
export async function shownWeek(db: StudyDb, occasion: Occasion, asked: CalendarAsked) {
  const { study, today } = occasion
  const { monday, location } = asked
  const [entries, open, loads, places] = await Promise.all([
    calendarWeek(db, study, asked),
    unplanned(db, occasion, { location, limit: SHOWN_OPEN }),
    caseloads(db, study, monday),
    placesKnown(db, study),
  ])
  return {
    today,
    asked,
    days: daysFrom(monday),
    weeks: { before: addDays(monday, -7), after: addDays(monday, 7) },
    entries,
    open,
    loads,
    locations: places.map((place) => place.location),
  }
}
export type ShownWeek = Awaited<ReturnType<typeof shownWeek>>
