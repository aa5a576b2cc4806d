import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { empty, sql } from '../../platform/sql'
import { WORK_OF } from '../../protocol/work'
import { mismatches } from './rows'

/** Whose work, where, and how far is counted. */
export type PressingPart = {
  readonly role: keyof typeof WORK_OF
  readonly locations?: readonly string[] | undefined
  readonly most: number
}

/**
 * How much of a role's work is due today or overdue, up to `most`: it stands beside the menu of every page, so it reads an index
 * and stops there.
 */
export async function pressing(
  db: Pick<StudyTx, '$queryRaw'>,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  { role, locations, most }: PressingPart,
): Promise<number> {
  const there = locations && sql`= ANY (${[...locations]}::text[])`
  const months = WORK_OF[role].includes('reconciliation')
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM study.work w ${there ? sql`JOIN study.registration r ON r.id = w.registration_id AND r.location ${there}` : empty}
       WHERE w.study_id = ${study.id}::uuid AND w.due_on <= ${today}::date AND w.opens_on <= ${today}::date
         AND (w.closes_on IS NULL OR w.closes_on >= ${today}::date) AND w.kind = ANY (${[...WORK_OF[role]]}::text[])
      ${months ? sql`UNION ALL SELECT 1 FROM (${mismatches(study, today)}) m ${there ? sql`WHERE m.location ${there}` : empty}` : empty}
      LIMIT ${most}::int) p`
  return row?.count ?? 0
}
