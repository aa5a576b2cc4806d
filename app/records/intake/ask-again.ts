import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { placesFree } from '../../protocol/caseload'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Move } from '../../protocol/transitions'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { comeBack } from '../departures'
import { INTAKE } from '../ledger/kinds'
import { cancelMail } from '../ledger/plan'
import { placesTaken } from '../places'
import { refusedNow } from '../standing'
import { ask, type Before } from './ask'
import { FULL } from './hand-over'
import { notOpen } from './place-open'

/**
 * Asks once more, with a new link and a ladder from today, also when the case was closed without a reply (protocol §2.2).
 * Refused where there is nothing out to be answered, nobody to ask, or the place is not open.
 */
export const askAgain = (db: StudyDb, occasion: Occasion, registrationId: string): Promise<Result<null>> =>
  askAnew(db, occasion, registrationId, { move: 'ask_again', before: 'asked_again' })

/** Asks the colleague who took over while they were away or had no place. Refused unless the case waits for that. */
export const askColleague = (db: StudyDb, occasion: Occasion, registrationId: string): Promise<Result<null>> =>
  askAnew(db, occasion, registrationId, { move: 'ask_colleague', before: 'handed_over' })

function askAnew(
  db: StudyDb,
  occasion: Occasion,
  registrationId: string,
  { move, before }: { readonly move: Move; readonly before: Before },
): Promise<Result<null>> {
  const what = { verb: move, subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    if (known.declined) return refuse('supervisor_declined')
    const refusal = refusedNow(move, known)
    if (refusal) return refusal
    const { supervisorId } = known
    if (!supervisorId) return refuse('supervisor_unknown')
    const closed = await notOpen(tx, occasion, registrationId)
    if (closed) return closed
    if (before === 'handed_over') {
      if (!waitsForColleague(known)) return refuse('already_inquired')
      const taken = await placesTaken(tx, supervisorId, { lock: false })
      if (placesFree(occasion.study.protocol, taken) <= 0) return refuse('supervisor_full')
    }
    if (known.left.inquiry) await comeBack(tx, registrationId, 'inquiry', occasion.today)
    await cancelMail(tx, registrationId, before, { wave: INTAKE })
    const handed = before === 'handed_over'
    const kind = handed ? 'inquiry_handed_over' : 'inquiry'
    const asked = await ask(tx, occasion, { registrationId, supervisorId, kind }, before)
    return 'until' in asked ? refuse('supervisor_away', { until: asked.until }) : done(null)
  })
}

/** Who was asked said "not mine", and the supervisor is somebody else: the question has still to go to them. */
const waitsForColleague = ({ supervisorId, inquiry, left }: Case) =>
  inquiry?.isSupervisor === false &&
  inquiry.supervisorId !== supervisorId &&
  (left.inquiry === undefined || left.inquiry === FULL)
