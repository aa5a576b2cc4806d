import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { formOf, freeTextOf, textOf } from '../gate/form'
import { enterOwnInterview } from '../gate/interview'
import { Ended } from './ended'
import { Ending } from './ending'
import { finish, giveVoucher } from './finish'
import { shownEnd } from './shown'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => shownEnd(call)

/** Finishes or breaks off; hands out the voucher of one that is over or that the client stopped. */
export async function action(call: ActionFunctionArgs) {
  const page = await enterOwnInterview('/interview/:pseudonym/end', call)
  const { pseudonym, held, language, stopped } = page
  const form = await formOf(call.request)
  const back = redirect(link.endInterview(pseudonym))
  if (form.get('go') === 'voucher' && (held.completedOn || held.brokenOffOn || stopped)) {
    await giveVoucher(call.context, page, held.wave)
    return back
  }
  if (held.completedOn || stopped) return back
  if (held.brokenOffOn) return redirect(link.interview(pseudonym))
  const ended = await finish(call.context, page, form)
  const typed = {
    place: textOf(form, 'place'),
    was: form.getAll('was').map(String),
    unreliable: textOf(form, 'unreliable'),
    note: freeTextOf(form, 'note'),
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
