import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { reasonNamed } from '../../protocol/reasons'
import { done, type Result, refuse } from '../../protocol/refusal'
import { REFUSED } from '../../protocol/second-supervision'
import { change } from '../change'
import { depart } from '../departures'
import { unbind } from '../intake/approach'
import { leaveOthers } from '../leaving'
import { cancelMail } from '../ledger/plan'
import { stepOfWave } from '../standing'
import { type Approached, approached, beforeWindow } from './approached'
import { openQuestionnaire } from './questionnaire-link'

type Loss = { readonly wave: string; readonly on: Day; readonly reason: string }

/**
 * A client who took part before will not be interviewed at this wave (protocol §4.4). The supervisor is still asked:
 * the link goes out now (protocol §4.3). Refused: a reason that the wave does not know, before the window opens,
 * interviewed or lost already.
 */
export function loseBeforeWave(
  db: StudyDb,
  occasion: Occasion,
  loss: Loss & { readonly registrationId: string },
): Promise<Result<null>> {
  const { registrationId, wave, on, reason } = loss
  const what = {
    verb: 'lose_before_wave',
    subject: 'registration',
    subjectId: registrationId,
    details: { wave, on, reason },
  }
  return change(db, occasion, what, async (tx) => {
    const known = await approached(tx, occasion, loss)
    if (!known.ok) return known
    if (!known.value.wave.losses.includes(reason)) return refuse('unknown_reason', { field: 'reason' })
    const early = beforeWindow(known.value, on)
    if (early) return early
    await loseWave(tx, occasion, known.value, loss)
    return done(null)
  })
}

/**
 * The client will not be met for a wave. Before the first the case leaves and its place is free. Later it is a loss, and
 * the supervisor is asked now, whatever the reason: no interview will bring the link (protocol §4.3).
 */
export async function loseWave(tx: StudyTx, occasion: Occasion, { known, wave }: Approached, { on, reason }: Loss) {
  await depart(tx, occasion, known.id, stepOfWave(wave), reason, on)
  await cancelMail(tx, known.id, 'client_not_met', { wave: wave.name, kinds: ['window_opens', 'appointment_reminder'] })
  if (wave.window) await openQuestionnaire(tx, occasion, known, wave)
  else await unbind(tx, known.id, on)
  const refused = reasonNamed(occasion.study.protocol, 'approach', reason)?.group === REFUSED
  if (!wave.window && refused) await leaveOthers(tx, occasion, known, 'refused_before')
}
