import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import type { Way } from './enter'

/** That a supervisor's questionnaire came and when, for whoever looks after it; never what was answered (protocol §1, §6). */
export type Came = {
  readonly id: string
  /** Of the pair; null for a questionnaire about a client who is in none. */
  readonly pseudonym: string | null
  readonly wave: string
  readonly openedOn: Day
  /** The day on which the link that counts was sent last; null when none was, or all were taken back. */
  readonly sentOn: Day | null
  readonly completedOn: Day | null
  /** Closed because nothing came in time. */
  readonly closedOn: Day | null
  readonly erasedOn: Day | null
  /** The day on which something was filled in last; null when nothing stands. */
  readonly filledOn: Day | null
  /** What was mended and why, the oldest first. */
  readonly mended: readonly { readonly way: Mended; readonly why: string; readonly on: Day }[]
  /** Other questionnaires of the same supervisor, wave and questions that were signed off: with which it may be swapped. */
  readonly others: readonly { readonly id: string; readonly pseudonym: string; readonly completedOn: Day }[]
}
const MENDED = ['reopened', 'swapped', 'voided'] as const satisfies readonly Way[]
type Mended = (typeof MENDED)[number]

/** What is known of a questionnaire of the study; null when it has none with this id, or it is a client's interview. */
export async function questionnaireCame(db: StudyDb, { id: studyId }: StudyRef, id: string): Promise<Came | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT m.id, coalesce(d.pseudonym, b.pseudonym) AS pseudonym, m.wave, m.opened_on AS "openedOn",
           m.completed_on AS "completedOn", m.closed_on AS "closedOn", m.erased_on AS "erasedOn",
           (SELECT max(l.issued_on) FROM study.issued_link l WHERE l.target_id = m.id AND l.revoked_on IS NULL) AS "sentOn",
           (SELECT max(e.entered_on) FROM study.entry e WHERE e.measurement_id = m.id AND e.state = 'in'
               AND e.way NOT IN ('reopened', 'swapped', 'voided')
               AND EXISTS (SELECT FROM study.answer a WHERE a.measurement_id = m.id
                              AND (a.value IS NOT NULL OR a.missing IS NOT NULL))) AS "filledOn"
      FROM study.measurement m
      LEFT JOIN study.dyad d ON d.id = m.dyad_id
      LEFT JOIN study.dyad_before b ON b.id = m.dyad_id
     WHERE m.id = ${id}::uuid AND m.study_id = ${studyId}::uuid AND m.perspective = 'supervisor'`
  if (!row) return null
  const { openedOn, completedOn, closedOn, erasedOn, sentOn, filledOn } = row
  return {
    ...row,
    openedOn: fromColumn(openedOn),
    completedOn: dayOf(completedOn),
    closedOn: dayOf(closedOn),
    erasedOn: dayOf(erasedOn),
    sentOn: dayOf(sentOn),
    filledOn: dayOf(filledOn),
    mended: await mendedOf(db, id),
    others: await othersOf(db, id),
  }
}

type Days = 'openedOn' | 'completedOn' | 'closedOn' | 'erasedOn' | 'sentOn' | 'filledOn'
type Row = Pick<Came, 'id' | 'pseudonym' | 'wave'> & { readonly [day in Days]: Date | null } & {
  readonly openedOn: Date
}

const dayOf = (column: Date | null): Day | null => column && fromColumn(column)

async function mendedOf(db: StudyDb, measurementId: string): Promise<Came['mended']> {
  const rows = await db.entry.findMany({
    where: { measurementId, state: 'in', way: { in: [...MENDED] } },
    orderBy: { version: 'asc' },
    select: { way: true, why: true, enteredOn: true },
  })
  return rows.map(({ way, why, enteredOn }) => ({ way: way as Mended, why: why ?? '', on: fromColumn(enteredOn) }))
}

/** By pseudonym: whoever chooses has the talk before them, not the day. */
async function othersOf(db: StudyDb, id: string): Promise<Came['others']> {
  const rows = await db.$queryRaw<{ id: string; pseudonym: string; completedOn: Date }[]>`
    SELECT o.id, coalesce(d.pseudonym, b.pseudonym) AS pseudonym, o.completed_on AS "completedOn"
      FROM study.measurement m
      JOIN study.measurement o ON o.study_id = m.study_id AND o.wave = m.wave AND o.perspective = m.perspective
       AND o.id <> m.id AND o.completed_on IS NOT NULL AND o.erased_on IS NULL
       AND o.battery @> m.battery AND o.battery <@ m.battery
       AND study.rater(o.dyad_id, o.registration_id) = study.rater(m.dyad_id, m.registration_id)
      LEFT JOIN study.dyad d ON d.id = o.dyad_id
      LEFT JOIN study.dyad_before b ON b.id = o.dyad_id
     WHERE m.id = ${id}::uuid AND m.completed_on IS NOT NULL AND m.erased_on IS NULL
       AND coalesce(d.pseudonym, b.pseudonym) IS NOT NULL
     ORDER BY pseudonym`
  return rows.map(({ completedOn, ...other }) => ({ ...other, completedOn: fromColumn(completedOn) }))
}
