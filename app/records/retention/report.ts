import type { StudyDb } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { addDays, type Day, fromColumn, toColumn } from '../../protocol/day'
import { done, type Result } from '../../protocol/refusal'
import { ANNOUNCED_DAYS } from '../../protocol/retention'
import type { Retained } from '../../protocol/study'
import { change } from '../change'

/** Of one kind: how many are due on the day of the report, and how many more within the days of its announcement. */
export type Announced = { readonly kind: Retained; readonly due: number; readonly soon: number }

/** Writes down what a day's report said, counts only; the first one of a day stays. */
export function noteReport(db: StudyDb, occasion: Occasion, kinds: readonly Announced[]): Promise<Result<null>> {
  const { study, today } = occasion
  const what = { verb: 'report_retention', subject: 'study', subjectId: study.id }
  return change(db, occasion, what, async (tx) => {
    const data = kinds.map((kind) => ({ studyId: study.id, day: toColumn(today), ...kind }))
    await tx.retentionReport.createMany({ data, skipDuplicates: true })
    return done(null)
  })
}

/** The day of the newest report that is old enough to delete by on this day; null when there is none. */
export async function reportedBefore(db: StudyDb, { id: studyId }: StudyRef, today: Day): Promise<Day | null> {
  const where = { studyId, day: { lte: toColumn(addDays(today, -ANNOUNCED_DAYS)) } }
  const row = await db.retentionReport.findFirst({ where, orderBy: { day: 'desc' }, select: { day: true } })
  return row && fromColumn(row.day)
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
