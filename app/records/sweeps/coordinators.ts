import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { workingDay } from '../../protocol/holidays'
import { done, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { planForStaff, type StaffLine } from '../ledger/plan-staff'
import { digestOf } from '../messages/digest'
import { closingWarnings } from './closing-warnings'

/** The line of the day's digest: about no case. */
const DIGEST: StaffLine = { registrationId: null, wave: 'all', kind: 'digest', round: 0 }

/**
 * Plans the day's message to whoever coordinates (by the ids that identity gives): windows about to close, and on a working
 * day what presses, when something does. What it says is looked up when it leaves. Gives how many lines were planned.
 */
export async function tellCoordinators(
  db: StudyDb,
  occasion: Occasion,
  coordinators: readonly { readonly id: string; readonly language: string }[],
): Promise<number> {
  if (occasion.past || coordinators.length === 0) return 0
  const presses = workingDay(occasion.today) && (await digestOf(db, occasion)) !== null
  const lines = [...(await closingWarnings(db, occasion)), ...(presses ? [DIGEST] : [])]
  if (lines.length === 0) return 0
  const { id } = occasion.study
  const what = { verb: 'tell_coordinators', subject: 'study', subjectId: id, details: { lines: lines.length } }
  const told = await change(db, occasion, what, async (tx) => {
    let planned = 0
    for (const to of coordinators) planned += await planForStaff(tx, occasion, to, lines)
    return planned > 0 ? done(planned) : refuse('already_planned')
  })
  return told.ok ? told.value : 0
}
