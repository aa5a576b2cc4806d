import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { parseDay } from '../../protocol/day'
import { type Refusal, type Result, refuse } from '../../protocol/refusal'
import { enterEvent, takeBackEvent } from '../../records/follow-up/by-hand'
import { formOf, freeTextOf, textOf } from '../gate/form'
import type { Filled } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { languageOf } from '../gate/visitor'
import { asked } from './asked'
import { eventChosen } from './told'

/** Writes an event down, or takes one back; a refused form comes back as it was typed, with the event that it was about. */
export async function act(call: ActionFunctionArgs) {
  const { occasion, found, pseudonym } = await asked(call)
  const { request, context } = call
  const db = context.databases.study
  const form = await formOf(request)
  const eventId = textOf(form, 'taken_back')
  const { registrationId } = found
  const outcome = eventId
    ? await takeBackEvent(db, occasion, { registrationId, eventId, why: freeTextOf(form, 'why') })
    : await entered()
  if (outcome.ok) return redirect(link.followUp(pseudonym, 'done'), 303)
  const say = speak(await languageOf(request, context))
  const { refusal } = outcome
  const sentence = refusalSentence(say, refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [fieldOf(refusal)]: sentence } }
  return data({ filled, sentence, about: eventId || null }, { status: 400 })

  async function entered(): Promise<Result<unknown>> {
    const on = parseDay(textOf(form, 'on'))
    if (!on) return refuse(textOf(form, 'on') ? 'no_day' : 'required', { field: 'on' })
    if (textOf(form, 'event') === '') return refuse('required', { field: 'event' })
    return enterEvent(db, occasion, {
      registrationId,
      ...eventChosen(textOf(form, 'event')),
      on,
      reason: textOf(form, 'reason') || null,
      dossierNote: freeTextOf(form, 'note'),
    })
  }
}

/** The kind stands in the same field as the event. */
const fieldOf = ({ field }: Refusal): string => (field === 'kind' ? 'event' : (field ?? ''))
