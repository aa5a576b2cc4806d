import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { type PlannedMail, planMail } from '../ledger/plan'

/** Plans one message of a ladder. Refused when that round was planned before; whether it is still wanted is asked again when it leaves. */
export function remind(db: StudyDb, occasion: Occasion, line: PlannedMail): Promise<Result<null>> {
  const { registrationId, wave, kind, round } = line
  const what = { verb: 'remind', subject: 'registration', subjectId: registrationId, details: { wave, kind, round } }
  return change(db, occasion, what, async (tx) =>
    (await planMail(tx, occasion, line)) ? done(null) : refuse('already_planned'),
  )
}
