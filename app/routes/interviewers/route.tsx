import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { interviewerAccounts } from '../../identity/interviewers'
import { unseenIncidents } from '../../records/incidents/list'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { formOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { Refused } from '../gate/refused'
import { languageOf } from '../gate/visitor'
import { AddForm } from './add-form'
import { InterviewerTable } from './list'
import { shownOf } from './shown'
import { send } from './told'
import { Unknown } from './unknown'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, occasion } = await enter('/interviewers', { request, context })
  return {
    ...(await shownOf(context, occasion)),
    unseen: scopeOf(visitor.role, 'keep_incidents')
      ? await unseenIncidents(context.databases.study, occasion.study.id)
      : null,
    done: new URL(request.url).searchParams.get('done') === 'done',
  }
}

/** Adds an interviewer, or takes up a code that is unknown; a refused form comes back as it was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { study, occasion } = await enter('/interviewers', { request, context })
  const form = await formOf(request)
  const accounts = await interviewerAccounts(context.vault, study.id)
  const sent = await send(context.databases.study, occasion, accounts, form)
  if (sent.ok) return redirect(link.interviewers('done'))
  const sentence = refusalSentence(speak(await languageOf(request, context)), sent.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [sent.refusal.field ?? '']: sentence } }
  return data({ filled, sentence }, { status: 400 })
}

export default function InterviewersPage() {
  const { interviewers, unknown, accounts, unseen, today, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { interviewers: w } = words
  const fields = {
    code: say(w.code),
    who: say(w.role),
    account: say(w.account),
    since_on: say(w.since),
  }
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <nav aria-label={say(w.title)} className="stack">
          <a href={link.vouchers()}>{say(w.vouchers)}</a>
          {unseen !== null && (
            <a href={link.incidents()}>{unseen > 0 ? say(w.unseen, { count: unseen }) : say(w.incidents)}</a>
          )}
        </nav>
      </Heading>
      <div className="stack">
        {refused && <Refused refused={refused} fields={fields} />}
        {done && !refused && <Notice tone="good" title={say(w.done)} urgent />}
        {interviewers.length > 0 ? (
          <InterviewerTable interviewers={interviewers} />
        ) : (
          <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
        )}
        {unknown.length > 0 && <Unknown codes={unknown} />}
        <AddForm accounts={accounts} today={today} filled={refused?.filled ?? UNFILLED} />
      </div>
    </>
  )
}
