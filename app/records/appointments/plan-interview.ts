import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { INTERVIEW_MINUTES } from '../../protocol/appointments/clashes'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { planWithin } from '../fieldwork/appointment'
import { planFirst } from '../intake/plan'
import { knownLocation } from '../sites/known-location'
import { mayStand } from './booked'
import { type Appointment, putAppointment } from './planned'

/** An interview as somebody plans it; `at` in minutes since midnight, null for right after the talk (protocol §3). */
export type Plan = Omit<Appointment, 'minutes'> & {
  /** Whoever plans knows that the interviewer is not there then, or that the talk is another day. */
  readonly knowingly: boolean
}

/**
 * Plans an interview, or moves the one that stood: the day as the work lists read it, and time, room and interviewer beside it
 * (protocol §3, §4.3). Refused as the day is (over, outside the window, too many contacts, no consent), for a place or room that
 * is not there, for who may not hold one then, and for whatever `clashesOf` finds; the first with the field that it is about.
 */
export function planInterview(db: StudyDb, occasion: Occasion, { knowingly, ...plan }: Plan): Promise<Result<null>> {
  const { registrationId, wave, on } = plan
  const details = { wave, on, ...(knowingly && { knowingly }) }
  const what = { verb: 'book_interview', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    const at = occasion.study.protocol.waves.find(({ name }) => name === wave)
    if (!at) return refuse('unknown_wave', { field: 'wave' })
    if (on < occasion.today) return refuse('day_over', { field: 'on' })
    const dayPlanned = at.window
      ? await planWithin(tx, occasion, { registrationId, wave, appointmentOn: on })
      : await planFirst(tx, occasion, { registrationId, plannedOn: on })
    if (!dayPlanned.ok) return { ok: false, refusal: { ...dayPlanned.refusal, field: 'on' } }
    if (!(await knownLocation(tx, occasion, plan.location))) return refuse('unknown_location', { field: 'location' })
    const talkOn = at.window ? null : await nextTalk(tx, occasion, registrationId)
    const wanted = { ...plan, minutes: INTERVIEW_MINUTES }
    const stands = await mayStand(tx, occasion, wanted, { talkOn, knowingly })
    if (!stands.ok) return stands
    await putAppointment(tx, occasion, wanted)
    return done(null)
  })
}

/** The day of the talk that the supervisor reported last, when it is still to come. */
export async function nextTalk(tx: StudyTx, { today }: Occasion, registrationId: string): Promise<Day | null> {
  const row = await tx.contactReport.findFirst({
    where: { registrationId, reportedOn: { lte: toColumn(today) } },
    orderBy: [{ reportedOn: 'desc' }, { id: 'desc' }],
    select: { nextContactOn: true },
  })
  const on = row?.nextContactOn && fromColumn(row.nextContactOn)
  return on && on >= today ? on : null
}
