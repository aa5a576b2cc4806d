import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { formOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { Alarms } from './alarms'
import { Backups } from './backups'
import { act } from './deeds'
import { Drain, QueueNow } from './queue'
import { Mail, Recurring } from './recurring'
import { shown } from './shown'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { occasion } = await enter('/jobs', { request, context })
  const query = new URL(request.url).searchParams
  const drained = /^\d{1,9}$/.exec(query.get('drained') ?? '')?.[0]
  const done = { retried: query.get('done') === 'retried', drained: drained === undefined ? null : Number(drained) }
  return { ...(await shown(context, occasion, await languageOf(request, context))), done }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/jobs', { request, context })
  const came = await act(context, occasion, await formOf(request))
  if (came.ok) {
    const { value } = came
    return redirect(link.jobs(value.done === 'retried' ? { done: 'retried' } : { drained: String(value.n) }))
  }
  const say = speak(await languageOf(request, context))
  return data({ field: came.refusal.field, sentence: refusalSentence(say, came.refusal) }, { status: 400 })
}

export default function Jobs() {
  const { done, ...page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { jobs: w } = words
  return (
    <div className="stack">
      <Heading title={say(w.title)} about={say(w.about)} />
      {refused && <Notice tone="late" title={refused.sentence} urgent />}
      {done.retried && !refused && <Notice tone="good" title={say(w.retried)} urgent />}
      {done.drained !== null && !refused && <Notice tone="good" title={say(w.drained, { n: done.drained })} urgent />}
      <Alarms alarms={page.alarms} earlier={page.earlier} />
      <QueueNow counts={page.counts} failed={page.failed} active={page.active} />
      <Recurring timetable={page.timetable} />
      <Backups backups={page.backups} />
      <Mail mail={page.mail} />
      <Drain mistake={refused?.field === 'sure' ? refused.sentence : undefined} />
    </div>
  )
}
