import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { INTERVIEW_MINUTES, type Slot } from '../../protocol/appointments/clashes'
import { type Day, fromColumn, toColumn } from '../../protocol/day'

/** An interview in the calendar: of which case and wave, when, where, and with whom. */
export type Appointment = Slot & {
  readonly registrationId: string
  readonly wave: string
  readonly location: string
  readonly roomId: string | null
  readonly interviewer: string | null
}

/** How an appointment came to its end. */
type End = 'held' | 'no_show' | 'cancelled' | 'moved'

/** Which appointments that stand end: of a case, of one of its waves, of that day or before. */
type Which = { readonly registrationId: string; readonly wave?: string; readonly upTo?: Day }

/** Ends what is planned; gives how many that were. The row stays: the calendar of a past day shows it. */
export async function endPlanned(
  tx: StudyTx,
  { registrationId, wave, upTo }: Which,
  state: End,
  on: Day,
): Promise<number> {
  const which = { registrationId, ...(wave && { wave }), ...(upTo && { onDay: { lte: toColumn(upTo) } }) }
  const { count } = await tx.appointment.updateMany({
    where: { ...which, state: 'planned' },
    data: { state, endedOn: toColumn(on) },
  })
  return count
}

/** The appointment that stands for a case at a wave; null when there is none. */
export async function plannedFor(tx: StudyTx, registrationId: string, wave: string): Promise<Appointment | null> {
  const row = await tx.appointment.findFirst({ where: { registrationId, wave, state: 'planned' } })
  if (!row) return null
  const { onDay, atMinute, minutes, location, roomId, interviewer } = row
  return { registrationId, wave, on: fromColumn(onDay), at: atMinute, minutes, location, roomId, interviewer }
}

/** When the next interview of a case is planned; null when none is. */
export async function plannedNext(db: StudyTx, registrationId: string): Promise<Pick<Slot, 'on' | 'at'> | null> {
  const row = await db.appointment.findFirst({
    where: { registrationId, state: 'planned' },
    orderBy: { onDay: 'asc' },
    select: { onDay: true, atMinute: true },
  })
  return row && { on: fromColumn(row.onDay), at: row.atMinute }
}

/** Puts an appointment into the calendar in place of the one that stood, which was moved. The same one again changes nothing. */
export async function putAppointment(tx: StudyTx, { study, today }: Occasion, one: Appointment): Promise<void> {
  const { registrationId, wave, on, at, minutes, location, roomId, interviewer } = one
  const before = await plannedFor(tx, registrationId, wave)
  if (before && KEYS.every((key) => before[key] === one[key])) return
  await endPlanned(tx, { registrationId, wave }, 'moved', today)
  const { _max } = await tx.appointment.aggregate({ where: { registrationId, wave }, _max: { seq: true } })
  await tx.appointment.createMany({
    data: {
      id: newId(),
      studyId: study.id,
      registrationId,
      wave,
      seq: (_max.seq ?? 0) + 1,
      onDay: toColumn(on),
      atMinute: at,
      minutes,
      location,
      roomId,
      interviewer,
      plannedOn: toColumn(today),
    },
  })
}
const KEYS = ['on', 'at', 'minutes', 'location', 'roomId', 'interviewer'] as const

/**
 * A day that somebody named without more: the supervisor by a link, or the coordinator at the case. Time, room and interviewer of
 * another day fall away with it; on the day that stood they stay.
 */
export async function putDay(
  tx: StudyTx,
  occasion: Occasion,
  { registrationId, wave, on }: { readonly registrationId: string; readonly wave: string; readonly on: Day },
): Promise<void> {
  const before = await plannedFor(tx, registrationId, wave)
  if (before?.on === on) return
  const row = await tx.registration.findUniqueOrThrow({ where: { id: registrationId }, select: { location: true } })
  const bare = { at: null, minutes: INTERVIEW_MINUTES, roomId: null, interviewer: null }
  await putAppointment(tx, occasion, { registrationId, wave, on, location: row.location, ...bare })
}

/** The day by which the work lists go: nothing is planned for this wave any more. */
export async function clearDay(tx: StudyTx, registrationId: string, wave: { name: string; window?: unknown }) {
  if (wave.window)
    await tx.waveWindow.updateMany({ where: { registrationId, wave: wave.name }, data: { appointmentOn: null } })
  else await tx.dyad.updateMany({ where: { registrationId, unboundOn: null }, data: { plannedOn: null } })
}
