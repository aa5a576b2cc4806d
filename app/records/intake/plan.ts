import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { mayApproach } from '../../protocol/contacts'
import { type Day, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { endPlanned, putDay } from '../appointments/planned'
import { lockCase } from '../case'
import { change } from '../change'
import { refusedNow } from '../standing'

/** The day of the talk after which the first interview is to be held; null takes a day back. */
export type Planned = { readonly registrationId: string; readonly plannedOn: Day | null }

/**
 * Plans the first interview of a pair, another day for it, or none (protocol §3). Refused: no pair, interviewed, left, a day
 * that is over, and too many contacts so far: the talk of the interview is one more, and at most the fourth.
 */
export function planApproach(db: StudyDb, occasion: Occasion, planned: Planned): Promise<Result<null>> {
  const { registrationId, plannedOn } = planned
  const what = {
    verb: 'plan_interview',
    subject: 'registration',
    subjectId: registrationId,
    details: plannedOn === null ? {} : { plannedOn },
  }
  return change(db, occasion, what, async (tx) => {
    const planned = await planFirst(tx, occasion, { registrationId, plannedOn })
    if (!planned.ok) return planned
    const wave = occasion.study.protocol.waves[0]?.name ?? ''
    if (plannedOn === null) await endPlanned(tx, { registrationId, wave }, 'cancelled', occasion.today)
    else await putDay(tx, occasion, { registrationId, wave, on: plannedOn })
    return done(null)
  })
}

/** The inside of every verb that plans a first interview: the day by which the work lists go. Refused as above. */
export async function planFirst(
  tx: StudyTx,
  occasion: Occasion,
  { registrationId, plannedOn }: Planned,
): Promise<Result<null>> {
  const known = await lockCase(tx, occasion.study.id, registrationId)
  if (!known) return refuse('unknown_case')
  const refusal = refusedNow('plan_interview', known)
  if (refusal) return refusal
  if (!known.dyadId) return refuse('not_approached')
  if (plannedOn !== null) {
    if (plannedOn < occasion.today) return refuse('day_over', { field: 'planned_on' })
    const contacts = await contactsSoFar(tx, registrationId)
    const { min, max } = occasion.study.protocol.contacts
    if (contacts !== null && !mayApproach(occasion.study.protocol, contacts))
      return refuse('contacts_outside_rule', { field: 'planned_on', contacts: contacts + 1, min, max })
  }
  await tx.dyad.updateMany({
    where: { registrationId, unboundOn: null },
    data: { plannedOn: plannedOn && toColumn(plannedOn) },
  })
  return done(null)
}

/** Face-to-face contacts as they were last reported; null when nobody did. */
async function contactsSoFar(tx: StudyTx, registrationId: string): Promise<number | null> {
  const row = await tx.contactReport.findFirst({
    where: { registrationId },
    orderBy: [{ reportedOn: 'desc' }, { id: 'desc' }],
  })
  return row?.contacts ?? null
}
