import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { lockCaseRow } from '../entries/measured'
import { brokenOff } from '../fieldwork/going-on'
import { each } from './each'

type Row = { readonly id: string; readonly registrationId: string; readonly wave: string }

/**
 * Interviews that were opened on an earlier day and left are broken off on the day of their last talk (protocol §3, decided). Their
 * draft stays the one that stands: what a device still has goes in.
 */
export async function breakOffLeftOpen(db: StudyDb, occasion: Occasion): Promise<number> {
  const { study, today } = occasion
  const rows = await db.measurement.findMany({
    where: { ...OPEN, studyId: study.id, openedOn: { lt: toColumn(today) } },
    select: { id: true, registrationId: true, wave: true },
    orderBy: { id: 'asc' },
  })
  return each(rows, (row) => breakOff(db, occasion, row))
}

/** Opened in this system (of the past only the answers are missing), and neither over nor broken off. */
const OPEN = {
  perspective: 'client',
  seed: { not: null },
  completedOn: null,
  brokenOffOn: null,
  erasedOn: null,
} as const

/** Refused when it goes on today after all. */
function breakOff(db: StudyDb, occasion: Occasion, { id, registrationId, wave }: Row): Promise<Result<null>> {
  const details = { wave, why: 'left_open' }
  const what = { verb: 'break_off_interview', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    await lockCaseRow(tx, registrationId)
    const row = await tx.measurement.findFirst({ where: { ...OPEN, id } })
    const on = row && (await brokenOff(tx, row, occasion.today))
    if (!on) return refuse('unknown_measurement')
    await tx.measurement.update({ where: { id }, data: { brokenOffOn: toColumn(on) } })
    return done(null)
  })
}
