import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { differing } from './changes'
import { readMeasured } from './measured'
import { type Sides, sidesOf } from './sides'

/** An entry that waits to be decided: where and when, no values. */
export type Conflict = {
  readonly entryId: string
  /** Of the pair; null for a questionnaire about a client who is in none. */
  readonly pseudonym: string | null
  readonly wave: string
  readonly perspective: string
  /** two_devices | second_entry | out_of_time */
  readonly why: string
  /** The day of which it tells. */
  readonly on: Day
  /** The code of the interviewer whose entry it is. */
  readonly enteredBy: string | null
}

/**
 * The entries of a study that somebody has to decide about, the oldest first: those of an interview on two devices, and the
 * second typing of a paper that differs from the first. What a supervisor filled in twice is theirs to decide.
 */
export async function conflictsOf(db: StudyDb, { id }: StudyRef): Promise<Conflict[]> {
  const rows = await db.$queryRaw<(Omit<Conflict, 'on'> & { on: Date })[]>`
    SELECT e.id AS "entryId", coalesce(d.pseudonym, b.pseudonym) AS pseudonym, m.wave, m.perspective, e.why,
           e.entered_on AS "on", e.entered_by AS "enteredBy"
      FROM study.measurement m
      JOIN study.entry e ON e.measurement_id = m.id AND e.state = 'aside' AND e.way <> 'link'
      JOIN study.registration r ON r.id = m.registration_id
      LEFT JOIN study.dyad d ON d.id = m.dyad_id
      LEFT JOIN study.dyad_before b ON b.id = m.dyad_id
     WHERE m.study_id = ${id}::uuid AND m.erased_on IS NULL
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)
       AND (e.why <> 'second_entry' OR m.completed_on IS NULL AND EXISTS (
             SELECT FROM study.entry f WHERE f.measurement_id = m.id AND f.state = 'aside' AND f.why = 'second_entry'
                AND f.id < e.id))
     ORDER BY e.entered_at, e.id`
  return rows.map((row) => ({ ...row, on: fromColumn(row.on) }))
}

/** What stands and what lies aside, item by item where they differ, for who decides: an interviewer (protocol §6). */
export type Compared = Sides & {
  readonly measurementId: string
  readonly registrationId: string
  readonly wave: string
  readonly perspective: string
  /** Who holds or held the interview. */
  readonly interviewer: string | null
  /** What was asked, pinned. */
  readonly battery: readonly string[]
  readonly items: readonly string[]
}

/** One of them with both sides; null when it is not there, waits no more, or is a supervisor's own. */
export async function conflict(db: StudyDb, study: StudyRef, entryId: string): Promise<Compared | null> {
  const entry = await db.entry.findFirst({
    where: { id: entryId, state: 'aside', way: { not: 'link' }, measurement: { studyId: study.id, erasedOn: null } },
    select: { measurementId: true, measurement: { select: { interviewer: true } } },
  })
  const measured = entry && (await readMeasured(db, study, entry.measurementId))
  const sides = measured && (await sidesOf(db, measured, entryId))
  if (!sides) return null
  const { id: measurementId, registrationId, wave, perspective, pins } = measured
  const items = differing(sides.standing.answers, sides.aside.answers)
  const { interviewer } = entry.measurement
  return { measurementId, registrationId, wave: wave.name, perspective, interviewer, battery: pins, items, ...sides }
}
