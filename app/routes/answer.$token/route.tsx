import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { whomAsked } from '../../identity/whom'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { admit, nothingHere } from '../gate/enter'
import { formOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { behind } from './behind'
import { Form } from './form'
import { shownOf } from './shown'
import { takeIn } from './take-in'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.study} · Koppel` : 'Koppel' }]

async function opened({ request, context, params }: LoaderFunctionArgs) {
  admit('/answer/:token', { request, context })
  const found = await behind(context, params.token ?? '')
  if (!found) throw nothingHere()
  return found
}

/** What is asked. A link that we did not make, or that was cut off in copying, is a 404 like any other. */
export async function loader(call: LoaderFunctionArgs) {
  const found = await opened(call)
  const { registrationId, state } = found.asked
  const whom = state === 'open' ? await whomAsked(call.context.vault, found.occasion, registrationId) : null
  return { ...shownOf(found, await languageOf(call.request, call.context)), whom }
}

/** Takes in what was sent. A mistake gives 400 with what was typed; what was closed meanwhile is refused by the verb. */
export async function action(call: ActionFunctionArgs) {
  const found = await opened(call)
  const form = await formOf(call.request)
  const mistakes = await takeIn(call.context.databases.study, found, form)
  if (!mistakes) return { sent: true as const }
  const say = speak(await languageOf(call.request, call.context))
  const sentences = Object.fromEntries(
    Object.entries(mistakes).map(([field, refusal]) => [field, refusalSentence(say, refusal)]),
  )
  const typed = Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  return data({ sent: false as const, mistakes: sentences, typed }, { status: 400 })
}

export default function AnswerPage() {
  const shown = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { answer: w } = words
  const { pseudonym, until, state } = shown
  if (outcome?.sent || (state === 'answered' && !outcome))
    return <Closed title={say(w.thanks)} about={say(w.thanksAbout)} />
  if (state === 'expired') return <Closed title={say(w.closed)} about={say(w.closedAbout, { until })} />
  if (state !== 'open') return <Closed title={say(w.stopped)} about={say(w.stoppedAbout)} />
  const title = { inquiry: w.inquiry, measurement: w.questionnaire, appointment: w.appointment }[shown.kind]
  const mistakes = outcome?.mistakes ?? {}
  return (
    <div className="read stack">
      <Heading title={say(title)} about={<About whom={shown.whom} pseudonym={pseudonym} />} />
      {outcome && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          {mistakes[''] ?? say(w.wrongAbout)}
        </Notice>
      )}
      <Form shown={shown} mistakes={mistakes} typed={outcome?.typed ?? {}} />
    </div>
  )
}

/** Whom it is about; the pseudonym alone when the name is gone. */
function About({ whom, pseudonym }: { whom: string | null; pseudonym: string }) {
  const { say } = useSpeaking()
  return (
    <>
      {whom ? say(words.answer.about, { whom }) : say(words.answer.aboutNumber)}{' '}
      <span className="code">{pseudonym}</span>.
    </>
  )
}

function Closed({ title, about }: { title: string; about: string }) {
  return (
    <div className="read">
      <Heading title={title} about={about} />
    </div>
  )
}
