import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { whomAsked } from '../../identity/whom'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { formOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { doorOf, isKnown, knock, opened } from './door'
import { Door } from './door-page'
import { Form } from './form'
import { shownOf } from './shown'
import { takeIn } from './take-in'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.study} · Koppel` : 'Koppel' }]

/** What is asked; the client's name only in a browser that was shown to be the supervisor's. */
export async function loader(call: LoaderFunctionArgs) {
  const found = await opened('/answer/:token', call)
  const { registrationId, state } = found.asked
  const shown = shownOf(found, await languageOf(call.request, call.context))
  const token = call.params.token ?? ''
  if (state !== 'open') return { ...shown, token, whom: null, door: null }
  if (!(await isKnown(call, found)))
    return { ...shown, questions: [], reasons: null, token, whom: null, door: await doorOf(call, found) }
  return { ...shown, token, whom: await whomAsked(call.context.vault, found.occasion, registrationId), door: null }
}

/**
 * Takes in what was sent, or opens the door. A mistake gives 400 with what was typed; what was closed meanwhile is
 * refused by the verb.
 */
export async function action(call: ActionFunctionArgs) {
  const found = await opened('/answer/:token', call)
  const form = await formOf(call.request)
  if (form.has('step') || !(await isKnown(call, found))) return knock(call, found, form)
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
  const answer = useActionData<typeof action>()
  const outcome = answer && 'sent' in answer ? answer : undefined
  const { say } = useSpeaking()
  const { answer: w } = words
  const { pseudonym, until, state, token } = shown
  const toRights = <ToRights token={token} />
  if (outcome?.sent || (state === 'answered' && !outcome))
    return <Closed title={say(w.thanks)} about={say(w.thanksAbout)} more={toRights} />
  if (state === 'expired') return <Closed title={say(w.closed)} about={say(w.closedAbout, { until })} more={toRights} />
  if (state !== 'open') return <Closed title={say(w.stopped)} about={say(w.stoppedAbout)} more={toRights} />
  if (shown.door)
    return (
      <Door
        door={shown.door}
        shut={answer && 'shut' in answer ? answer.shut : undefined}
        about={
          <>
            {say(words.door.about)} <span className="code">{pseudonym}</span>.
          </>
        }
      >
        {toRights}
      </Door>
    )
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
      {toRights}
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

/** The way to what a supervisor may want for themselves. */
function ToRights({ token }: { token: string }) {
  const { say } = useSpeaking()
  return (
    <p>
      <a href={link.rights(token)}>{say(words.door.toRights)}</a>
    </p>
  )
}

function Closed({ title, about, more }: { title: string; about: string; more: ReactNode }) {
  return (
    <div className="read stack">
      <Heading title={title} about={about} />
      {more}
    </div>
  )
}
