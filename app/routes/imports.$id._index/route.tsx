import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { ImportState } from '../../records/imports'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { act } from './act'
import { Explain } from './explain'
import { Drop, Outcome } from './outcome'
import { Progress } from './progress'
import { told } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => told(call)
export const action = (call: ActionFunctionArgs) => act(call)

const { importing: w } = words
const TITLES = {
  receiving: [w.receivingTitle, w.receivingAbout],
  received: [w.mapTitle, w.mapAbout],
  checking: [w.checkingTitle, w.checkingAbout],
  checked: [w.checkedTitle, w.checkedAbout],
  applying: [w.applyingTitle, w.applyingAbout],
  done: [w.doneTitle, null],
  failed: [w.failedTitle, w.failedAbout],
  dropped: [w.droppedTitle, w.droppedAbout],
} as const satisfies Record<ImportState, unknown>

export default function Import() {
  const page = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { state } = page
  const explain = page.explain && (outcome?.explain ?? page.explain)
  const [title, about] = explain && state === 'checked' ? TITLES.received : TITLES[state]
  return (
    <>
      <Heading title={say(title)} about={about ? say(about) : say(w.doneAbout, { on: page.begunOn })}>
        <a href={link.imports()}>{say(words.imports.back)}</a>
      </Heading>
      <div className="stack">
        <p className="soft">{page.kindLabel}</p>
        {outcome?.sentence && <Notice tone="late" title={outcome.sentence} urgent />}
        {page.failure && <Notice tone="late" title={page.failure} />}
        {page.moves && <Progress page={page} />}
        {explain && <Explain page={page} explain={explain} mistakes={outcome?.mistakes ?? {}} />}
        {!explain && (state === 'checked' || state === 'done') && <Outcome page={page} />}
        {(state === 'failed' || state === 'dropped' || state === 'receiving') && (
          <p>
            <a className="button" href={link.imports()}>
              {say(w.anotherFile)}
            </a>
          </p>
        )}
        {(state === 'received' || state === 'checked' || state === 'failed') && <Drop id={page.id} />}
      </div>
    </>
  )
}
