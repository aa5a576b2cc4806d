import type { StudyDb, StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { scopesToMeet } from '../protocol/consent'
import { toColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { type Case, lockCasesOf } from './case'
import { change } from './change'
import { depart, WITHDREW } from './departures'
import { unbind } from './intake/approach'
import { cancelMail } from './ledger/plan'
import { takenBack } from './permissions'
import { leftIntake, stepOf } from './standing'

/**
 * A client takes back single scopes (protocol §6). The study's half, and the first: the permissions end on this day, and
 * the client is met no more for what needed them; a release leaves out what it may not hold any more. Identity's half
 * (the answers on the form) follows. Refused: an unknown or withdrawn client, a scope that the study does not know, one
 * without which there is nothing left (`withdraw_altogether`: then `withdraw` asks what happens to what was collected),
 * and scopes that were all taken back before.
 */
export function withdrawScopes(
  db: StudyDb,
  occasion: Occasion,
  { clientId, scopes }: { readonly clientId: string; readonly scopes: readonly string[] },
): Promise<Result<null>> {
  const what = {
    verb: 'withdraw_scopes',
    subject: 'client',
    subjectId: clientId,
    details: { scopes: scopes.join(' ') },
  }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId, protocol } = occasion.study
    const unknown = scopes.find((scope) => !protocol.scopes.includes(scope))
    if (unknown !== undefined) return refuse('unknown_scope', { field: unknown })
    const whole = scopes.find((scope) => protocol.consent.altogether.includes(scope))
    if (whole !== undefined) return refuse('withdraw_altogether', { field: whole })
    const cases = await lockCasesOf(tx, studyId, { clientId })
    if (cases.length === 0) return refuse('unknown_client')
    if (cases.some(({ withdrawn }) => withdrawn)) return refuse('already_withdrawn')
    const [row] = await tx.$queryRaw<{ ended: number }[]>`
      SELECT study.end_permissions(${clientId}::uuid, ${[...scopes]}::text[], ${occasion.today}::date) AS ended`
    if (!row?.ended) return refuse('already_withdrawn')
    for (const known of cases) await leaveWavesTakenBack(tx, occasion, known)
    return done(null)
  })
}

/**
 * Ends every wave still to be held that needs a scope the client took back: the case leaves where it stands, its mails
 * stop, the supervisor's open questionnaire about it closes. A wave that nothing anchors yet is ended by the interview that
 * would anchor it; one that was held stays, with the supervisor's side of it.
 */
export async function leaveWavesTakenBack(tx: StudyTx, occasion: Occasion, known: Case) {
  const { study, today } = occasion
  const taken = await takenBack(tx, known.clientId)
  if (taken.size === 0 || leftIntake(study, known)) return
  const { id: registrationId, left } = known
  const rows = await tx.measurement.findMany({
    where: { registrationId, perspective: 'client' },
    select: { wave: true },
  })
  const held = new Set(rows.map(({ wave }) => wave))
  for (const wave of study.protocol.waves) {
    const stands = !held.has(wave.name) && (!wave.window || held.has(wave.window.anchor))
    if (!stands || !scopesToMeet(study.protocol, wave).some((scope) => taken.has(scope))) continue
    const step = wave.window ? wave.name : await stepOf(tx, occasion, known)
    if (step && !left[step]) await depart(tx, occasion, registrationId, step, WITHDREW, today)
    await cancelMail(tx, registrationId, 'withdrawn', wave.window ? { wave: wave.name } : {})
    await tx.measurement.updateMany({
      where: { registrationId, wave: wave.name, perspective: 'supervisor', completedOn: null, closedOn: null },
      data: { closedOn: toColumn(today) },
    })
    if (!wave.window) await unbind(tx, registrationId, today)
  }
}
