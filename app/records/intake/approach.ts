import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { randomBytes } from '../../platform/random'
import { placesFree } from '../../protocol/caseload'
import { type Day, toColumn } from '../../protocol/day'
import { makePseudonym } from '../../protocol/pseudonym'
import { reasonNamed } from '../../protocol/reasons'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { depart } from '../departures'
import { placesTaken } from '../places'
import { refusedNow } from '../standing'
import { casesAtRegister } from './register-facts'
import type { Screened } from './screened'

/** Why an approach cannot begin although the criteria were met (protocol §2.1). */
export const FULL = 'supervisor_full'
/** All of that: whether it still hinders is looked at anew each time. */
const HINDERED = [FULL, 'took_part_before', 'refused_before', 'approached_elsewhere', 'location_not_open']

/**
 * Approaches a client whose case was judged approachable (protocol §2, step 5): binds client and supervisor as a dyad,
 * which reserves a place. Refused when the case has left, was not judged approachable, or is under way.
 */
export function approach(db: StudyDb, occasion: Occasion, registrationId: string): Promise<Result<Screened>> {
  const what = { verb: 'approach', subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    const refusal = refusedNow('approach', known)
    if (refusal) return refusal
    if (known.dyadId) return refuse('already_approached')
    return done(await approachCase(tx, occasion, known, occasion.today))
  })
}

/**
 * Binds the dyad when nothing hinders it, else the case leaves: the client is approached or was met from another
 * supervision, the place is not open any more, the supervisor is full. So does a client whose approach came to its end
 * before an earlier answer was corrected: who refused or did not appear is not approached again.
 */
export async function approachCase(tx: StudyTx, occasion: Occasion, known: Case, on: Day): Promise<Screened> {
  const before = await tx.departure.findFirst({
    where: { registrationId: known.id, step: 'approach', reason: { notIn: HINDERED } },
    orderBy: { id: 'desc' },
  })
  if (before) return leaveAt(tx, occasion, known, { reason: before.reason, on })
  // the register's last word, also where another one answered
  const supervisorId = (known.supervisorId ?? known.inquiry?.supervisorId) as string
  // of the past the files come one after another: what hindered it then is seen once all are there
  const reason = occasion.past ? null : await hindrance(tx, occasion, known, supervisorId)
  if (reason) return leaveAt(tx, occasion, known, { reason, on })
  const dyadId = await bind(tx, occasion, known, { supervisorId, on })
  return { stands: 'approached', dyadId }
}

/**
 * What hinders an approach now; null when nothing does. The client's row is held, so that of two supervisions answered for
 * at once only one is approached: rows of cases come before it, the supervisor's after.
 */
async function hindrance(
  tx: StudyTx,
  occasion: Occasion,
  { id, clientId }: Case,
  supervisorId: string,
): Promise<string | null> {
  const { protocol } = occasion.study
  await tx.$executeRaw`SELECT FROM study.client WHERE id = ${clientId}::uuid FOR NO KEY UPDATE`
  const [at] = await casesAtRegister(tx, occasion, [id])
  const reasons = [
    at?.facts.before,
    at?.approachedElsewhere && 'approached_elsewhere',
    at?.facts.open === 'location_not_open' && at.facts.open,
    placesFree(protocol, await placesTaken(tx, supervisorId, { lock: true })) <= 0 && FULL,
  ]
  return reasons.find((code) => code && reasonNamed(protocol, 'approach', code)) || null
}

async function leaveAt(
  tx: StudyTx,
  occasion: Occasion,
  { id }: Case,
  { reason, on }: { readonly reason: string; readonly on: Day },
): Promise<Screened> {
  await depart(tx, occasion, id, 'approach', reason, on)
  return { stands: 'left', step: 'approach', reason }
}

/**
 * The pair, from this day on. A case has one: a pair that was undone and comes back is the same one, under its pseudonym; with
 * another supervisor it is another pair, under one of its own.
 */
async function bind(
  tx: StudyTx,
  { study }: Occasion,
  known: Case,
  { supervisorId, on }: { readonly supervisorId: string; readonly on: Day },
): Promise<string> {
  const [bound] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO study.dyad AS d (id, study_id, pseudonym, registration_id, client_id, supervisor_id, bound_on)
    VALUES (${newId()}::uuid, ${study.id}::uuid, ${makePseudonym(randomBytes)}, ${known.id}::uuid, ${known.clientId}::uuid,
            ${supervisorId}::uuid, ${on}::date)
    ON CONFLICT (registration_id) DO UPDATE
      SET bound_on = EXCLUDED.bound_on, unbound_on = NULL, planned_on = NULL, supervisor_id = EXCLUDED.supervisor_id,
          pseudonym = CASE WHEN d.supervisor_id = EXCLUDED.supervisor_id THEN d.pseudonym ELSE EXCLUDED.pseudonym END
    RETURNING id`
  return (bound as { id: string }).id
}

/** The pair will not take part: its place is free again from this day on. */
export async function unbind(tx: StudyTx, registrationId: string, on: Day) {
  await tx.dyad.updateMany({ where: { registrationId, unboundOn: null }, data: { unboundOn: toColumn(on) } })
}
