import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Badge } from '../../ui/badge'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { releaseTone } from '../gate/tones'
import { whoWords } from '../privacy/done-table'
import { Contents } from './contents'
import { decide } from './decide'
import { Decide, Decided, NotYours } from './decision'
import { DisclosureReport } from './disclosure'
import { Files } from './files'
import { Progress } from './progress'
import { type Loaded, told } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => told(call)
export const action = (call: ActionFunctionArgs) => decide(call)

export default function Release() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { release: w } = words
  const { number, state, moves, failure, disclosure, decides, asker, there } = page
  const open = state === 'made' && there
  return (
    <>
      <Heading
        title={say(w.title, { n: number })}
        about={<Badge tone={releaseTone[state]}>{say(words.releaseStates[state])}</Badge>}
      >
        <a href={link.releases()}>{say(w.back)}</a>
      </Heading>
      <div className="stack">
        {refused && <Notice tone="late" title={refused.sentence} urgent />}
        {moves && <Progress page={page} />}
        {state === 'failed' && (
          <Notice tone="late" title={say(w.failed)}>
            {failure}
          </Notice>
        )}
        <Decided page={page} />
        {open && asker && <NotYours />}
        {page.counts && <Files page={page} />}
        <Contents page={page} />
        {disclosure && <DisclosureReport found={disclosure} like={page.asks ? number : null} />}
        {open && decides && <Decide page={page} refused={refused} />}
        <Asked page={page} />
      </div>
    </>
  )
}

function Asked({ page: { asked } }: { page: Loaded }) {
  const { say } = useSpeaking()
  const { release: w } = words
  const by = { label: say(w.askedBy), value: say(w.by, { who: whoWords(say, asked.by), on: asked.on }) }
  return (
    <section className="panel stack" aria-labelledby="asked">
      <h2 id="asked">{say(w.whatAsked)}</h2>
      <Facts facts={[by, ...asked.spec]} />
    </section>
  )
}
