import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Answered } from '../../protocol/instruments/asked'
import { itemsOf } from '../../protocol/instruments/battery'
import { type Quality, qualityOf, shareMissing } from '../../protocol/quality'
import { reversedItems, sameAnswerRuns } from '../../protocol/queries/straight-lining'
import { REFUSED } from '../../protocol/second-supervision'
import { pinnedBattery } from '../instruments/battery'

/** How the interviews of one interviewer went, by number: no answer of anybody leaves this file. */
export type QualityOfInterviewer = Quality & {
  /** Of how many interviews the minutes are known, and the answers. */
  readonly timed: number
  readonly answered: number
  /** Interviews that were broken off, also when they were taken up again. */
  readonly brokenOff: number
  /** Interviews that were marked unreliable. */
  readonly unreliable: number
  /** Appointments of theirs at which nobody came, and cases with an appointment of theirs that refused afterwards. */
  readonly noShows: number
  readonly refused: number
}

/**
 * The figures of one interviewer (protocol §3), with the number that they are made of. Of an interview that is not complete,
 * or of which the answers were erased, only that it was held counts.
 */
export async function qualityOfInterviewer(db: StudyDb, study: StudyRef, code: string): Promise<QualityOfInterviewer> {
  const [definition] = study.protocol.scaleDefinitions
  const reversed: ReadonlySet<string> = definition ? reversedItems(definition, 'client') : new Set()
  const rows = await interviewsOf(db, study, code)
  const interviews = []
  for (const { minutes, pins, itemOrder, given } of rows) {
    const battery = await pinnedBattery(db, study, pins)
    const order = itemOrder.length > 0 ? itemOrder : itemsOf(battery).map((item) => item.code)
    interviews.push({
      minutes,
      missing: given && shareMissing(battery, given),
      straightLined: given && sameAnswerRuns({ battery, given, order, reversed }).length > 0,
    })
  }
  return {
    ...qualityOf(interviews),
    timed: rows.filter(({ minutes }) => minutes !== null).length,
    answered: rows.filter(({ given }) => given !== null).length,
    brokenOff: rows.filter((row) => row.brokenOff).length,
    unreliable: rows.filter((row) => row.unreliable).length,
    ...(await missed(db, study, code)),
  }
}

type Row = {
  readonly minutes: number | null
  readonly pins: readonly string[]
  readonly itemOrder: readonly string[]
  readonly brokenOff: boolean
  readonly unreliable: boolean
  readonly given: Answered | null
}

const interviewsOf = (db: StudyDb, { id }: StudyRef, code: string): Promise<Row[]> => db.$queryRaw`
  SELECT m.minutes, m.battery AS pins, coalesce(m.item_order, '{}') AS "itemOrder",
         m.broken_off_on IS NOT NULL AS "brokenOff", m.unreliable IS NOT NULL AS unreliable,
         CASE WHEN m.completed_on IS NOT NULL AND m.erased_on IS NULL THEN
           (SELECT jsonb_object_agg(a.item, coalesce(to_jsonb(a.value), to_jsonb(a.missing))) FROM study.answer a
             WHERE a.measurement_id = m.id AND (a.value IS NOT NULL OR a.missing IS NOT NULL)) END AS given
    FROM study.measurement m
   WHERE m.study_id = ${id}::uuid AND m.perspective = 'client' AND m.interviewer = ${code}`

async function missed(
  db: StudyDb,
  { id, protocol }: StudyRef,
  code: string,
): Promise<Pick<QualityOfInterviewer, 'noShows' | 'refused'>> {
  const refusals = Object.values(protocol.reasons).flatMap((reasons) =>
    Object.entries(reasons).flatMap(([reason, { group }]) => (group === REFUSED || reason === REFUSED ? [reason] : [])),
  )
  const [row] = await db.$queryRaw<{ noShows: number; refused: number }[]>`
    SELECT count(DISTINCT a.id) FILTER (WHERE a.state = 'no_show')::int AS "noShows",
           count(DISTINCT d.registration_id)::int AS refused
      FROM study.appointment a
      LEFT JOIN study.departure d ON d.registration_id = a.registration_id AND d.returned_on IS NULL
                                 AND d.reason = ANY (${refusals}::text[]) AND d.left_on >= a.planned_on
     WHERE a.study_id = ${id}::uuid AND a.interviewer = ${code}`
  return row ?? { noShows: 0, refused: 0 }
}
