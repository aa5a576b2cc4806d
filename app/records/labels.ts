import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'

/** Which of these pseudonyms are of a dyad, of now or of before, or a client of the study: what labels may be made for. Supervisors get none. */
export async function labelled(
  db: StudyDb,
  study: StudyRef,
  pseudonyms: readonly string[],
): Promise<ReadonlySet<string>> {
  const query = { where: { studyId: study.id, pseudonym: { in: [...pseudonyms] } }, select: { pseudonym: true } }
  const found = await Promise.all([db.dyad.findMany(query), db.dyadBefore.findMany(query), db.client.findMany(query)])
  return new Set(found.flat().map(({ pseudonym }) => pseudonym))
}
