import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { planForStaff, type StaffLine } from '../ledger/plan-staff'

/** The head of the audit: about no case. */
const HEAD: StaffLine = { registrationId: null, wave: 'all', kind: 'audit_head', round: 0 }

/**
 * Plans the day's message with the head of the audit to who guards privacy (by the ids that identity gives), so that it stands
 * somewhere outside of the system. What it says is looked up when it leaves. Gives how many were planned.
 */
export async function tellOfficers(
  db: StudyDb,
  occasion: Occasion,
  officers: readonly { readonly id: string; readonly language: string }[],
): Promise<number> {
  if (occasion.past || officers.length === 0) return 0
  const { id } = occasion.study
  const told = await change(db, occasion, { verb: 'tell_officers', subject: 'study', subjectId: id }, async (tx) => {
    let planned = 0
    for (const to of officers) planned += await planForStaff(tx, occasion, to, [HEAD])
    return planned > 0 ? done(planned) : refuse('already_planned')
  })
  return told.ok ? told.value : 0
}
