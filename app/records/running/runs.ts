import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn, ZONE } from '../../protocol/day'

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

/**
 * Which of these jobs were not done on a day for some study that goes by the calendar. A study that began on that day has
 * its first the next.
 */
export async function undoneOn(db: StudyDb, day: Day, jobs: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ job: string }[]>`
    SELECT DISTINCT j.job FROM study.study s CROSS JOIN unnest(${[...jobs]}::text[]) AS j (job)
     WHERE s.created_at < ${day}::date::timestamp AT TIME ZONE ${ZONE}
       AND NOT EXISTS (SELECT FROM study.clock c WHERE c.study_id = s.id)
       AND NOT EXISTS (SELECT FROM study.last_run r WHERE r.study_id = s.id AND r.job = j.job AND r.day >= ${day}::date)`
  return rows.map(({ job }) => job)
}
