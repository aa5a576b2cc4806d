import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import type { Say } from '../../i18n/speak'
import { dyads } from '../../records/dyads'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { waveTone } from '../gate/tones'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

/** The beginning of a pseudonym as people type it: letters and digits count, the dashes come by themselves. */
function searchOf(request: Request): string | null {
  const typed = new URL(request.url).searchParams.get('search') ?? ''
  const characters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 9)
  return characters.match(/.{1,3}/g)?.join('-') ?? null
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/dyads', { request, context })
  const [after, search] = [cursorOf(request, 'pseudonym'), searchOf(request)]
  const part = { on: occasion.today, after, limit: PAGE, ...(search && { search }) }
  const { items, next } = await dyads(context.databases.study, study, part)
  return { items, next, after, search }
}

type Loaded = Awaited<ReturnType<typeof loader>>

export default function Dyads() {
  const { items, next, after, search } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { dyads: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <form method="get" action={link.dyads()} className="search">
          <Field name="search" type="search" label={say(w.search)} hint={say(w.searchHint)} value={search ?? ''} />
          <button type="submit" className="button quiet">
            {say(w.searchSubmit)}
          </button>
        </form>
      </Heading>
      {items.length === 0 ? (
        <Nothing search={search} />
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

function Nothing({ search }: { search: string | null }) {
  const { say } = useSpeaking()
  const { dyads: w } = words
  return search ? (
    <Empty title={say(w.notFound)}>{say(w.notFoundAbout)}</Empty>
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
