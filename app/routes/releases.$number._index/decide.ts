import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { LONGEST_TEXT, tooLong } from '../../protocol/free-text'
import { decideRelease } from '../../records/releases/verbs'
import { formOf, freeTextOf, textOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { opened } from './opened'

/** Lets a release go, or turns it down, by the button that was pressed; a refused form comes back as it was typed. */
export async function decide(call: ActionFunctionArgs) {
  const { request } = call
  const { context, occasion, found } = await opened('/releases/:number', call)
  const form = await formOf(request)
  const pressed = textOf(form, 'decision')
  if (pressed !== 'approve' && pressed !== 'reject')
    throw new Response(null, { status: 400, statusText: 'Bad Request' })
  const override = freeTextOf(form, 'override')
  const approve = pressed === 'approve'
  const decided =
    tooLong(override, 'override', LONGEST_TEXT) ??
    (await decideRelease(context.databases.study, occasion, { releaseId: found.id, approve, override }))
  if (decided.ok) return redirect(link.release(found.number), 303)
  const sentence = refusalSentence(speak(await languageOf(request, context)), decided.refusal)
  return data({ override, sentence, field: decided.refusal.field ?? null }, { status: 400 })
}
