import type { StudyDb } from '../../platform/database'
import { itemsOf } from '../../protocol/instruments/battery'
import type { Refusal, Result } from '../../protocol/refusal'
import { planAppointment } from '../../records/fieldwork/appointment'
import { takeInQuestionnaire } from '../../records/fieldwork/questionnaire'
import { type Behind, batteryOf } from './behind'
import { type Mistakes, readAnswers, readAppointment } from './reply'

/** Carries out what the form behind a link asks for, other than the inquiry. Gives what stood in the way, by field ('' is the form), or null. */
export function takeIn(db: StudyDb, behind: Behind, form: FormData): Promise<Mistakes | null> {
  return behind.asked.kind === 'appointment' ? appointment(db, behind, form) : answers(db, behind, form)
}

async function answers(db: StudyDb, behind: Behind, form: FormData): Promise<Mistakes | null> {
  const { asked, occasion } = behind
  const read = readAnswers(form, itemsOf(batteryOf(behind)))
  if ('mistakes' in read) return read.mistakes
  if (Object.keys(read.value).length === 0) return { '': { code: 'nothing_answered' } }
  const filled = {
    registrationId: asked.registrationId,
    wave: asked.wave ?? '',
    on: occasion.today,
    answers: read.value,
  }
  return refusedBy(await takeInQuestionnaire(db, occasion, { ...filled, perspective: 'supervisor' }))
}

async function appointment(db: StudyDb, { asked, occasion }: Behind, form: FormData): Promise<Mistakes | null> {
  const read = readAppointment(form)
  if ('mistakes' in read) return read.mistakes
  const { registrationId, wave } = asked
  return refusedBy(await planAppointment(db, occasion, { registrationId, wave: wave ?? '', appointmentOn: read.value }))
}

/** The fields of the forms carry the names that the verbs give; a refusal of the whole stands above the form. */
const refusedBy = (result: Result<unknown>): Mistakes | null => (result.ok ? null : at(result.refusal))
const at = (refusal: Refusal): Mistakes => ({ [refusal.field === 'supervision' ? '' : (refusal.field ?? '')]: refusal })
