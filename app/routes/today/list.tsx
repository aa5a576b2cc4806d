import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import { addDays, day } from '../../protocol/day'
import { WORK_STATES } from '../../protocol/work'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { workTone } from '../gate/tones'
import { EVERYWHERE } from './asked'
import type { ShownWork } from './shown'
import { workColumns, workRow } from './work'

/** The list, the most pressing first: all of it, or how it stands, where, or of one day. */
export function List({ page, holds }: { page: ShownWork; holds: boolean }) {
  const { say } = useSpeaking()
  return (
    <div>
      {page.items.length === 0 ? <Nothing page={page} /> : <Items page={page} holds={holds} />}
      <Pager
        label={say(words.shell.pages)}
        first={page.after ? link.today(page.part) : null}
        next={page.next ? link.today({ ...page.part, after: page.next }) : null}
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </div>
  )
}

function Items({ page, holds }: { page: ShownWork; holds: boolean }) {
  const { say, language } = useSpeaking()
  const { state, location, day: on } = page.part
  const where = location === EVERYWHERE ? say(words.today.everywhere) : (location ?? (page.own && say(words.today.own)))
  const chosen = [state && say(words.workStates[state]), on && longDay(language, on), where].filter(Boolean)
  const parts = [...WORK_STATES, 'later' as const].map((standing) => ({
    key: standing,
    title: <Badge tone={workTone[standing]}>{say(words.workStates[standing])}</Badge>,
    rows: page.items.filter(({ state }) => state === standing).map((item) => workRow(item, { say, language, holds })),
  }))
  return (
    <Table
      caption={say(words.today.work)}
      {...(chosen.length > 0 && { aside: chosen.join(', ') })}
      columns={workColumns(say)}
      parts={parts.filter(({ rows }) => rows.length > 0)}
    />
  )
}

/** Nothing to do, nothing of what was chosen, or nothing after this place. */
function Nothing({ page }: { page: ShownWork }) {
  const { say } = useSpeaking()
  const { today: w } = words
  if (page.after) return <Empty title={say(w.end)}>{say(w.endAbout)}</Empty>
  const chosen = page.own || Object.values(page.part).some(Boolean)
  return chosen ? (
    <Empty title={say(w.noneChosen)}>{say(w.noneChosenAbout)}</Empty>
  ) : (
    <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
  )
}

/** To the day before and the day after. */
export function Days({ on, location }: { on: string; location: string | undefined }) {
  const { say } = useSpeaking()
  const { today: w } = words
  const other = (count: number) => link.today({ location, day: addDays(day(on), count) })
  return (
    <nav className="queues" aria-label={say(w.days)}>
      <a href={other(-1)}>{say(w.dayBefore)}</a>
      <a href={other(1)}>{say(w.dayAfter)}</a>
    </nav>
  )
}
