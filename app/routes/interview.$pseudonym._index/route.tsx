import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import type { Refusal } from '../../protocol/refusal'
import { closeAsItIs } from '../../records/fieldwork/close-broken-off'
import { openInterview } from '../../records/fieldwork/open-interview'
import { turnAway } from '../../records/fieldwork/turn-away'
import { nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { typedIn } from '../gate/form-read'
import { enterInterview } from '../gate/interview'
import { TAKE_ALONG } from '../talk/on-device'
import { standsAt } from './gate'
import { GatePage } from './gate-page'
import { fieldOf, openingIn } from './open'
import { shownGate } from './shown'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => shownGate(call)

/** Opens the interview, takes it up again or goes on with it; or ends what will not be. */
export async function action(call: ActionFunctionArgs) {
  const page = await enterInterview('/interview/:pseudonym', call)
  const { code, pseudonym, occasion, found, language } = page
  const { wave, ...stands } = await standsAt(call.context, page)
  if (!code) throw nothingHere()
  if (stands.state === 'stopped') return redirect(link.interview(pseudonym))
  const db = call.context.databases.study
  const form = await formOf(call.request)
  const step = form.get('step')
  const wrong = (refusal: Refusal) => {
    const sentence = refusalSentence(speak(language), refusal)
    const field = fieldAt(refusal)
    return data({ typed: typedIn(form), mistakes: { [field]: sentence } as Record<string, string> }, { status: 400 })
  }
  if (step === 'end') {
    const { registrationId } = found
    const ended = await turnAway(db, occasion, { registrationId, wave, criterion: textOf(form, 'criterion') })
    return ended.ok ? redirect(link.today()) : wrong(ended.refusal)
  }
  const { held } = found
  if (step === 'close' && held?.brokenOffOn && held.interviewer === code) {
    const closed = await closeAsItIs(db, occasion, { ...held, brokenOffOn: held.brokenOffOn })
    return closed.ok ? redirect(link.endInterview(pseudonym)) : wrong(closed.refusal)
  }
  const takesOver = stands.state === 'broken_off' && stands.others
  const opened = await openInterview(db, occasion, { ...openingIn(form, { ...page, code }, wave), takesOver })
  if (!opened.ok) return wrong(opened.refusal)
  const { value } = opened
  if (value.state === 'not_met') return redirect(link.interview(pseudonym, { not_met: value.criteria.join(',') }))
  return redirect(step === TAKE_ALONG ? link.takeAlong(pseudonym) : link.ask(pseudonym))
}

const OWN_FIELDS = ['contacts', 'supervised_by']

/** At which field of the form a refusal is shown; '' is above it. */
function fieldAt({ code, field = '' }: Refusal): string {
  if (OWN_FIELDS.includes(field)) return field
  return code === 'required' ? fieldOf(field) : ''
}

export default function Interview() {
  return <GatePage at={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}
