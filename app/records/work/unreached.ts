import type { StudyDb } from '../../platform/database'
import { whoIsAsked } from './courses'

/**
 * The pseudonym of the supervisor whose mail comes back, by case (see `whoIsAsked`). Takes the cases that have such work.
 */
export async function unreached(db: StudyDb, registrationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (registrationIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; pseudonym: string }[]>`
    SELECT r.id, s.pseudonym
      FROM study.registration r
      LEFT JOIN study.dyad d ON d.registration_id = r.id
      LEFT JOIN study.inquiry i ON i.registration_id = r.id
      JOIN study.supervisor s ON s.id = ${whoIsAsked}
     WHERE r.id = ANY (${[...registrationIds]}::uuid[])`
  return new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]))
}
