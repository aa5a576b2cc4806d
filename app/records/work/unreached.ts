import type { StudyDb } from '../../platform/database'

/**
 * The pseudonym of the supervisor whose mail comes back, by case: of the pair while it stands, else of whoever was asked last.
 * Takes the cases that have such work.
 */
export async function unreached(db: StudyDb, registrationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (registrationIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; pseudonym: string }[]>`
    SELECT r.id, s.pseudonym
      FROM study.registration r
      LEFT JOIN study.dyad d ON d.registration_id = r.id AND d.unbound_on IS NULL
      LEFT JOIN study.inquiry i ON i.registration_id = r.id
      JOIN study.supervisor s ON s.id = coalesce(d.supervisor_id, i.asked_id)
     WHERE r.id = ANY (${[...registrationIds]}::uuid[])`
  return new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]))
}
