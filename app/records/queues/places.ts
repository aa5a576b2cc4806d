import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Sql, sql } from '../../platform/sql'

/** A place as the register names it. */
export type NamedPlace = { readonly region: string; readonly location: string; readonly organisation: string }

/** Every place of a study once, by its index: as many steps as there are places, however many cases each has. */
export const placesQuery = ({ id }: StudyRef): Sql => sql`
  WITH RECURSIVE place AS (
    (SELECT region, location, organisation FROM study.registration WHERE study_id = ${id}::uuid
      ORDER BY region, location, organisation LIMIT 1)
    UNION ALL
    SELECT n.* FROM place p CROSS JOIN LATERAL (
      SELECT region, location, organisation FROM study.registration r
       WHERE r.study_id = ${id}::uuid AND (r.region, r.location, r.organisation) > (p.region, p.location, p.organisation)
       ORDER BY region, location, organisation LIMIT 1) n)
  SELECT region, location, organisation FROM place`

/** Where a study has cases: what a list can be narrowed to. */
export const placesOf = (db: StudyDb, study: StudyRef): Promise<NamedPlace[]> => db.$queryRaw(placesQuery(study))
