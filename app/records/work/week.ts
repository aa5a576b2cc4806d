import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { empty, sql } from '../../platform/sql'
import { daysFrom } from '../../protocol/appointments/week'
import { addDays, type Day, fromColumn } from '../../protocol/day'
import { warnedDays } from '../../protocol/waves'
import { WORK_OF } from '../../protocol/work'
import { itemOf, type WorkItem, type WorkRow } from './item'
import { workToday } from './rows'

/** Some of the work of a week: how much there is, and the first of it. */
export type WorkShare = { readonly count: number; readonly items: readonly WorkItem[] }
export type WorkWeek = {
  /** What should have been done before today; null for another week than this one. */
  readonly overdue: WorkShare | null
  /**
   * What falls due on each day, and what can be done from that day on. Days of this week that are over are not among them: what
   * was to be done on them is overdue.
   */
  readonly days: readonly (WorkShare & { readonly on: Day })[]
}

/** Whose week, where, from which Monday on, and how much of each day at most. */
export type WeekPart = {
  readonly role: keyof typeof WORK_OF
  readonly locations?: readonly string[] | undefined
  readonly monday: Day
  readonly each: number
}

/** The work of a week as it stands today. */
export async function workWeek(
  db: Pick<StudyTx, '$queryRaw'>,
  occasion: Pick<Occasion, 'study' | 'today'>,
  { role, locations, monday, each }: WeekPart,
): Promise<WorkWeek> {
  const { today, study } = occasion
  const sunday = addDays(monday, 6)
  const current = monday <= today && today <= sunday
  const from = current ? today : monday
  const mine = sql`w.kind = ANY (${[...WORK_OF[role]]}::text[])
    ${locations ? sql`AND w.location = ANY (${[...locations]}::text[])` : empty}`
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT l.*, count(*) OVER (PARTITION BY l.on_day)::int AS count,
             row_number() OVER (PARTITION BY l.on_day ORDER BY l.due, l.id) AS place
        FROM (SELECT w.*, CASE WHEN w.due >= ${from}::date THEN w.due END AS on_day FROM (${workToday(occasion)}) w
               WHERE ${mine} AND w.due <= ${sunday}::date ${current ? empty : sql`AND w.due >= ${monday}::date`}
              UNION ALL
              SELECT w.*, w.opens FROM (${workToday(occasion)}) w
               WHERE ${mine} AND w.opens > ${today}::date AND w.opens BETWEEN ${from}::date AND ${sunday}::date
                 AND w.due > w.opens) l) p
     WHERE p.place <= ${each}::int ORDER BY p.place`
  const share = (day: Day | null): WorkShare => {
    const own = rows.filter(({ on_day }) => (on_day && fromColumn(on_day)) === day)
    return { count: own[0]?.count ?? 0, items: own.map((row) => itemOf(row, today, warnedDays(study.protocol))) }
  }
  return {
    overdue: current ? share(null) : null,
    days: daysFrom(monday).flatMap((on) => (on < from ? [] : [{ on, ...share(on) }])),
  }
}

type Row = WorkRow & { on_day: Date | null; count: number }
