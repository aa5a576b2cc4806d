import { type Day, parseDay } from '../../protocol/day'
import type { Refusal } from '../../protocol/refusal'
import type { Reply } from '../../records/intake/reply'
import { numberOf, textOf } from '../gate/form'

/** What was wrong with a form: which field, and why. */
export type Mistakes = Readonly<Record<string, Refusal>>
/** A form that could be read, or what was wrong with it. */
export type Read<T> = { readonly value: T } | { readonly mistakes: Mistakes }

/** Reads the reply to an inquiry as typed. Names every field that cannot be read; the rules are the verb's to judge. */
export function readReply(form: FormData, registrationId: string, today: Day): Read<Reply> {
  const mistakes: Record<string, Refusal> = {}
  const whose = textOf(form, 'is_supervisor')
  if (whose !== 'yes' && whose !== 'no') mistakes.is_supervisor = { code: 'required' }
  // what was filled in before "no" was chosen is out of sight, and about somebody else's client
  if (whose === 'no') return { value: { registrationId, repliedOn: today, isSupervisor: false, ...NOTHING_MORE } }
  const contacts = numberOf(form, 'contacts')
  if (contacts === undefined) mistakes.contacts = { code: 'no_number' }
  const next = textOf(form, 'next_contact_on')
  const nextContactOn = next === '' ? null : parseDay(next)
  if (nextContactOn === undefined) mistakes.next_contact_on = { code: 'no_day' }
  if (Object.keys(mistakes).length > 0 || contacts === undefined || nextContactOn === undefined) return { mistakes }
  const reason = textOf(form, 'reason') || null
  return { value: { registrationId, repliedOn: today, isSupervisor: whose === 'yes', contacts, nextContactOn, reason } }
}

const NOTHING_MORE = { contacts: null, nextContactOn: null, reason: null }

/** Reads the day of the next talk. */
export function readAppointment(form: FormData): Read<Day> {
  const typed = textOf(form, 'appointment_on')
  const on = parseDay(typed)
  return on ? { value: on } : { mistakes: { appointment_on: { code: typed ? 'no_day' : 'required' } } }
}
