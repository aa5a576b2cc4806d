import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { brokenOffBy } from '../../protocol/interview'

/** An interview that an interviewer began and that is not over: of which pair and wave, since when, and when it was broken off. */
export type Begun = {
  readonly dyad: string
  readonly wave: string
  readonly openedOn: Day
  readonly brokenOffOn: Day | null
}

/** Every interview that this interviewer began and that is not over, the oldest first. */
export async function begunBy(db: StudyDb, { study: { id }, today }: Occasion, code: string): Promise<Begun[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.pseudonym AS dyad, m.wave, m.opened_on AS on, m.broken_off_on AS broken,
           (SELECT max(e.entered_on) FROM study.entry e WHERE e.measurement_id = m.id AND e.state = 'in' AND e.way = 'interview') AS last
      FROM study.measurement m
      JOIN study.registration r ON r.id = m.registration_id
      JOIN study.dyad d ON d.registration_id = m.registration_id
     WHERE m.study_id = ${id}::uuid AND m.perspective = 'client' AND m.interviewer = ${code}
       AND m.completed_on IS NULL AND m.erased_on IS NULL
       -- of the past only the answers are missing: those come from a file
       AND m.seed IS NOT NULL
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)
     ORDER BY m.opened_on, m.id`
  return rows.map(({ on, broken, last, ...row }) => {
    const openedOn = fromColumn(on)
    const talked = { openedOn, lastOn: last && fromColumn(last), brokenOffOn: broken && fromColumn(broken) }
    return { ...row, openedOn, brokenOffOn: brokenOffBy(talked, today) }
  })
}

type Row = Pick<Begun, 'dyad' | 'wave'> & { on: Date; broken: Date | null; last: Date | null }
