import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { addDays, day } from '../../protocol/day'
import { Badge } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { workTone } from '../gate/tones'
import type { ShownWork } from './shown'
import type { ToldWork } from './told'
import { workColumns, workRow } from './work'

/** To the week before, this one, and the week after. */
export function Weeks({ page }: { page: ShownWork }) {
  const { say } = useSpeaking()
  const { calendar: w } = words
  const { week = page.on, location } = page.part
  const other = (count: number) => link.today({ location, week: addDays(day(week), count) })
  return (
    <nav className="queues" aria-label={say(w.weeks)}>
      <a href={other(-7)}>{say(w.before)}</a>
      <a href={link.today({ location, week: page.on })}>{say(w.now)}</a>
      <a href={other(7)}>{say(w.after)}</a>
    </nav>
  )
}

/** A week of work: what is overdue first, then what each day brings. */
export function Week({ page, holds }: { page: ShownWork; holds: boolean }) {
  const { say, language } = useSpeaking()
  const { today: w, workStates } = words
  const { location } = page.part
  const rowIn = (on: string | null) => (work: ToldWork) => {
    const { state, opens } = work
    const { key, cells } = workRow(work, { say, language, holds })
    const label = state === 'later' && opens === on ? w.opensThen : workStates[state]
    const standing = <Badge tone={workTone[state]}>{say(label)}</Badge>
    return { key, cells: { ...cells, state: standing } }
  }
  const [who, what, ...rest] = workColumns(say)
  const columns = [who, what, { key: 'state', label: say(w.state) }, ...rest].filter((column) => column !== undefined)
  const { overdue, days } = page.week ?? { overdue: null, days: [] }
  const late = overdue?.count
    ? [
        {
          key: 'overdue',
          title: (
            <Title
              title={say(w.overduePart, { n: overdue.count })}
              more={overdue.items.length < overdue.count ? link.today({ state: 'overdue', location }) : null}
            />
          ),
          rows: overdue.items.map(rowIn(null)),
        },
      ]
    : []
  return (
    <Table
      caption={say(w.work)}
      columns={columns}
      parts={[
        ...late,
        ...days.map(({ on, count, items }) => ({
          key: on,
          title: (
            <Title
              title={say(w.dayPart, { on, n: count })}
              more={items.length < count ? link.today({ day: on, location }) : null}
            />
          ),
          rows: items.map(rowIn(on)),
        })),
      ]}
    />
  )
}

/** What stands over a part of the week, with a way to the rest of it. */
function Title({ title, more }: { title: string; more: string | null }) {
  const { say } = useSpeaking()
  return (
    <>
      {title} {more && <a href={more}>{say(words.today.all)}</a>}
    </>
  )
}
