import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { enter, nothingHere } from '../gate/enter'
import { formOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { Lacks, May, Whose } from '../gate/interviewer-parts'
import { languageOf } from '../gate/visitor'
import { Account } from './account'
import { Qualifications } from './qualifications'
import { QualityFigures } from './quality'
import { shownOf } from './shown'
import { send } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

async function asked(call: LoaderFunctionArgs | ActionFunctionArgs) {
  const { occasion } = await enter('/interviewers/:code', call)
  const found = await shownOf(call.context, occasion, call.params.code ?? '')
  if (!found) throw nothingHere()
  return { occasion, ...found }
}

export async function loader(call: LoaderFunctionArgs) {
  const { shown } = await asked(call)
  return { ...shown, done: new URL(call.request.url).searchParams.get('done') === 'done' }
}

/** Does what one of the forms of the page asks; a refused one comes back as it was typed. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, shown, accounts } = await asked(call)
  const { code } = shown.one
  const { request, context } = call
  const form = await formOf(request)
  const sent = await send(context.databases.study, occasion, { code, accounts, form })
  if (sent.ok) return redirect(link.interviewer(code, 'done'))
  const sentence = refusalSentence(speak(await languageOf(request, context)), sent.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [sent.refusal.field ?? '']: sentence } }
  return data({ filled, sentence }, { status: 400 })
}

export default function OneInterviewer() {
  const { one, account, choices, quality, today, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { interviewers: w } = words
  const filledIn = (form: string) => (refused?.filled.typed.form === form ? refused.filled : UNFILLED)
  const facts = [
    { label: say(w.role), value: say(one.student ? w.student : words.roles.interviewer) },
    { label: say(w.account), value: <Whose {...one} /> },
    { label: say(w.may), value: <May {...one} /> },
    { label: say(w.since), value: shortDay(language, one.sinceOn) },
    ...(one.endedOn
      ? [{ label: say(w.endedOn), value: shortDay(language, one.endedOn) }]
      : [{ label: say(w.lacks), value: <Lacks {...one} /> }]),
  ]
  return (
    <>
      <Heading title={`${say(w.one)} ${one.code}`}>
        <a href={link.interviewers()}>{say(w.back)}</a>
      </Heading>
      <div className="stack">
        {refused && <Notice tone="late" title={refused.sentence} urgent />}
        {done && !refused && <Notice tone="good" title={say(w.done)} urgent />}
        <Facts facts={facts} />
        <Qualifications one={one} today={today} filled={filledIn('obtain')} />
        <QualityFigures quality={quality} />
        {!one.endedOn && <Account code={one.code} account={account} choices={choices} filled={filledIn('tie')} />}
      </div>
    </>
  )
}
