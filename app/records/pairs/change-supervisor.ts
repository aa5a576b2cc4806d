import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { randomBytes } from '../../platform/random'
import { placesFree } from '../../protocol/caseload'
import { makePseudonym } from '../../protocol/pseudonym'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { type Against, askedBefore } from '../intake/asked-before'
import { supervisorHere } from '../intake/supervisor-here'
import { cancelMail } from '../ledger/plan'
import { placesTaken } from '../places'
import { refusedNow } from '../standing'

/** Which case gets another supervisor, and who that is: an id of the study, or of identity for one who is new to it. */
export type NextSupervisor = { readonly registrationId: string; readonly to: string }

/**
 * Another supervisor took over a client of a pair (protocol §2.2, decided): a new pair under a number of its own, linked to
 * the one before, which keeps its number and what was measured in it. What the earlier supervisor was asked about a talk
 * they held stays theirs to answer; from now on the new one is asked. Before the first interview the new one needs a free
 * place; later nobody leaves for that. Refused for a case without a pair and
 * for the supervisor whom it has; one who had it before may have it again. Gives the pseudonym of the new pair.
 */
export function changeSupervisor(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, to }: NextSupervisor,
): Promise<Result<{ pseudonym: string }>> {
  const what = { verb: 'change_supervisor', subject: 'registration', subjectId: registrationId, details: { to } }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    const refusal = await refusalOf(tx, occasion, known, to)
    if (refusal) return refusal
    await supervisorHere(tx, occasion, to)
    const pseudonym = makePseudonym(randomBytes)
    await moveOn(tx, occasion, known, { id: newId(), pseudonym, supervisorId: to })
    await tx.registration.updateMany({ where: { id: registrationId }, data: { supervisorId: to } })
    // who asks for the next talk is the new one; a questionnaire about a talk that was held stays the earlier one's
    await cancelMail(tx, registrationId, 'other_supervisor', { kinds: ['window_opens', 'appointment_reminder'] })
    return done({ pseudonym })
  })
}

/** Whether a case may get this supervisor, or one who is not known yet (null): asked before a name is written. */
export const mayChangeSupervisor = (
  db: StudyDb,
  occasion: Occasion,
  given: { readonly registrationId: string; readonly to: string | null },
): Promise<Result<null>> => askedBefore(db, occasion, given, refusalOf)

const refusalOf: Against = async (tx, occasion, known, to) => {
  if (known.withdrawn) return refuse('withdrawn')
  const refusal = refusedNow('change_supervisor', known)
  if (refusal) return refusal
  if (!known.dyadId) return refuse('not_approached')
  if (to === known.supervisorId) return refuse('supervisor_already', { field: 'colleague' })
  if (known.place === 'interviewed' || to === null) return null
  const full = placesFree(occasion.study.protocol, await placesTaken(tx, to, { lock: true })) <= 0
  return full ? refuse('supervisor_full', { field: 'colleague' }) : null
}

/** The pair of until now becomes one of before, the row of the pair goes on as the new one. */
async function moveOn(
  tx: StudyTx,
  { today }: Occasion,
  { id }: Case,
  next: { readonly id: string; readonly pseudonym: string; readonly supervisorId: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO study.dyad_before (id, study_id, pseudonym, registration_id, seq, client_id, supervisor_id, bound_on,
                                   unbound_on, next_id)
    SELECT d.id, d.study_id, d.pseudonym, d.registration_id,
           1 + (SELECT count(*) FROM study.dyad_before b WHERE b.registration_id = d.registration_id),
           d.client_id, d.supervisor_id, d.bound_on, greatest(d.bound_on, ${today}::date), ${next.id}::uuid
      FROM study.dyad d WHERE d.registration_id = ${id}::uuid`
  await tx.$executeRaw`
    UPDATE study.dyad SET id = ${next.id}::uuid, pseudonym = ${next.pseudonym}, supervisor_id = ${next.supervisorId}::uuid,
           bound_on = greatest(bound_on, ${today}::date)
     WHERE registration_id = ${id}::uuid`
}
