import type { StudyTx } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { type Sql, sql } from '../../platform/sql'
import type { Day } from '../../protocol/day'
import { courseAsOf } from '../../protocol/planner/course-as-of'
import { pairBefore } from '../pairs/pairs'
import { allCourses } from './courses'
import { type PlannedRow, plannedRows } from './planned'

/**
 * All work of a study that has not ended by a day as one query: kind, case, from when, due day and, where a window closes,
 * when; with the fact that made it. What opens later only is among it, what closed before is not. Work about the numbers of a
 * month has that month, and no case nor fact. A day of the past is derived from what was known on it.
 */
export async function workOn(
  db: Pick<StudyTx, '$queryRaw'>,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  on: Day,
): Promise<Sql> {
  const pieces = on < today ? told(await knownOn(db, study, on)) : kept(study)
  return sql`${ofCases(pieces, on)} UNION ALL ${mismatches(study, on)}`
}

/** The same of today. */
export const workToday = ({ study, today }: Pick<Occasion, 'study' | 'today'>): Sql =>
  sql`${ofCases(kept(study), today)} UNION ALL ${mismatches(study, today)}`

const kept = ({ id }: StudyRef) => sql`
  SELECT registration_id, kind, wave, opens_on AS opens, due_on AS due, closes_on AS closes, fact, fact_on
    FROM study.work WHERE study_id = ${id}::uuid`

const told = (rows: readonly PlannedRow[]) => sql`
  SELECT * FROM json_to_recordset(${JSON.stringify(rows.map(({ factOn, registrationId, ...row }) => ({ ...row, registration_id: registrationId, fact_on: factOn })))}::json)
             AS t (registration_id uuid, kind text, wave text, opens date, due date, closes date, fact text, fact_on date)`

async function knownOn(db: Pick<StudyTx, '$queryRaw'>, study: StudyRef, on: Day): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = []
  for await (const courses of allCourses(db, study))
    rows.push(
      ...plannedRows(
        study,
        courses.map((course) => courseAsOf(course, on)),
      ),
    )
  return rows
}

const ofCases = (pieces: Sql, on: Day) => sql`
  SELECT k.kind || ':' || k.wave || ':' || r.id AS id, k.kind, k.wave, k.opens, k.due, k.closes, k.fact, k.fact_on AS "factOn",
         r.id AS "registrationId", c.pseudonym, d.pseudonym AS dyad, r.location, NULL AS month
    FROM (${pieces}) k
    JOIN study.registration r ON r.id = k.registration_id
    JOIN study.client c ON c.id = r.client_id
    LEFT JOIN study.dyad d ON d.registration_id = r.id AND (d.bound_on <= ${on}::date OR ${pairBefore(sql`r.id`, on)})
   WHERE k.closes IS NULL OR k.closes >= ${on}::date`

/**
 * Locations of a month that is over where forms and interviews are not equal, until they are or the month is signed off
 * (protocol §6). Due on the day that it was found.
 */
export const mismatches = ({ id }: StudyRef, on: Day) => sql`
  SELECT 'reconciliation:' || s.month || ':' || md5(r.location), 'reconciliation', 'reconciliation', s.computed_on, s.computed_on,
         NULL::date, NULL, NULL::date, NULL::uuid, NULL, NULL, r.location, s.month
    FROM (SELECT DISTINCT ON (month) * FROM study.statement
           WHERE study_id = ${id}::uuid AND computed_on <= ${on}::date ORDER BY month, seq DESC) s
    JOIN study.statement_row r ON r.statement_id = s.id AND r.forms <> r.interviews
   WHERE NOT EXISTS (SELECT FROM study.statement_signing g WHERE g.statement_id = s.id AND g.signed_on <= ${on}::date)`
