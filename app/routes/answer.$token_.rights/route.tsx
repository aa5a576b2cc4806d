import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { answersOfSupervisor } from '../../records/supervisor-answers'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { doorOf, isKnown, knock, opened } from '../answer.$token/door'
import { Door } from '../answer.$token/door-page'
import { formOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { Answers } from './answers'
import { Confirm, DONE } from './confirm'
import { decide, decisionIn, takesAnswers } from './decide'
import { given } from './given'
import { Leaflet } from './leaflet'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.study} · Koppel` : 'Koppel' }]

/**
 * About supervisors themselves (§6): what they should know and how to decline, for whoever has the link, since it shows
 * nobody and takes nothing; what they answered, and erasing it, in a browser that was shown to be theirs.
 */
export async function loader(call: LoaderFunctionArgs) {
  const found = await opened('/answer/:token/rights', call)
  const language = await languageOf(call.request, call.context)
  const { protocol } = found.study
  const { pseudonym } = found.asked
  const shown = { study: protocol.title[language], token: call.params.token ?? '', pseudonym }
  const { searchParams } = new URL(call.request.url)
  const step = searchParams.get('step')
  const sure = decisionIn(step) ?? null
  const own = step === 'answers' || (sure !== null && takesAnswers(sure))
  if (own && !(await isKnown(call, found))) return { ...shown, door: await doorOf(call, found), page: null }
  const { names_of_supervisors: names, answers } = protocol.retention
  const page = {
    sure,
    done: decisionIn(searchParams.get('done')) ?? null,
    kept: { names: monthsOf(names.keep), answers: monthsOf(answers.keep) },
    given: null,
  }
  if (step !== 'answers') return { ...shown, door: null, page }
  const all = await answersOfSupervisor(call.context.databases.study, found.occasion, found.supervisorId)
  const told = all.ok ? await given(call.context.databases.study, found.study, all.value, language) : []
  return { ...shown, door: null, page: { ...page, given: told } }
}

const monthsOf = (keep: object): number => ('months' in keep && typeof keep.months === 'number' ? keep.months : 0)

/** Carries out what was confirmed, or opens the door. */
export async function action(call: ActionFunctionArgs) {
  const found = await opened('/answer/:token/rights', call)
  const form = await formOf(call.request)
  if (form.has('step')) return knock(call, found, form)
  const token = call.params.token ?? ''
  const here = link.rights(token)
  const decision = decisionIn(form.get('decision'))
  if (!decision) return redirect(here, 303)
  if (takesAnswers(decision) && !(await isKnown(call, found))) return redirect(link.rights(token, decision), 303)
  const decided = await decide(call.context, found, decision)
  if (decided.ok) return redirect(`${here}?done=${decision}`, 303)
  const say = speak(await languageOf(call.request, call.context))
  return data({ refused: refusalSentence(say, decided.refusal) }, { status: 400 })
}

export default function Rights() {
  const { door, page, token, pseudonym } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { say } = useSpeaking()
  if (!page) {
    const shut = outcome && 'shut' in outcome ? outcome.shut : undefined
    return (
      <Door door={door} shut={shut} about={say(words.door.aboutRights)}>
        <p>
          <a href={link.rights(token)}>{say(words.rights.title)}</a>
        </p>
      </Door>
    )
  }
  if (page.given) return <Answers given={page.given} token={token} />
  const refused = outcome && 'refused' in outcome ? outcome.refused : undefined
  if (page.sure && !refused) return <Confirm decision={page.sure} token={token} pseudonym={pseudonym} />
  return (
    <Leaflet token={token} kept={page.kept}>
      {refused && (
        <Notice tone="late" title={say(words.rights.notDone)} urgent>
          {refused}
        </Notice>
      )}
      {page.done && <Notice tone="good" title={say(DONE[page.done])} />}
    </Leaflet>
  )
}
