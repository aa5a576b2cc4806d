import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { QUERY_STATES, queries, queryCounts } from '../../records/queries/list'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Select } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Tiles } from '../../ui/tiles'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { queryTone } from '../gate/tones'
import { languageOf } from '../gate/visitor'
import { aboutOf } from './about'
import { whoseFor } from './whose'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

/** Questions about answers, of those interviews that an interviewer held themself; everything without a value (§6). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const entrance = await enter('/queries', { request, context })
  const db = context.databases.study
  const { study } = entrance
  const whose = await whoseFor(context, entrance)
  const state = QUERY_STATES.find((one) => one === new URL(request.url).searchParams.get('state'))
  const after = cursorOf(request, 'dayAndId')
  const counted = Object.fromEntries(QUERY_STATES.map((one) => [one, 0])) as Record<
    (typeof QUERY_STATES)[number],
    number
  >
  if (!whose) return { known: false, state, after, counts: counted, items: [], next: null, states: [...QUERY_STATES] }
  const { items, next } = await queries(db, study.id, { ...whose, state, after, limit: PAGE })
  const about = await aboutOf(db, study, await languageOf(request, context), items)
  return {
    known: true,
    state,
    after,
    counts: await queryCounts(db, study.id, whose),
    items: items.map(({ battery: _, ...one }, at) => ({ ...one, ...about[at] })),
    next,
    states: [...QUERY_STATES],
  }
}

export default function Queries() {
  const { known, state, after, counts, items, next, states } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { queriesPage: w, queryStates } = words
  const rows = items.map((one) => ({
    key: one.id,
    cells: {
      rule: <a href={link.query(one.id)}>{one.ruleSaid}</a>,
      item: one.itemSaid ?? say(w.whole),
      whom: <span className="code">{one.pseudonym}</span>,
      wave: one.wave,
      side: say(w[one.perspective]),
      state: <Badge tone={queryTone[one.state]}>{say(queryStates[one.state])}</Badge>,
      raised: <time dateTime={one.raisedOn}>{shortDay(language, one.raisedOn)}</time>,
    },
  }))
  const columns = (['rule', 'item', 'whom', 'wave', 'side', 'state', 'raised'] as const).map((key) => ({
    key,
    label: say(w[key]),
  }))
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        <Tiles
          tiles={states.map((one) => ({
            label: say(queryStates[one]),
            value: `${counts[one]}`,
            zero: counts[one] === 0,
          }))}
        />
        <form method="get" action={link.queries()} className="search">
          <Select
            name="state"
            label={say(w.state)}
            none={say(w.all)}
            value={state ?? ''}
            groups={[
              { label: say(w.state), options: states.map((value) => ({ value, label: say(queryStates[value]) })) },
            ]}
          />
          <button type="submit" className="button quiet">
            {say(w.show)}
          </button>
        </form>
        {rows.length > 0 ? (
          <Table caption={say(w.title)} hidden columns={columns} parts={[{ key: 'all', rows }]} />
        ) : (
          <Empty title={say(w.none)}>{say(known ? w.noneAbout : w.noCode)}</Empty>
        )}
        <Pager
          label={say(words.shell.pages)}
          first={after ? link.queries({ ...(state && { state }) }) : null}
          next={next ? link.queries({ ...(state && { state }), after: next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
      </div>
    </>
  )
}
