import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { fromColumn } from '../../protocol/day'
import { reasonNamed } from '../../protocol/reasons'
import { type Result, refuse } from '../../protocol/refusal'
import { stepOfWave } from '../standing'
import { loseBeforeWave } from './loss'
import { recordNotHeld } from './refusal'

/** The loss of a wave whose criteria the client no longer meets (protocol §4.4), and the reason of the first for want of a better one. */
const NO_LONGER_MET = 'criteria_no_longer_met'
const PRACTICAL = 'practical'

/**
 * Ends a wave for a client of whom the interviewer just found that a criterion is not met and stays so: at the first with the
 * reason of that criterion (protocol §2.1), at a later one as a loss (§4.4). Refused when it was not found today, and
 * as `recordNotHeld` and `loseBeforeWave` are.
 */
export async function turnAway(
  db: StudyDb,
  occasion: Occasion,
  found: { readonly registrationId: string; readonly wave: string; readonly criterion: string },
): Promise<Result<null>> {
  const { registrationId, wave, criterion } = found
  const { today: on } = occasion
  const { protocol } = occasion.study
  const at = protocol.waves.find(({ name }) => name === wave)
  if (!at) return refuse('unknown_wave', { field: 'wave' })
  const last = await db.waveCheck.findFirst({ where: { registrationId, wave, criterion }, orderBy: { seq: 'desc' } })
  if (last?.verdict !== 'not_met' || fromColumn(last.checkedOn) !== on) return refuse('required', { field: criterion })
  if (at.losses.includes(NO_LONGER_MET))
    return loseBeforeWave(db, occasion, { registrationId, wave, on, reason: NO_LONGER_MET })
  const named = protocol.criteria.find(({ name }) => name === criterion)?.reasonFromFacts ?? PRACTICAL
  const reason = reasonNamed(protocol, stepOfWave(at), named) ? named : PRACTICAL
  return recordNotHeld(db, occasion, { registrationId, wave, on, reason })
}
