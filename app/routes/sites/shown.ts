import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { missingApprovals, takesIn } from '../../protocol/inclusion'
import { placesKnown } from '../../records/sites/places'
import { approvalsOf, periodsOf } from '../../records/sites/recorded'

/** What was recorded of where and when a study recruits, and what follows from it for each location on this day. */
export async function shownOf(db: StudyDb, study: StudyRef, today: Day) {
  const [places, approvals, periods] = [
    await placesKnown(db, study),
    await approvalsOf(db, study.id),
    await periodsOf(db, study.id),
  ]
  const { inclusionPeriods: published } = study.protocol
  const regions = [...places, ...published, ...periods].map(({ region }) => region)
  return {
    places: places.map((place) => ({
      ...place,
      takesIn: takesIn(periods, place.region, today),
      missing: missingApprovals(study.protocol, approvals, place, today),
    })),
    regions: [...new Set(regions)],
    approvals,
    periods,
    proposed: published.filter(({ region }) => !periods.some((one) => one.region === region)),
  }
}
export type Shown = Awaited<ReturnType<typeof shownOf>>
