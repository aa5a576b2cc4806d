import type { StudyDb, StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { toColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { type Case, lockCase, lockCasesOf } from './case'
import { change } from './change'
import { depart } from './departures'
import { unbind } from './intake/approach'
import { ask } from './intake/ask'
import { INTAKE } from './ledger/kinds'
import { cancelMail } from './ledger/plan'
import { stepOf } from './standing'

/** Under which reason a case leaves that was still to be answered for by a supervisor who declines altogether. */
export const DECLINES_ALTOGETHER = 'supervisor_declines_altogether'
/** The same by one who declines for this client, and in both ways for a client who was already being approached. */
export const DECLINES = 'supervisor_declines'

/**
 * A supervisor declines altogether and is never asked again (protocol §6): mail about their clients stops, open
 * questionnaires close, and cases not interviewed yet leave where they stand. Clients who were interviewed go on without
 * them; about those for whom they stood in somebody else is asked. Refused for an unknown supervisor, or twice.
 */
export function declineAltogether(db: StudyDb, occasion: Occasion, supervisorId: string): Promise<Result<null>> {
  const what = { verb: 'decline_altogether', subject: 'supervisor', subjectId: supervisorId }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    // cases before their supervisor, as an approach locks them
    const asked = { inquiry: { askedId: supervisorId, repliedOn: null } }
    const cases = await lockCasesOf(tx, studyId, { OR: [{ supervisorId }, asked] })
    const { count } = await tx.supervisor.updateMany({
      where: { id: supervisorId, studyId, declinedOn: null },
      data: { declinedOn: toColumn(occasion.today) },
    })
    if (count === 0) return refuse('unknown_supervisor')
    for (const known of cases) await goOnWithout(tx, occasion, known, { supervisorId, reason: DECLINES_ALTOGETHER })
    return done(null)
  })
}

/**
 * Somebody who was asked about a client declines for that one (protocol §6), and is never asked about it again. When it is
 * the supervisor, what declining altogether does is done for that case alone; when it is who stands in, somebody else is
 * asked; who gave the case away before says nothing about whose it is now. Refused for an unknown case or supervisor,
 * one whose client withdrew, or twice.
 */
export function declineFor(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, supervisorId }: { readonly registrationId: string; readonly supervisorId: string },
): Promise<Result<null>> {
  const what = { verb: 'decline_for', subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    const known = await lockCase(tx, studyId, registrationId)
    if (!known) return refuse('unknown_case')
    if (known.withdrawn) return refuse('withdrawn')
    const who = await tx.supervisor.findFirst({ where: { id: supervisorId, studyId } })
    if (!who) return refuse('unknown_supervisor')
    const before = await tx.declining.count({ where: { registrationId, supervisorId } })
    if (before > 0 || who.declinedOn) return refuse('supervisor_declined')
    await tx.declining.createMany({ data: { registrationId, supervisorId, declinedOn: toColumn(occasion.today) } })
    await goOnWithout(tx, occasion, known, { supervisorId, reason: DECLINES })
    return done(null)
  })
}

/** Who declines, and under which reason a case of theirs leaves. */
type Declined = { readonly supervisorId: string; readonly reason: string }

async function goOnWithout(tx: StudyTx, occasion: Occasion, known: Case, { supervisorId, reason }: Declined) {
  const { id: registrationId } = known
  if (known.supervisorId !== supervisorId) return askElse(tx, occasion, known, supervisorId)
  // that they declined stands with them, and is a fact of their cases
  await tx.$executeRaw`SELECT study.touch_cases(ARRAY[${registrationId}]::uuid[])`
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

/**
 * Asks somebody else about a case when it is the stand-in who declines: from today on, since nobody else was asked yet.
 * While nobody is there the question is the supervisor's again, who is reminded once they are back.
 */
async function askElse(tx: StudyTx, occasion: Occasion, known: Case, declinedBy: string): Promise<void> {
  const { id: registrationId, supervisorId, inquiry, place, declined } = known
  if (place !== 'awaiting_reply' || inquiry?.askedId !== declinedBy || !supervisorId || declined) return
  await cancelMail(tx, registrationId, 'supervisor_declined', { wave: INTAKE })
  const asked = await ask(tx, occasion, { registrationId, supervisorId, kind: 'inquiry' }, 'asked_again')
  if ('until' in asked) await tx.inquiry.updateMany({ where: { registrationId }, data: { askedId: supervisorId } })
}
