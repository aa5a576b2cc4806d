import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'

/** How many pieces of work are due or overdue on the occasion's day. */
export async function workDue(db: StudyDb, { study, today }: Pick<Occasion, 'study' | 'today'>): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM study.work
     WHERE study_id = ${study.id}::uuid AND due_on <= ${today}::date AND coalesce(closes_on >= ${today}::date, true)`
  return row?.count ?? 0
}
