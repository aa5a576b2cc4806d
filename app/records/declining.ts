import type { StudyDb, StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { toColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { type Case, lockCase, lockCasesOf } from './case'
import { change } from './change'
import { depart } from './departures'
import { unbind } from './intake/approach'
import { cancelMail } from './ledger/plan'
import { stepOf } from './standing'

/** Under which reason a case leaves that was still to be answered for by a supervisor who declines altogether. */
export const DECLINES_ALTOGETHER = 'supervisor_declines_altogether'
/** The same by one who declines for this client, and in both ways for a client who was already being approached. */
export const DECLINES = 'supervisor_declines'

/**
 * A supervisor declines altogether and is never asked again (protocol §6): mail about their clients stops, open
 * questionnaires close, and cases not interviewed yet leave where they stand. Clients who were interviewed go on without
 * them. Refused for an unknown supervisor, or twice.
 */
export function declineAltogether(db: StudyDb, occasion: Occasion, supervisorId: string): Promise<Result<null>> {
  const what = { verb: 'decline_altogether', subject: 'supervisor', subjectId: supervisorId }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    // cases before their supervisor, as an approach locks them
    const cases = await lockCasesOf(tx, studyId, { supervisorId })
    const { count } = await tx.supervisor.updateMany({
      where: { id: supervisorId, studyId, declinedOn: null },
      data: { declinedOn: toColumn(occasion.today) },
    })
    if (count === 0) return refuse('unknown_supervisor')
    for (const known of cases) await goOnWithout(tx, occasion, known, DECLINES_ALTOGETHER)
    return done(null)
  })
}

/**
 * A supervisor declines for one client (protocol §6): the same, for that case alone; the other clients of theirs go on.
 * Refused for an unknown case, one whose client withdrew, one without a supervisor, or twice.
 */
export function declineFor(
  db: StudyDb,
  occasion: Occasion,
  { registrationId }: { readonly registrationId: string },
): Promise<Result<null>> {
  const what = { verb: 'decline_for', subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    if (known.withdrawn) return refuse('withdrawn')
    if (known.declined) return refuse('supervisor_declined')
    const { supervisorId } = known
    if (!supervisorId) return refuse('supervisor_unknown')
    await tx.declining.createMany({ data: { registrationId, supervisorId, declinedOn: toColumn(occasion.today) } })
    await goOnWithout(tx, occasion, known, DECLINES)
    return done(null)
  })
}

async function goOnWithout(tx: StudyTx, occasion: Occasion, known: Case, reason: string) {
  const { id: registrationId } = known
  await cancelMail(tx, registrationId, 'supervisor_declined')
  await tx.measurement.updateMany({
    where: { registrationId, perspective: 'supervisor', completedOn: null, closedOn: null },
    data: { closedOn: toColumn(occasion.today) },
  })
  const step = await stepOf(tx, occasion, known)
  if (step === 'register' || step === 'inquiry')
    await depart(tx, occasion, registrationId, 'inquiry', reason, occasion.today)
  if (step !== 'approach') return
  await depart(tx, occasion, registrationId, step, DECLINES, occasion.today)
  await unbind(tx, registrationId, occasion.today)
}
