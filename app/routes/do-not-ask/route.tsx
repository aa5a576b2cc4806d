import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { addDoNotAsk, countDoNotAsk, standsOnList, takeOffDoNotAsk } from '../../identity/do-not-ask'
import { type Result, refuse } from '../../protocol/refusal'
import { leaveDoNotAsk, mayBeAskedAgain } from '../../records/do-not-ask'
import { Choices, Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Ticks } from '../../ui/ticks'
import { enter } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { languageOf } from '../gate/visitor'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const DONE = ['added', 'takenOff', 'isOn', 'isNotOn'] as const
type Done = (typeof DONE)[number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study } = await enter('/do-not-ask', { request, context })
  const done = DONE.find((one) => one === new URL(request.url).searchParams.get('done')) ?? null
  return { done, count: await countDoNotAsk(context.vault, study.id) }
}

/** Adds, takes off or looks; the number that was typed goes nowhere, not even back into the form. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/do-not-ask', { request, context })
  const form = await formOf(request)
  const { vault, databases } = context
  const number = textOf(form, 'number')
  const what = textOf(form, 'what')
  const asked = async (): Promise<Result<Done>> => {
    if (number === '') return refuse('required', { field: 'number' })
    if (what === 'look') {
      const on = await standsOnList(vault, occasion.study.id, number)
      return { ok: true, value: on ? 'isOn' : 'isNotOn' }
    }
    if (what !== 'add' && what !== 'off') return refuse('required', { field: 'what' })
    if (textOf(form, 'sure') !== 'yes') return refuse('not_sure', { field: 'sure' })
    const leave = (clientId: string) => leaveDoNotAsk(databases.study, occasion, clientId)
    const free = (clientId: string) => mayBeAskedAgain(databases.study, occasion, clientId)
    const put =
      what === 'add'
        ? await addDoNotAsk(vault, occasion, { number, leave })
        : await takeOffDoNotAsk(vault, occasion, { number, free })
    return put.ok ? { ok: true, value: what === 'add' ? 'added' : 'takenOff' } : put
  }
  const came = await asked()
  if (came.ok) return redirect(link.doNotAsk(came.value))
  const say = speak(await languageOf(request, context))
  return data({ field: came.refusal.field, sentence: refusalSentence(say, came.refusal), what }, { status: 400 })
}

export default function DoNotAskPage() {
  const { done, count } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { doNotAsk: w } = words
  const mistake = (field: string) => (refused?.field === field ? { mistake: refused.sentence } : {})
  const options = (['add', 'off', 'look'] as const).map((value) => ({ value, label: say(w[value]) }))
  return (
    <div className="read stack">
      <Heading title={say(w.title)} about={say(w.about)} />
      {refused && <Notice tone="late" title={refused.sentence} urgent />}
      {done && !refused && <Notice tone="good" title={say(w[done])} urgent />}
      <p>{count === 0 ? say(w.none) : say(w.count, { n: count })}</p>
      <form method="post" action={link.doNotAsk()} className="panel form">
        <Field
          name="number"
          label={say(w.number)}
          hint={say(w.numberHint)}
          autoComplete="off"
          short
          {...mistake('number')}
        />
        <Choices name="what" label={say(w.what)} options={options} value={refused?.what ?? ''} {...mistake('what')} />
        <Ticks
          name="sure"
          label={say(w.certain)}
          options={[{ value: 'yes', label: say(w.sure) }]}
          {...mistake('sure')}
        />
        <div>
          <button type="submit" className="button">
            {say(w.send)}
          </button>
        </div>
      </form>
    </div>
  )
}
