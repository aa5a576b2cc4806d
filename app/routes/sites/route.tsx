import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import type { Refusal } from '../../protocol/refusal'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { formOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { Refused } from '../gate/refused'
import { languageOf } from '../gate/visitor'
import { Approvals } from './approvals'
import { Periods } from './periods'
import { Places } from './places'
import { shownOf } from './shown'
import { Targets } from './targets'
import { send } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/sites', { request, context })
  const done = new URL(request.url).searchParams.get('done') === 'done'
  return { ...(await shownOf(context.databases.study, study, occasion.today)), done }
}

/** Does what one of the forms of the page asks; a refused one comes back as it was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/sites', { request, context })
  const form = await formOf(request)
  const sent = await send(context.databases.study, occasion, form)
  if (sent?.ok) return redirect(link.sites('done'))
  const say = speak(await languageOf(request, context))
  // a form that is none of ours is told so on the page
  const refusal: Refusal = sent ? sent.refusal : { code: 'refused' }
  const sentence = refusalSentence(say, refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [refusal.field ?? '']: sentence } }
  return data({ form: filled.typed.form ?? '', filled, sentence }, { status: 400 })
}

export default function SitesPage() {
  const shown = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { sites: w } = words
  const filledIn = (form: string) => (refused?.form === form ? refused.filled : UNFILLED)
  const kept = shown.approvals.length + shown.periods.length > 0
  const fields = {
    kind: say(w.kind),
    region: say(w.onlyRegion),
    location: say(w.onlyLocation),
    reference: say(w.reference),
    granted_on: say(w.from),
    until_on: say(w.until),
    period_region: say(w.region),
    from: say(w.from),
    until: say(w.until),
    target_location: say(w.place),
    month: say(w.month),
    target: say(w.target),
  }
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        {refused && <Refused refused={refused} fields={fields} />}
        {shown.done && !refused && <Notice tone="good" title={say(w.done)} urgent />}
        {!kept && <Notice tone="calm" title={say(w.notKept)} />}
        <Places places={shown.places} />
        <Approvals shown={shown} filled={filledIn('approval')} />
        <Periods shown={shown} filled={filledIn('period')} />
        <Targets places={shown.places} filled={filledIn('target')} />
      </div>
    </>
  )
}
