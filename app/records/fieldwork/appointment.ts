import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { putDay } from '../appointments/planned'
import { change } from '../change'
import { cancelMail } from '../ledger/plan'
import { lacksConsent } from '../permissions'
import { approached } from './approached'

/** The day of an interview at a wave with a window. */
type Planned = { readonly registrationId: string; readonly wave: string; readonly appointmentOn: Day }

/**
 * Plans the day of the interview at a wave with a window (protocol §4.3); the supervisor is not asked for it any more.
 * Refused outside the window, for a day that is over unless it is told of the past, for a client who did not say yes to being asked again (protocol §6), or who will not be
 * interviewed at this wave.
 */
export function planAppointment(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, wave, appointmentOn }: Planned,
): Promise<Result<null>> {
  const what = {
    verb: 'plan_appointment',
    subject: 'registration',
    subjectId: registrationId,
    details: { wave, appointmentOn },
  }
  return change(db, occasion, what, async (tx) => {
    const planned = await planWithin(tx, occasion, { registrationId, wave, appointmentOn })
    if (planned.ok) await putDay(tx, occasion, { registrationId, wave, on: appointmentOn })
    return planned
  })
}

/** The inside of every verb that plans an interview within a window: the day by which the work lists go. Refused as above. */
export async function planWithin(
  tx: StudyTx,
  occasion: Occasion,
  { registrationId, wave, appointmentOn }: Planned,
): Promise<Result<null>> {
  const known = await approached(tx, occasion, { registrationId, wave, on: occasion.today })
  if (!known.ok) return known
  const { window, wave: at } = known.value
  if (!window) return refuse('not_anchored', { field: 'supervision' })
  if (appointmentOn < window.opens || appointmentOn > window.closes)
    return refuse('outside_window', { field: 'appointment_on', ...window })
  if (!occasion.past && appointmentOn < occasion.today) return refuse('day_over', { field: 'appointment_on' })
  const lacking = await lacksConsent(tx, occasion.study.protocol, known.value.known.clientId, 'next_wave', at)
  if (lacking) return lacking
  const where = { registrationId_wave: { registrationId, wave } }
  await tx.waveWindow.update({ where, data: { appointmentOn: toColumn(appointmentOn) } })
  await cancelMail(tx, registrationId, 'appointment_planned', { wave, kinds: ['window_opens', 'appointment_reminder'] })
  return done(null)
}
