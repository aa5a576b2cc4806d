import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { refuse } from '../../protocol/refusal'
import { incidents } from '../../records/incidents/list'
import { seeIncident } from '../../records/incidents/record'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { cursorOf, keyOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { IncidentTable } from './list'
import { ToDo } from './to-do'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study } = await enter('/incidents', { request, context })
  const after = cursorOf(request, 'dayAndId')
  return {
    after,
    page: await incidents(context.databases.study, study.id, { after, limit: PAGE }),
    done: new URL(request.url).searchParams.get('done') === 'done',
  }
}

/** Somebody who runs the study has seen one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/incidents', { request, context })
  const id = keyOf(textOf(await formOf(request), 'id'), 'id')
  const seen = id ? await seeIncident(context.databases.study, occasion, id) : refuse('unknown_incident')
  if (seen.ok) return redirect(link.incidents({ done: 'done' }))
  const sentence = refusalSentence(speak(await languageOf(request, context)), seen.refusal)
  return data({ sentence }, { status: 400 })
}

export default function IncidentsPage() {
  const { after, page, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { incidents: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <a href={link.interviewers()}>{say(words.interviewers.title)}</a>
      </Heading>
      <div className="stack">
        {refused && <Notice tone="late" title={refused.sentence} urgent />}
        {done && !refused && <Notice tone="good" title={say(w.done)} urgent />}
        {page.items.length > 0 ? (
          <IncidentTable items={page.items} />
        ) : (
          <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
        )}
        <Pager
          label={say(words.shell.pages)}
          first={after ? link.incidents() : null}
          next={page.next ? link.incidents({ after: page.next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
        <ToDo />
      </div>
    </>
  )
}
