import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { askedIn } from '../../protocol/instruments/battery'
import type { Mistake } from '../../protocol/instruments/check'
import { type Result, refuse } from '../../protocol/refusal'
import { countsAsAnswer } from '../../protocol/reminders'
import type { Instrument } from '../../protocol/study'
import { stoppedBy } from '../fieldwork/stopped'
import { stepOfWave } from '../standing'
import type { Measured } from './measured'

/**
 * Why nothing may be taken in for this on a day: the client stopped or did not say yes (§6), it was not open yet, or the last
 * day of the supervisor's ladder is over (§3; until then it may be closed). Null when it may.
 */
export function refusedOn({ study, today }: Occasion, measured: Measured, on: Day): Result<never> | null {
  const { perspective, wave, openedOn, granted } = measured
  if (on > today) return refuse('in_future', { field: 'on' })
  const left = measured.left[stepOfWave(wave)]
  const stopped = stoppedBy(study.protocol, wave, { withdrawn: measured.withdrawn, left, granted })
  // what the client lacks of consent is no matter of the supervisor's own questionnaire (§3)
  if (stopped && (perspective === 'client' || stopped.code === 'withdrawn')) {
    const { code, ...lacking } = stopped
    return refuse(code, { field: 'supervision', ...lacking })
  }
  if (on < openedOn) return refuse('before_opening', { field: 'on', openedOn })
  if (perspective === 'supervisor' && !countsAsAnswer(wave.questionnaire, openedOn, on))
    return refuse('too_late', { field: 'on', openedOn })
  return null
}

/** The first mistake as a refusal on its item. */
export function mistaken(battery: readonly Instrument[], mistakes: Readonly<Record<string, Mistake>>): Result<never> {
  const [[field, code] = ['', 'unknown_item']] = Object.entries(mistakes)
  const item = askedIn(battery, field)?.item
  return refuse(code, { field, ...(code === 'out_of_range' && item && { min: item.min, max: item.max }) })
}
