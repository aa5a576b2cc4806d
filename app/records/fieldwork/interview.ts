import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { pinOf } from '../../protocol/instruments/battery'
import { type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { batteryOn } from '../instruments/battery'
import { hold, type Interview } from './hold'

/** Writes down that a client's interview was held, as a file or the past tells it (see `hold` for what follows and is refused). */
export function holdInterview(
  db: StudyDb,
  occasion: Occasion,
  interview: Interview,
): Promise<Result<{ measurementId: string }>> {
  const { registrationId, wave, on } = interview
  const what = { verb: 'hold_interview', subject: 'registration', subjectId: registrationId, details: { wave, on } }
  return change(db, occasion, what, async (tx) => {
    const known = occasion.study.protocol.waves.some(({ name }) => name === wave)
    if (!known) return refuse('unknown_wave', { field: 'wave' })
    const battery = await batteryOn(tx, occasion.study, wave, 'client', on)
    return hold(tx, occasion, interview, { battery: battery.map(pinOf) })
  })
}
