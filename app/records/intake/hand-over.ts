import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { placesFree } from '../../protocol/caseload'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { DECLINES, DECLINES_ALTOGETHER } from '../declining'
import { comeBack, depart } from '../departures'
import { INTAKE } from '../ledger/kinds'
import { cancelMail } from '../ledger/plan'
import { placesTaken } from '../places'
import { refusedNow } from '../standing'
import { answeredBy, askedElsewhere } from './answered-by'
import { ask } from './ask'
import { type Against, askedBefore } from './asked-before'
import { notOpen } from './place-open'
import { supervisorHere } from './supervisor-here'

/** How often an inquiry goes from one supervisor to the next before somebody looks at it. */
const MOST_HAND_OVERS = 3

/** Why a colleague is not asked for now: the case waits until a place is free. */
export const FULL = 'supervisor_full'

/** From whom it goes to whom; the one who takes over may be new to the study. */
export type HandOver = { readonly registrationId: string; readonly to: string }
/**
 * What came of it: the colleague is asked; waits to be, while they are away up to a day, or (null) their place is not open;
 * or is not to be asked, so that the case left.
 */
export type HandedOver =
  | { readonly stands: 'asked' }
  | { readonly stands: 'waits'; readonly until: string | null }
  | { readonly stands: 'left'; readonly reason: string }

/**
 * "No, it is a colleague": the case is the colleague's from now on, who is asked at once, with a ladder of their own
 * (protocol §2, step 2). One who is full or declined is not asked: the case leaves. Refused for an unknown case, one
 * that is answered for, by who is not asked any more, to the same supervisor, to one who had it before, and more than
 * three times.
 */
export function handOver(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, to }: HandOver,
): Promise<Result<HandedOver>> {
  const what = { verb: 'hand_over', subject: 'registration', subjectId: registrationId, details: { to } }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    const refusal = await refusalOf(tx, occasion, known, to)
    if (refusal) return refusal
    return done(await giveTo(tx, occasion, known, to))
  })
}

/** The case is another supervisor's: what was asked and is unanswered is closed as not theirs, and the other is asked. */
export async function giveTo(tx: StudyTx, occasion: Occasion, known: Case, to: string): Promise<HandedOver> {
  const { id: registrationId } = known
  await supervisorHere(tx, occasion, to)
  await tx.registration.updateMany({ where: { id: registrationId }, data: { supervisorId: to } })
  await cancelMail(tx, registrationId, 'handed_over', { wave: INTAKE })
  if (known.left.inquiry) await comeBack(tx, registrationId, 'inquiry', occasion.today)
  const answer = { repliedOn: toColumn(occasion.today), answeredBy: answeredBy(occasion, known), isSupervisor: false }
  await tx.inquiry.updateMany({ where: { registrationId, repliedOn: null }, data: answer })
  return goOnWith(tx, occasion, registrationId, to)
}

/** Whether this may be handed over to a supervisor, or to one who is not known yet (null): asked before a name is written. */
export const mayHandOver = (
  db: StudyDb,
  occasion: Occasion,
  given: { readonly registrationId: string; readonly to: string | null },
): Promise<Result<null>> => askedBefore(db, occasion, given, refusalOf)

const refusalOf: Against = async (tx, occasion, known, to) => {
  const field = 'colleague'
  const refusal = refusedNow('hand_over', known) ?? askedElsewhere(occasion, known)
  if (refusal) return refusal
  if (to === known.supervisorId || to === known.inquiry?.supervisorId) return refuse('hands_over_to_self', { field })
  const before = await tx.inquiryBefore.findMany({ where: { registrationId: known.id, why: 'handed_over' } })
  if (before.some(({ supervisorId }) => supervisorId === to)) return refuse('had_it_before', { field })
  if (before.length >= MOST_HAND_OVERS) return refuse('handed_over_too_often', { field, most: MOST_HAND_OVERS })
  return null
}

async function goOnWith(tx: StudyTx, occasion: Occasion, registrationId: string, to: string): Promise<HandedOver> {
  const { study, today } = occasion
  const colleague = await tx.supervisor.findUniqueOrThrow({ where: { id: to } })
  const declined = await tx.declining.count({ where: { registrationId, supervisorId: to } })
  const full = placesFree(study.protocol, await placesTaken(tx, to, { lock: false })) <= 0
  const reason = colleague.declinedOn ? DECLINES_ALTOGETHER : declined ? DECLINES : full ? FULL : null
  if (reason) {
    await depart(tx, occasion, registrationId, 'inquiry', reason, today)
    return { stands: 'left', reason }
  }
  if (await notOpen(tx, occasion, registrationId)) return { stands: 'waits', until: null }
  const toAsk = { registrationId, supervisorId: to, kind: 'inquiry_handed_over' } as const
  const asked = await ask(tx, occasion, toAsk, 'handed_over')
  return 'until' in asked ? { stands: 'waits', until: asked.until } : { stands: 'asked' }
}

/** Every case that went to another supervisor than it was asked of first, with who that is now. */
export async function handedOver(db: StudyDb, studyId: string): Promise<HandOver[]> {
  return db.$queryRaw<HandOver[]>`
    SELECT r.id AS "registrationId", r.supervisor_id AS to
      FROM study.registration r JOIN study.inquiry i ON i.registration_id = r.id
     WHERE r.study_id = ${studyId}::uuid AND r.supervisor_id IS NOT NULL
       AND (i.supervisor_id <> r.supervisor_id OR EXISTS (
             SELECT FROM study.inquiry_before b WHERE b.registration_id = r.id AND b.why = 'handed_over')
             OR EXISTS (SELECT FROM study.dyad_before p WHERE p.registration_id = r.id))`
}
