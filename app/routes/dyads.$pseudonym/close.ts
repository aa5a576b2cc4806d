import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { closeAsItIs } from '../../records/fieldwork/close-broken-off'
import { interviewCase } from '../../records/fieldwork/interview-of'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { languageOf } from '../gate/visitor'

/** Closes the interview of a pair that was broken off with what there is (protocol §3), when its interviewer is gone. */
export async function closeBroken({ request, context, params }: ActionFunctionArgs) {
  const { occasion } = await enter('/dyads/:pseudonym', { request, context })
  const db = context.databases.study
  const pseudonym = keyOf(params.pseudonym?.toUpperCase(), 'pseudonym')
  const found = pseudonym && (await interviewCase(db, occasion, pseudonym))
  if (!found) throw nothingHere()
  const form = await formOf(request)
  if (textOf(form, 'deed') !== 'close') throw new Response(null, { status: 400, statusText: 'Bad Request' })
  const { held } = found
  if (!held?.brokenOffOn || held.completedOn) return redirect(link.dyad(pseudonym))
  const { measurementId, brokenOffOn } = held
  const closed = await closeAsItIs(db, occasion, { measurementId, brokenOffOn, interviewer: null })
  if (closed.ok) return redirect(link.dyad(pseudonym))
  const say = speak(await languageOf(request, context))
  return data({ mistake: refusalSentence(say, closed.refusal) }, { status: 400 })
}
