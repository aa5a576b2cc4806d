import type { StudyDb } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import { addDays, type Day, fromColumn, toColumn } from '../../protocol/day'
import { TALKS } from '../../protocol/work'
import { workToday } from '../work/rows'

/** An interview in the calendar, by the pair's pseudonym; nothing of the supervisor (protocol §1). */
export type CalendarEntry = {
  readonly id: string
  readonly pseudonym: string
  readonly wave: string
  readonly on: Day
  readonly at: number | null
  readonly minutes: number
  readonly location: string
  readonly room: string | null
  readonly interviewer: string | null
  readonly state: 'planned' | 'held' | 'no_show'
}

/** Which part of the calendar: a week from this day on, one location or all, one interviewer or all. */
export type CalendarPart = {
  readonly monday: Day
  readonly location: string | null
  readonly interviewer: string | null
}

/** The interviews of a week, in the order in which they are held; what was moved or cancelled is not among them. Read by the index on the day. */
export async function calendarWeek(
  db: StudyDb,
  { id }: StudyRef,
  { monday, location, interviewer }: CalendarPart,
): Promise<CalendarEntry[]> {
  const rows = await db.$queryRaw<(Omit<CalendarEntry, 'on'> & { on: Date })[]>`
    SELECT a.id, d.pseudonym, a.wave, a.on_day AS "on", a.at_minute AS at, a.minutes, a.location, m.name AS room,
           a.interviewer, a.state
      FROM study.appointment a
      JOIN study.dyad d ON d.registration_id = a.registration_id
      LEFT JOIN study.room m ON m.id = a.room_id
     WHERE a.study_id = ${id}::uuid AND a.on_day BETWEEN ${toColumn(monday)} AND ${toColumn(addDays(monday, 6))}
       AND a.state IN ('planned', 'held', 'no_show')
       AND (${location}::text IS NULL OR a.location = ${location}) AND (${interviewer}::text IS NULL OR a.interviewer = ${interviewer})
     ORDER BY a.on_day, a.at_minute NULLS LAST, a.location, a.id`
  return rows.map((row) => ({ ...row, on: fromColumn(row.on) }))
}

/** An interview that still needs somebody: a day, or who holds it. */
export type Unplanned = {
  readonly pseudonym: string
  readonly wave: string
  readonly location: string
  /** The day by which the work lists go: planned, of the next talk, or on which the window closes. */
  readonly due: Day
  readonly lacks: 'day' | 'interviewer'
}

/**
 * Interviews that are due or can be held today and are in nobody's calendar (protocol §3, §4.3), the most pressing first, up to
 * `limit`; with how many there are.
 */
export async function unplanned(
  db: StudyDb,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  { location, limit }: { readonly location: string | null; readonly limit: number },
): Promise<{ items: Unplanned[]; total: number }> {
  const rows = await db.$queryRaw<(Omit<Unplanned, 'due'> & { due: Date; total: number })[]>(sql`
    SELECT w.dyad AS pseudonym, w.wave, w.location, coalesce(a.on_day, w.due) AS due,
           CASE WHEN a.id IS NULL THEN 'day' ELSE 'interviewer' END AS lacks, count(*) OVER ()::int AS total
      FROM (${workToday({ study, today })}) w
      LEFT JOIN study.appointment a ON a.registration_id = w."registrationId" AND a.wave = w.wave AND a.state = 'planned'
     WHERE w.kind = ANY (${[...TALKS]}::text[]) AND w.opens <= ${today}::date AND w.dyad IS NOT NULL AND (a.id IS NULL OR a.interviewer IS NULL)
       AND (${location}::text IS NULL OR w.location = ${location})
     ORDER BY due, w.id LIMIT ${limit}::int`)
  const items = rows.map(({ total: _, ...row }) => ({ ...row, due: fromColumn(row.due) }))
  return { items, total: rows[0]?.total ?? 0 }
}

/** How many interviews somebody has in a week: those that stand, and those that were held. */
export type Caseload = { readonly code: string; readonly planned: number; readonly held: number }

/** Of everybody who holds interviews now, by code. */
export async function caseloads(db: StudyDb, { id }: StudyRef, monday: Day): Promise<Caseload[]> {
  return db.$queryRaw<Caseload[]>`
    SELECT i.code, count(a.id) FILTER (WHERE a.state = 'planned')::int AS planned,
           count(a.id) FILTER (WHERE a.state = 'held')::int AS held
      FROM study.interviewer i
      LEFT JOIN study.appointment a ON a.study_id = i.study_id AND a.interviewer = i.code
           AND a.on_day BETWEEN ${toColumn(monday)} AND ${toColumn(addDays(monday, 6))}
     WHERE i.study_id = ${id}::uuid AND i.ended_on IS NULL
     GROUP BY i.code ORDER BY i.code`
}
