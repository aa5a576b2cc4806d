import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'

/**
 * Where an interviewer said to be able to come, by the keyed hash of their account; null for who can come anywhere, said nothing,
 * or holds no interviews in this study.
 */
export async function ownLocations(
  db: StudyDb,
  { id }: StudyRef,
  accountHash: Uint8Array<ArrayBuffer>,
): Promise<readonly string[] | null> {
  const [row] = await db.$queryRaw<{ own: string[] | null }[]>`
    SELECT CASE WHEN bool_and(a.location IS NOT NULL) THEN array_agg(DISTINCT a.location) END AS own
      FROM study.interviewer i
      JOIN study.availability a ON a.study_id = i.study_id AND a.interviewer = i.code AND a.ended_on IS NULL
     WHERE i.study_id = ${id}::uuid AND i.account_hash = ${accountHash} AND i.ended_on IS NULL`
  return row?.own ?? null
}
