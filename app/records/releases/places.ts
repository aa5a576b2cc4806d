import type { StudyDb } from '../../platform/database'

/** The regions and the locations of a study's cases, by which a release can be narrowed down, each in order. */
export async function placesOf(
  db: StudyDb,
  studyId: string,
): Promise<{ readonly regions: readonly string[]; readonly locations: readonly string[] }> {
  const rows = await db.registration.groupBy({ by: ['region', 'location'], where: { studyId } })
  const sorted = (all: readonly string[]) => [...new Set(all)].sort((one, other) => one.localeCompare(other, 'nl'))
  return { regions: sorted(rows.map(({ region }) => region)), locations: sorted(rows.map(({ location }) => location)) }
}
