import type { StudyDb } from '../../platform/database'
import { planAppointment } from '../../records/fieldwork/appointment'
import type { Behind } from './behind'
import { type Mistakes, readAppointment } from './reply'

/** Plans the talk whose day a form names. Gives what stood in the way, by field ('' is the form), or null. */
export async function takeAppointment(
  db: StudyDb,
  { asked, occasion }: Behind,
  form: FormData,
): Promise<Mistakes | null> {
  const read = readAppointment(form)
  if ('mistakes' in read) return read.mistakes
  const { registrationId, wave } = asked
  const planned = await planAppointment(db, occasion, { registrationId, wave: wave ?? '', appointmentOn: read.value })
  if (planned.ok) return null
  const { refusal } = planned
  return { [refusal.field === 'supervision' ? '' : (refusal.field ?? '')]: refusal }
}
