import type { StudyDb } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { addDays, type Day, fromColumn, toColumn } from '../../protocol/day'
import { done, type Result } from '../../protocol/refusal'
import type { Retained } from '../../protocol/retained'
import { ANNOUNCED_DAYS } from '../../protocol/retention'
import { change } from '../change'

/** Of one kind: how many are due on the day of the report, and how many more within the days of its announcement. */
export type Announced = { readonly kind: Retained; readonly due: number; readonly soon: number }

/** Who stands in a report, by the study's id: of a kind of names; with `key` the study itself, with `register_files` a file. */
export type Notice = { readonly kind: Retained | 'key'; readonly subjectId: string }

/**
 * Writes down what a day's report said: the counts, of which the first of a day stay, and who stood in it, so that nobody
 * is erased who was not announced.
 */
export function noteReport(
  db: StudyDb,
  occasion: Occasion,
  { kinds, notices }: { readonly kinds: readonly Announced[]; readonly notices: readonly Notice[] },
): Promise<Result<null>> {
  const { study, today } = occasion
  const what = { verb: 'report_retention', subject: 'study', subjectId: study.id }
  return change(db, occasion, what, async (tx) => {
    const at = { studyId: study.id, day: toColumn(today) }
    await tx.retentionReport.createMany({ data: kinds.map((kind) => ({ ...at, ...kind })), skipDuplicates: true })
    await tx.retentionNotice.createMany({ data: notices.map((notice) => ({ ...at, ...notice })), skipDuplicates: true })
    return done(null)
  })
}

/**
 * Who was announced long enough ago to go on this day (protocol §6): who stood in the newest report that is at least
 * seven days old, and in every one since. Whoever was left out of one, because a fact was mended, is announced anew.
 */
export async function announcedLongEnough(
  db: StudyDb,
  { id: studyId }: StudyRef,
  today: Day,
): Promise<ReadonlyMap<Notice['kind'], ReadonlySet<string>>> {
  const rows = await db.$queryRaw<{ kind: Notice['kind']; ids: string[] }[]>`
    WITH since AS (
      SELECT DISTINCT p.day FROM study.retention_report p
       WHERE p.study_id = ${studyId}::uuid AND p.day <= ${today}::date
         AND p.day >= (SELECT max(o.day) FROM study.retention_report o
                        WHERE o.study_id = ${studyId}::uuid AND o.day <= ${addDays(today, -ANNOUNCED_DAYS)}::date))
    SELECT stood.kind, array_agg(stood.subject_id::text) AS ids FROM (
      SELECT n.kind, n.subject_id FROM study.retention_notice n JOIN since USING (day)
       WHERE n.study_id = ${studyId}::uuid
       GROUP BY n.kind, n.subject_id HAVING count(*) = (SELECT count(*) FROM since)) stood
     GROUP BY stood.kind`
  return new Map(rows.map(({ kind, ids }) => [kind, new Set(ids)]))
}

/** The last reports, newest first, with the kinds of which anything was due or soon to be. */
export async function lastReports(
  db: StudyDb,
  { id: studyId }: StudyRef,
  { days }: { readonly days: number },
): Promise<{ readonly day: Day; readonly kinds: readonly Announced[] }[]> {
  const rows = await db.retentionReport.findMany({
    where: { studyId },
    orderBy: [{ day: 'desc' }, { kind: 'asc' }],
    take: days * 10,
  })
  const byDay = new Map<Day, Announced[]>()
  for (const { day, kind, due, soon } of rows) {
    const on = fromColumn(day)
    byDay.set(on, [...(byDay.get(on) ?? []), { kind: kind as Retained, due, soon }])
  }
  return [...byDay].slice(0, days).map(([day, kinds]) => ({ day, kinds: kinds.filter(({ due, soon }) => due + soon) }))
}
