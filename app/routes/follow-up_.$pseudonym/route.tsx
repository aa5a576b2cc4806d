import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { UNFILLED } from '../gate/form-parts'
import { Refused } from '../gate/refused'
import { act } from './act'
import { EnterForm } from './enter-form'
import { Events } from './events'
import { pairTold } from './pair-told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => pairTold(call)
export const action = (call: ActionFunctionArgs) => act(call)

export default function FollowUpOfPair() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { followUp: w } = words
  const { pseudonym, startedOn, events } = page
  const about = startedOn ? say(w.oneAbout, { on: startedOn }) : say(w.oneNotBegun)
  const filled = refused?.filled ?? UNFILLED
  const fields = {
    on: say(w.day),
    event: say(w.event),
    reason: say(w.reason),
    note: say(w.note),
    why: { label: say(w.why), of: refused?.about ?? '' },
  }
  return (
    <>
      <Heading title={say(w.one, { pseudonym })} about={about}>
        <div className="row">
          <a href={link.dyad(pseudonym)}>{say(w.pair)}</a>
          <a href={link.followUps()}>{say(w.back)}</a>
        </div>
      </Heading>
      <div className="stack">
        {refused && <Refused refused={refused} fields={fields} />}
        {page.done && !refused && <Notice tone="good" title={say(w.done)} urgent />}
        {events.length > 0 ? (
          <Events page={page} filled={filled} about={refused?.about ?? null} />
        ) : (
          <p className="soft">{say(w.noEvents)}</p>
        )}
        {startedOn && <EnterForm page={page} filled={refused?.about ? UNFILLED : filled} />}
      </div>
    </>
  )
}
