import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { speak } from '../../i18n/speak'
import { Choices } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { LabelSheets } from '../../ui/label-sheet'
import { Notice } from '../../ui/notice'
import { PseudonymField, PseudonymLines } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { searchIn } from '../gate/search'
import { languageOf } from '../gate/visitor'
import { listIn, MOST } from './asked'
import { type Desk, EMPTY, find, make, ofIn } from './desk'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

async function asking(call: LoaderFunctionArgs) {
  const { occasion } = await enter('/labels', call)
  const say = speak(await languageOf(call.request, call.context))
  return { db: call.context.databases.study, say, occasion }
}

/** The empty page, or with what a link from another page looks up. */
export async function loader(call: LoaderFunctionArgs) {
  const by = await asking(call)
  const { searchParams } = new URL(call.request.url)
  const search = searchParams.get('search')
  const desk = search === null ? EMPTY : await find(by, '', searchIn(search), ofIn(searchParams.get('of')))
  return { study: by.occasion.study.code, desk }
}

/** Looks up and adds, or makes the labels. The list is in no address: it can be long. */
export async function action(call: ActionFunctionArgs) {
  const by = await asking(call)
  const form = await formOf(call.request)
  const list = listIn(form)
  if (form.get('step') === 'find')
    return data(await find(by, list, searchIn(textOf(form, 'search')), ofIn(form.get('of'))))
  const desk = await make(by, list)
  return data(desk, { status: desk.labels.length > 0 ? 200 : 400 })
}

export default function Labels() {
  const { study, desk: first } = useLoaderData<typeof loader>()
  const desk: Desk = useActionData<typeof action>() ?? first
  const { say } = useSpeaking()
  const { labels: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <a href={link.dyads()}>{say(words.timeline.back)}</a>
      </Heading>
      {desk.labels.length > 0 && (
        <>
          <Notice tone="good" title={say(w.ready, { n: desk.labels.length })}>
            {say(w.print)}
          </Notice>
          <LabelSheets labels={desk.labels} from={study} called={(n) => say(w.sheet, { n })} />
        </>
      )}
      <Asked desk={desk} />
    </>
  )
}

function Asked({ desk }: { desk: Desk }) {
  const { say } = useSpeaking()
  const { labels: w } = words
  return (
    <form method="post" action={link.labels()} className="two even">
      <div className="form panel">
        <PseudonymField
          name="search"
          search
          label={say(w.search)}
          hint={say(w.searchHint)}
          value={desk.search}
          {...(desk.notFound !== null && { mistake: desk.notFound })}
        />
        <Choices
          name="of"
          label={say(w.of)}
          level
          value={desk.of}
          options={(['dyad', 'client', 'both'] as const).map((value) => ({ value, label: say(w[value]) }))}
        />
        <button type="submit" name="step" value="find" className="button quiet">
          {say(w.find)}
        </button>
      </div>
      <div className="form panel">
        {desk.added && (
          <Notice tone="calm" title={say(w.added, { n: desk.added.n })}>
            {desk.added.more && say(w.more)}
          </Notice>
        )}
        <PseudonymLines
          name="list"
          label={say(w.list)}
          hint={say(w.listHint, { n: MOST })}
          mistakes={desk.mistakes}
          value={desk.list}
        />
        <button type="submit" name="step" value="make" className="button">
          {say(w.make)}
        </button>
      </div>
    </form>
  )
}
