import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { randomBytes } from '../../platform/random'
import { placesFree } from '../../protocol/caseload'
import { type Day, toColumn } from '../../protocol/day'
import { makePseudonym } from '../../protocol/pseudonym'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { depart } from '../departures'
import { placesTaken } from '../places'
import { refusedNow } from '../standing'
import type { Screened } from './screened'

/** Why an approach cannot begin although the criteria were met (protocol §2.1). */
const FULL = 'supervisor_full'

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

/** Binds the dyad when a place is free, else the case leaves: the supervisor is full. */
export async function approachCase(tx: StudyTx, occasion: Occasion, known: Case, on: Day): Promise<Screened> {
  const supervisorId = known.inquiry?.supervisorId as string
  const taken = await placesTaken(tx, supervisorId, { lock: true })
  if (placesFree(occasion.study.protocol, taken) <= 0) {
    await depart(tx, occasion, known.id, 'approach', FULL, on)
    return { stands: 'left', step: 'approach', reason: FULL }
  }
  const dyadId = newId()
  await tx.dyad.createMany({
    data: {
      id: dyadId,
      studyId: occasion.study.id,
      pseudonym: makePseudonym(randomBytes),
      registrationId: known.id,
      clientId: known.clientId,
      supervisorId,
      boundOn: toColumn(on),
    },
  })
  return { stands: 'approached', dyadId }
}

/** The pair will not take part: its place is free again from this day on. */
export async function unbind(tx: StudyTx, registrationId: string, on: Day) {
  await tx.dyad.updateMany({ where: { registrationId, unboundOn: null }, data: { unboundOn: toColumn(on) } })
}
