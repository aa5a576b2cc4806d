import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { calendarAsked } from './asked'
import { Choice } from './choice'
import { Loads, Unplanned } from './open'
import { shownWeek } from './shown'
import { Week } from './week'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, occasion } = await enter('/calendar', { request, context })
  const keepsRooms = scopeOf(visitor.role, 'keep_rooms') !== undefined
  const asked = calendarAsked(request, occasion.today)
  return { keepsRooms, ...(await shownWeek(context.databases.study, occasion, asked)) }
}

export default function Calendar() {
  const page = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { calendar: w } = words
  const { asked, days, weeks } = page
  const [from = '', until = ''] = [days[0], days[6]]
  const query = (week?: string) =>
    link.calendar({
      ...(week && { week }),
      ...(asked.location && { location: asked.location }),
      ...(asked.interviewer && { interviewer: asked.interviewer }),
      ...(asked.by === 'interviewer' && { by: asked.by }),
    })
  return (
    <>
      <Heading title={say(w.title)} about={say(w.week, { from, until })}>
        <div className="row">
          <a href={link.availability()}>{say(words.availability.title)}</a>
          {page.keepsRooms && <a href={link.rooms()}>{say(words.rooms.title)}</a>}
        </div>
      </Heading>
      <div className="stack">
        <nav className="queues" aria-label={say(w.weeks)}>
          <a href={query(weeks.before)}>{say(w.before)}</a>
          <a href={query()}>{say(w.now)}</a>
          <a href={query(weeks.after)}>{say(w.after)}</a>
        </nav>
        <Choice page={page} />
        {page.entries.length === 0 ? <Empty title={say(w.empty)}>{say(w.emptyAbout)}</Empty> : <Week page={page} />}
        <div className="two even">
          <Unplanned open={page.open} />
          <Loads loads={page.loads} />
        </div>
      </div>
    </>
  )
}
