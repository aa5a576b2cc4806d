import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import { type Say, speak } from '../../i18n/speak'
import { dyads } from '../../records/dyads'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { searchIn, slipIn } from '../gate/search'
import { waveTone } from '../gate/tones'
import { languageOf } from '../gate/visitor'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/dyads', { request, context })
  const after = cursorOf(request, 'pseudonym')
  const { typed, written: search } = searchIn(new URL(request.url).searchParams.get('search'))
  const { items, next } = await dyads(context.databases.study, study, {
    on: occasion.today,
    after,
    limit: PAGE,
    search,
  })
  // a part of a pseudonym may find nothing; a whole one with a slip says which
  const found = search !== '' && items.length > 0
  const slip = found ? undefined : slipIn(speak(await languageOf(request, context)), { typed, written: search })
  const labels = scopeOf(visitor.role, 'make_labels') !== undefined
  return { items, next, after, search, typed, slip: (typed !== '' && slip) || null, labels }
}

type Loaded = Awaited<ReturnType<typeof loader>>

export default function Dyads() {
  const { items, next, after, search, typed, slip, labels } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { dyads: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <form method="get" action={link.dyads()} className="search">
          <PseudonymField
            name="search"
            search
            label={say(words.pseudonyms.field)}
            hint={say(w.searchHint)}
            value={typed}
            {...(slip && { mistake: slip })}
          />
          <button type="submit" className="button quiet">
            {say(w.searchSubmit)}
          </button>
          {labels && (
            <a className="button quiet" href={link.labels(search ? { search } : {})}>
              {say(words.labels.link)}
            </a>
          )}
        </form>
      </Heading>
      {items.length === 0 ? (
        <Nothing search={search} slip={slip} />
      ) : (
        <Table
          caption={search ? say(w.found, { search }) : say(w.list)}
          columns={[
            { key: 'dyad', label: say(w.dyad) },
            { key: 'client', label: say(w.client) },
            { key: 'location', label: say(w.location) },
            { key: 'bound', label: say(w.boundOn) },
            { key: 'waves', label: say(w.waves) },
          ]}
          parts={[
            { key: 'all', rows: items.map((item) => ({ key: item.pseudonym, cells: cellsOf(item, say, language) })) },
          ]}
        />
      )}
      <Pager
        label={say(words.shell.pages)}
        first={after ? link.dyads(search ? { search } : {}) : null}
        next={next ? link.dyads({ after: next, ...(search && { search }) }) : null}
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </>
  )
}

function Nothing({ search, slip }: { search: string; slip: string | null }) {
  const { say } = useSpeaking()
  const { dyads: w } = words
  return search ? (
    <Empty title={say(w.notFound)}>{slip ?? say(w.notFoundAbout)}</Empty>
  ) : (
    <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
  )
}

function cellsOf(item: Loaded['items'][number], say: Say, language: Language) {
  return {
    dyad: (
      <a className="code" href={link.dyad(item.pseudonym)}>
        {item.pseudonym}
      </a>
    ),
    client: <span className="code">{item.clientPseudonym}</span>,
    location: item.location,
    bound: <time dateTime={item.boundOn}>{shortDay(language, item.boundOn)}</time>,
    waves: (
      <span className="badges">
        {item.waves.map(({ wave, state }) => (
          <Badge key={wave} tone={waveTone[state]}>{`${wave} ${say(words.waveStates[state])}`}</Badge>
        ))}
      </span>
    ),
  }
}
