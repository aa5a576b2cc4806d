import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { parseDay } from '../../protocol/day'
import { DEVIATION_KINDS, DEVIATION_STATES } from '../../protocol/deviations'
import { refuse } from '../../protocol/refusal'
import { raiseDeviation } from '../../records/deviations/by-hand'
import { deviationCounts, deviations } from '../../records/deviations/list'
import { placesKnown } from '../../records/sites/places'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Tiles } from '../../ui/tiles'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { formOf, freeTextOf, textOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { Refused } from '../gate/refused'
import { languageOf } from '../gate/visitor'
import { DeviationTable, Wanted } from './list'
import { RaiseForm } from './raise-form'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study } = await enter('/deviations', { request, context })
  const db = context.databases.study
  const given = new URL(request.url).searchParams
  const kind = DEVIATION_KINDS.find((one) => one === given.get('kind'))
  const state = DEVIATION_STATES.find((one) => one === given.get('state'))
  const after = cursorOf(request, 'dayAndId')
  return {
    wanted: { ...(kind && { kind }), ...(state && { state }) },
    after,
    page: await deviations(db, study.id, { kind, state, after, limit: PAGE }),
    counts: await deviationCounts(db, study.id),
    locations: (await placesKnown(db, study)).map(({ location }) => location),
    keeps: scopeOf(visitor.role, 'keep_deviations') !== undefined,
    done: given.get('done') === 'done',
  }
}

/** Writes a deviation down; a refused form comes back as it was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/deviations', { request, context })
  const form = await formOf(request)
  const on = parseDay(textOf(form, 'on'))
  const raised = on
    ? await raiseDeviation(context.databases.study, occasion, {
        kind: textOf(form, 'kind'),
        pseudonym: textOf(form, 'pseudonym').toUpperCase(),
        location: textOf(form, 'location'),
        on,
        remark: freeTextOf(form, 'remark'),
      })
    : refuse(textOf(form, 'on') ? 'no_day' : 'required', { field: 'on' })
  if (raised.ok) return redirect(link.deviations({ done: 'done' }))
  const say = speak(await languageOf(request, context))
  const sentence = refusalSentence(say, raised.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [raised.refusal.field ?? '']: sentence } }
  return data({ filled, sentence }, { status: 400 })
}

export default function DeviationsPage() {
  const { wanted, after, page, counts, locations, keeps, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { deviations: w, deviationStates } = words
  const { items, next } = page
  const fields = {
    kind: say(w.kind),
    pseudonym: say(w.pseudonym),
    location: say(w.location),
    on: say(w.on),
    remark: say(w.remark),
  }
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        {refused && <Refused refused={refused} fields={fields} />}
        {done && !refused && <Notice tone="good" title={say(w.done)} urgent />}
        <Tiles
          tiles={DEVIATION_STATES.map((state) => ({
            label: say(deviationStates[state]),
            value: `${counts[state]}`,
            zero: counts[state] === 0,
          }))}
        />
        <Wanted wanted={wanted} />
        {items.length > 0 ? <DeviationTable items={items} /> : <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>}
        <Pager
          label={say(words.shell.pages)}
          first={after ? link.deviations(wanted) : null}
          next={next ? link.deviations({ ...wanted, after: next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
        {keeps && <RaiseForm locations={locations} filled={refused?.filled ?? UNFILLED} />}
      </div>
    </>
  )
}
