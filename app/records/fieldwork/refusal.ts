import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { reasonNamed } from '../../protocol/reasons'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { stepOfWave } from '../standing'
import { afterWindow, approached, beforeWindow } from './approached'
import { loseWave } from './loss'
import { openQuestionnaire } from './questionnaire-link'

type Met = { readonly registrationId: string; readonly wave: string; readonly on: Day; readonly reason: string }

/**
 * The client was met and does not take part (protocol §2, step 5). The supervisor gets the questionnaire all the same
 * (protocol §3: whatever the client decides). Refused: no approach under way, a reason the study does not know, a day
 * outside the wave's window.
 */
export const recordRefusal = (db: StudyDb, occasion: Occasion, met: Met) =>
  end(db, occasion, 'record_refusal', met, true)

/**
 * The interview could not be held for a practical reason (protocol §2, step 5). At the first wave there was no talk to
 * rate; at a later one the supervisor is asked all the same (protocol §4.3). Refused as a refusal is.
 */
export const recordNotHeld = (db: StudyDb, occasion: Occasion, met: Met) =>
  end(db, occasion, 'record_not_held', met, false)

function end(db: StudyDb, occasion: Occasion, verb: string, met: Met, talked: boolean): Promise<Result<null>> {
  const { registrationId, wave, on, reason } = met
  const what = { verb, subject: 'registration', subjectId: registrationId, details: { wave, on, reason } }
  return change(db, occasion, what, async (tx) => {
    const known = await approached(tx, occasion, met)
    if (!known.ok) return known
    if (!reasonNamed(occasion.study.protocol, stepOfWave(known.value.wave), reason))
      return refuse('unknown_reason', { field: 'reason' })
    const outside = beforeWindow(known.value, on) ?? afterWindow(known.value, on)
    if (outside) return outside
    await loseWave(tx, occasion, known.value, met)
    if (talked) await openQuestionnaire(tx, occasion, known.value.known, known.value.wave)
    return done(null)
  })
}
