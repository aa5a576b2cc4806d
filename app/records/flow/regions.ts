import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'

/** A region with its locations, as the register has named them. */
export type Region = { readonly region: string; readonly locations: readonly string[] }

/** The regions and locations of a study where anybody was registered. */
export const regionsOf = (db: StudyDb, study: StudyRef): Promise<Region[]> => db.$queryRaw<Region[]>`
  SELECT region, array_agg(DISTINCT location ORDER BY location) AS locations
    FROM study.registration WHERE study_id = ${study.id}::uuid GROUP BY region ORDER BY region`
