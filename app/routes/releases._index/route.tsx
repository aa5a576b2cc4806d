import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { ask } from './ask'
import { AskForm } from './ask-form'
import { List } from './list'
import { told } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => told(call)
export const action = (call: ActionFunctionArgs) => ask(call)

export default function Releases() {
  const { after, next, asks, items } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { releases: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        {asks && <AskForm {...asks} wish={refused?.wish ?? asks.wish} mistakes={refused?.mistakes ?? {}} />}
        {items.length === 0 ? <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty> : <List items={items} />}
        <Pager
          label={say(words.shell.pages)}
          first={after ? link.releases() : null}
          next={next ? link.releases({ after: `${next}` }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
      </div>
    </>
  )
}
