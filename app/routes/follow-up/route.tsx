import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { FOLLOW_UP_STATES } from '../../protocol/follow-up'
import { followedTo, sourcesKnown } from '../../records/follow-up/known-to'
import { followedUp, followUpCounts } from '../../records/follow-up/list'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Tiles } from '../../ui/tiles'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { partAsked } from './asked'
import { Participants, Wanted } from './list'
import { Sources } from './sources'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

/** Who is due for follow-up and who lacks it, and up to which day each source is known. Pseudonyms only. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/follow-up', { request, context })
  const db = context.databases.study
  const language = await languageOf(request, context)
  const wanted = partAsked(request)
  const after = cursorOf(request, 'dayAndId')
  const { items, next } = await followedUp(db, occasion, { ...wanted, after, limit: PAGE })
  const sources = await sourcesKnown(db, study.id)
  const kinds = study.protocol.registerEvents.ended?.kinds ?? {}
  return {
    wanted,
    after,
    next,
    ...(await followUpCounts(db, occasion)),
    sources,
    followedTo: sources.some(({ knownTo }) => knownTo === null) ? null : await followedTo(db, occasion),
    items: items.map(({ registrationId, ended, ...one }) => ({
      ...one,
      key: registrationId,
      ended: ended && (kinds[ended]?.label[language] ?? ended),
    })),
    keeps: scopeOf(visitor.role, 'keep_follow_up') !== undefined,
    imports: scopeOf(visitor.role, 'import_files') !== undefined,
  }
}
export type Loaded = Awaited<ReturnType<typeof loader>>

export default function FollowUp() {
  const page = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { followUp: w, followUpStates } = words
  const { wanted, after, next, counts, items } = page
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        {page.imports && (
          <a className="button quiet" href={link.imports()}>
            {say(w.toImports)}
          </a>
        )}
      </Heading>
      <div className="stack">
        <Tiles
          tiles={FOLLOW_UP_STATES.map((state) => ({
            label: say(followUpStates[state]),
            value: count(language, counts[state]),
            zero: counts[state] === 0,
          }))}
        />
        <Sources sources={page.sources} followedTo={page.followedTo} />
        <Wanted wanted={wanted} locations={page.locations} />
        {items.length > 0 ? (
          <Participants items={items} keeps={page.keeps} />
        ) : (
          <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
        )}
        <div className="row">
          <Pager
            label={say(words.shell.pages)}
            first={after ? link.followUps(wanted) : null}
            next={next ? link.followUps({ ...wanted, after: next }) : null}
            words={{ first: say(words.shell.first), next: say(words.shell.next) }}
          />
          {items.length > 0 && (
            <a className="button quiet" href={link.followUpsCsv(wanted)} download>
              CSV
            </a>
          )}
        </div>
      </div>
    </>
  )
}
