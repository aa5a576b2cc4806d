import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { askedIn } from '../../protocol/instruments/battery'
import { askedInOrder, previousItem, progressOf } from '../../protocol/instruments/progress'
import { windowsOf } from '../../records/fieldwork/windows-of'
import { formOf, textOf } from '../gate/form'
import { enterOwnInterview } from '../gate/interview'
import { ownTalk } from '../gate/own-talk'
import { Ended } from './ended'
import { Ending } from './ending'
import { finish, giveVoucher } from './finish'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** The last page of an interview: what is still open, how it was, and that it is over or broken off (protocol §3). */
export async function loader(call: LoaderFunctionArgs) {
  const { study, held, found, pseudonym, language } = await enterOwnInterview('/interview/:pseudonym/end', call)
  const db = call.context.databases.study
  const talk = await ownTalk(call.context, { study, language }, held.measurementId)
  const { battery, given, order, notes, language: asked } = talk
  const open = askedInOrder(battery, order, given).flatMap((code) => {
    const item = given[code] === undefined && askedIn(battery, code)?.item
    return item ? [{ code, text: item.text[asked], needed: item.required === true }] : []
  })
  const { place, thirdPerson, unreliable, wave, completedOn, brokenOffOn } = held
  if (brokenOffOn && !completedOn) throw redirect(link.interview(pseudonym))
  return {
    pseudonym,
    wave,
    asked,
    ended: completedOn !== null,
    open,
    last: previousItem(battery, order, given, null) ?? undefined,
    progress: progressOf(battery, given),
    note: notes[''] ?? '',
    seen: talk.seen,
    was: { place: place ?? '', thirdPerson: thirdPerson === true, unreliable: unreliable ?? '' },
    voucher: found.voucher,
    next: completedOn ? await windowsOf(db, study, found.registrationId, wave) : [],
  }
}

/** Finishes or breaks off; hands out the voucher of one that is over. */
export async function action(call: ActionFunctionArgs) {
  const page = await enterOwnInterview('/interview/:pseudonym/end', call)
  const { pseudonym, held, language } = page
  const form = await formOf(call.request)
  const back = redirect(link.endInterview(pseudonym))
  if (form.get('go') === 'voucher' && (held.completedOn || held.brokenOffOn)) {
    await giveVoucher(call.context, page, held.wave)
    return back
  }
  if (held.completedOn) return back
  if (held.brokenOffOn) return redirect(link.interview(pseudonym))
  const ended = await finish(call.context, page, form)
  const typed = {
    place: textOf(form, 'place'),
    was: form.getAll('was').map(String),
    unreliable: textOf(form, 'unreliable'),
    note: textOf(form, 'note'),
    why: textOf(form, 'why'),
  }
  if (!ended.ok) {
    const { field = '' } = ended.refusal
    const mistakes: Record<string, string> = { [field]: refusalSentence(speak(language), ended.refusal) }
    return data({ typed, mistakes, aside: false }, { status: 400 })
  }
  if (ended.value.aside) return data({ typed, mistakes: {} as Record<string, string>, aside: true }, { status: 409 })
  return form.get('go') === 'break-off' ? redirect(link.interview(pseudonym)) : back
}

export default function End() {
  const at = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return at.ended ? <Ended at={at} /> : <Ending at={at} sent={sent} />
}
