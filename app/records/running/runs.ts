import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'

/** When a recurring job last did its work for a study: on which protocol day, and at which moment of the machine. */
type Run = { readonly job: string; readonly day: Day; readonly at: Date }

/** Writes down that a recurring job did its work. No change of the study: each minute would be an entry. */
export async function noteRun(
  db: StudyDb,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  job: string,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO study.last_run (study_id, job, day, at)
    VALUES (${study.id}::uuid, ${job}, ${today}::date, ${now()}::timestamptz)
    ON CONFLICT (study_id, job) DO UPDATE SET day = EXCLUDED.day, at = EXCLUDED.at`
}

/** When each recurring job last did its work for a study, by name. */
export async function lastRuns(db: StudyDb, studyId: string): Promise<Run[]> {
  const rows = await db.lastRun.findMany({ where: { studyId }, orderBy: { job: 'asc' } })
  return rows.map(({ job, day, at }) => ({ job, day: fromColumn(day), at }))
}
