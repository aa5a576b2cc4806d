import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { fromColumn } from '../../protocol/day'
import { closeAsItIs } from '../fieldwork/close-broken-off'
import { each } from './each'

type Row = { measurementId: string; brokenOffOn: Date; interviewer: string | null }

/**
 * Interviews that were broken off and can be taken up no more are closed with what there is (protocol §3): the wave's window is
 * over; at a wave without one, more contacts were held than its rule allows, or the window that it anchors has opened (decided).
 */
export async function closeBrokenOff(db: StudyDb, occasion: Occasion): Promise<number> {
  const { study, today } = occasion
  const bound = study.protocol.waves.filter(({ window }) => window).map(({ name }) => name)
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id AS "measurementId", m.broken_off_on AS "brokenOffOn", m.interviewer
      FROM study.measurement m
     WHERE m.study_id = ${study.id}::uuid AND m.perspective = 'client' AND m.broken_off_on < ${today}::date
       AND m.completed_on IS NULL AND m.erased_on IS NULL
       AND CASE WHEN m.wave = ANY(${bound}::text[])
           THEN EXISTS (SELECT FROM study.wave_window w WHERE w.registration_id = m.registration_id AND w.wave = m.wave
                           AND w.closes_on < ${today}::date)
           ELSE EXISTS (SELECT FROM study.wave_window w WHERE w.registration_id = m.registration_id
                           AND w.opens_on <= ${today}::date)
             OR ${study.protocol.contacts.max}::int < (SELECT max(c.contacts) FROM study.contact_report c
                   WHERE c.registration_id = m.registration_id AND c.reported_on <= ${today}::date) END
     ORDER BY m.id`
  return each(rows, ({ brokenOffOn, ...row }) =>
    closeAsItIs(db, occasion, { ...row, brokenOffOn: fromColumn(brokenOffOn) }),
  )
}
