import type { StudyDb, StudyTx } from '../../platform/database'
import { sql } from '../../platform/sql'
import { tellsOfRegister } from '../follow-up/known-to'

/**
 * What a release goes by beside its snapshot: the files of the register and what was ever asked; and what supervisors had
 * erased. Each only ever grows, so two looks that agree say that nothing came in between.
 */
export type Beside = { readonly read: string; readonly wishes: readonly string[] }

/** How it stands, for somebody who is about to read the study. */
export async function besideNow(db: Pick<StudyDb, '$queryRaw'>, studyId: string): Promise<Beside> {
  const [row] = await db.$queryRaw<Beside[]>`
    SELECT md5(concat(
             (SELECT json_agg(json_build_array(t.id, t.erased) ORDER BY t.id)
                FROM study.intake_import t WHERE t.study_id = ${studyId}::uuid AND ${tellsOfRegister}),
             (SELECT json_agg(json_build_array(b.wave, b.perspective, b.pin) ORDER BY b.wave, b.perspective, b.pin)
                FROM (SELECT DISTINCT m.wave, m.perspective, pin FROM study.measurement m CROSS JOIN LATERAL unnest(m.battery) AS pin
                       WHERE m.study_id = ${studyId}::uuid) b))) AS read,
           ARRAY(SELECT w.id FROM study.answer_withdrawal w WHERE w.study_id = ${studyId}::uuid) AS wishes`
  return row as Beside
}

/**
 * Whether something came between that look and now by which a release that was made meanwhile would be untrue: somebody in
 * it had everything erased, a supervisor had answers erased that may be in it, or what it goes by beside its snapshot is
 * otherwise. Whoever erases either saw who is in it and has its files go, or is waited for here and seen.
 */
export async function cameBetween(
  tx: StudyTx,
  { releaseId, studyId, before }: { readonly releaseId: string; readonly studyId: string; readonly before: Beside },
): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ERASING})`
  const [row] = await tx.$queryRaw<{ erased: boolean }[]>`
    SELECT ${clientErased(releaseId)} OR ${supervisorErased(releaseId, before.wishes)} AS erased`
  return row?.erased === true || (await besideNow(tx, studyId)).read !== before.read
}

/** What `study.forget_releases` holds until its erasure is over. */
const ERASING = sql`hashtextextended('erasing', 0)`

const clientErased = (releaseId: string) => sql`EXISTS (
  SELECT FROM study.release_member m
    JOIN study.registration r ON r.id = m.registration_id
    JOIN study.withdrawal w ON w.client_id = r.client_id AND w.collected = 'erase'
   WHERE m.release_id = ${releaseId}::uuid)`

const supervisorErased = (releaseId: string, before: readonly string[]) => sql`EXISTS (
  SELECT FROM study.answer_withdrawal w
    JOIN study.measurement m ON m.study_id = w.study_id AND m.perspective = 'supervisor' AND m.erased_on IS NOT NULL
     AND (w.registration_id IS NULL OR w.registration_id = m.registration_id)
    JOIN study.release_member i ON i.registration_id = m.registration_id AND i.release_id = ${releaseId}::uuid
   WHERE NOT w.id = ANY (${[...before]}::uuid[]) AND study.rater(m.dyad_id, m.registration_id) = w.supervisor_id)`
