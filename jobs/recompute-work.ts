import { log } from '../app/platform/log'
import type { Occasion } from '../app/platform/occasion'
import { clockOf } from '../app/records/clock'
import { endAlarm, raiseAlarm } from '../app/records/running/alarms'
import { recomputeWork } from '../app/records/work/recompute'
import type { Desk } from './desk'

/** So many differences are written to the log, of however many there are. */
const TOLD = 20

/**
 * Derives what is to be done about every case anew, and mends what differs: each difference is a mistake of the program, so it
 * is logged and raises an alarm, which the next night without one ends. A study whose days are played has no alarms.
 */
export async function lookAtWork({ study }: Desk, occasion: Occasion): Promise<Record<string, number>> {
  const differences = await recomputeWork(study, occasion)
  const amount = differences.length
  if (amount === 0) await endAlarm(study, occasion, 'work_differs')
  else {
    log.error(
      { study: occasion.study.code, amount, differences: differences.slice(0, TOLD) },
      'work was not as its facts',
    )
    const played = await clockOf(study, occasion.study.id)
    if (!played) await raiseAlarm(study, occasion, { kind: 'work_differs', amount })
  }
  return { workMended: amount }
}
