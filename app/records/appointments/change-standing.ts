import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { readCancelReason } from '../../protocol/appointments/cancelling'
import { done, type Result, refuse } from '../../protocol/refusal'
import { waveNamed } from '../../protocol/waves'
import { lockCase } from '../case'
import { change } from '../change'
import { mayStand } from './booked'
import { clearDay, endPlanned, plannedFor, putAppointment } from './planned'

/** Which appointment: of a case, at a wave. */
type Which = { readonly registrationId: string; readonly wave: string }

/**
 * Another interviewer holds what stands, or nobody yet (null). Refused when nothing is planned, and as planning is for who may
 * not hold it, is not there, or has another one then.
 */
export function reassign(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, wave, interviewer, knowingly }: Which & { interviewer: string | null; knowingly: boolean },
): Promise<Result<null>> {
  const details = { wave, ...(knowingly && { knowingly }) }
  const what = { verb: 'reassign_interview', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    if (!(await lockCase(tx, occasion.study.id, registrationId))) return refuse('unknown_case')
    const before = await plannedFor(tx, registrationId, wave)
    if (!before) return refuse('no_appointment')
    const wanted = { ...before, interviewer }
    const stands = await mayStand(tx, occasion, wanted, { talkOn: null, knowingly })
    if (!stands.ok) return stands
    await putAppointment(tx, occasion, wanted)
    return done(null)
  })
}

/** Takes back what stands, with one of the known reasons; another day is to be planned. Refused when nothing is planned. */
export function cancelAppointment(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, wave, reason }: Which & { readonly reason: string },
): Promise<Result<null>> {
  const known = readCancelReason(reason)
  const details = { wave, ...(known && { reason: known }) }
  const what = { verb: 'cancel_appointment', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    if (!known) return refuse('required', { field: 'reason' })
    if (!(await lockCase(tx, occasion.study.id, registrationId))) return refuse('unknown_case')
    const ended = await endPlanned(tx, { registrationId, wave }, 'cancelled', occasion.today)
    if (ended === 0) return refuse('no_appointment')
    await clearDay(tx, registrationId, waveNamed(occasion.study.protocol, wave))
    return done(null)
  })
}
