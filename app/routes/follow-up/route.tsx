import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { FOLLOW_UP_STATES } from '../../protocol/follow-up'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Tiles } from '../../ui/tiles'
import { Participants, Wanted } from './list'
import { Sources } from './sources'
import { told } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => told(call)

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
