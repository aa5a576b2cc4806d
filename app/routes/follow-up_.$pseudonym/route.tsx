import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { speak } from '../../i18n/speak'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { UNFILLED } from '../gate/form-parts'
import { languageOf } from '../gate/visitor'
import { act } from './act'
import { asked } from './asked'
import { EnterForm } from './enter-form'
import { Events } from './events'
import { choicesTold, eventTold } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** All that the register told of a pair, also what counts no more, and by whom; no name. */
export async function loader(call: LoaderFunctionArgs) {
  const { study, occasion, pseudonym, found } = await asked(call)
  const { request, context } = call
  const language = await languageOf(request, context)
  const say = speak(language)
  const { followUp: w } = words
  return {
    pseudonym,
    startedOn: found.startedOn,
    today: occasion.today,
    choices: choicesTold(study.protocol, language),
    events: found.events.map(({ id, on, recordedOn, file, note, standing, takenBack, ...fact }) => ({
      id,
      on,
      what: eventTold(study.protocol, { ...fact, on }, language),
      by: file
        ? say(w.byFile, { source: file.source, on: recordedOn })
        : say(note === null ? w.byReplay : w.byHand, { on: recordedOn }),
      file: file?.id ?? null,
      note,
      standing,
      takenBack,
    })),
    done: new URL(request.url).searchParams.get('done') === 'done',
  }
}
export type Loaded = Awaited<ReturnType<typeof loader>>

export const action = (call: ActionFunctionArgs) => act(call)

export default function FollowUpOfPair() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { followUp: w } = words
  const { pseudonym, startedOn, events } = page
  const about = startedOn ? say(w.oneAbout, { on: startedOn }) : say(w.oneNotBegun)
  const filled = refused?.filled ?? UNFILLED
  return (
    <>
      <Heading title={say(w.one, { pseudonym })} about={about}>
        <div className="row">
          <a href={link.dyad(pseudonym)}>{say(w.pair)}</a>
          <a href={link.followUps()}>{say(w.back)}</a>
        </div>
      </Heading>
      <div className="stack">
        {refused && <Notice tone="late" title={refused.sentence} urgent />}
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
