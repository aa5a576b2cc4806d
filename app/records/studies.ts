import type { StudyDb } from '../platform/database'
import { newId } from '../platform/id'
import type { StudyRef } from '../platform/occasion'
import type { Day } from '../protocol/day'
import { protocolOf } from '../protocol/studies/registry'

/** Makes a study that follows a protocol, with its audit entry; gives the one that has this code when there is one already. */
export async function createStudy(
  db: StudyDb,
  { code, protocol, name, today, actor }: { code: string; protocol: string; name: string; today: Day; actor: string },
): Promise<StudyRef> {
  const id = newId()
  const study = { id, code, protocol: protocolOf(protocol) }
  const made = await db.$executeRaw`
    WITH made AS (
      INSERT INTO study.study (id, code, protocol, name) VALUES (${id}::uuid, ${code}, ${protocol}, ${name})
      ON CONFLICT (code) DO NOTHING RETURNING id
    )
    INSERT INTO audit.entry (day, study_id, actor, verb, subject, subject_id, details)
    SELECT ${today}::date, id, ${actor}, 'create_study', 'study', id, '{}'::jsonb FROM made`
  return made === 1 ? study : ((await studyNamed(db, code)) as StudyRef)
}

/** The study with this code, or null. */
export async function studyNamed(db: StudyDb, code: string): Promise<StudyRef | null> {
  const row = await db.study.findUnique({ where: { code } })
  return row && refOf(row)
}

/** The study with this id. Throws when there is none: ids come from rows that belong to it. */
export async function studyById(db: StudyDb, id: string): Promise<StudyRef> {
  return refOf(await db.study.findUniqueOrThrow({ where: { id } }))
}

/** When a study was made. */
export async function beganAt(db: StudyDb, id: string): Promise<Date> {
  return (await db.study.findUniqueOrThrow({ where: { id }, select: { createdAt: true } })).createdAt
}

/** All studies of the installation, the newest first. */
export async function studies(db: StudyDb): Promise<StudyRef[]> {
  return (await db.study.findMany({ orderBy: { createdAt: 'desc' } })).map(refOf)
}

/** The study that was made last, which is the one a command means when none is named; null when there is none. */
export async function newestStudy(db: StudyDb): Promise<StudyRef | null> {
  const row = await db.study.findFirst({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  return row && refOf(row)
}

const refOf = ({ id, code, protocol }: { id: string; code: string; protocol: string }): StudyRef => ({
  id,
  code,
  protocol: protocolOf(protocol),
})
