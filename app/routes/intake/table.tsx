import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { daysBetween } from '../../protocol/day'
import type { QueueItem } from '../../records/queues/queue'
import { Badge } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'
import { type Row, Table } from '../../ui/table'

/** A case of the list as the page shows it; the reason in the reader's words. */
export type Listed = QueueItem & { readonly told: string | null }

/** The list itself. With `choose` every case can be chosen, for what is done with many at once. */
export function QueueTable({
  items,
  caption,
  on,
  choose,
}: {
  items: readonly Listed[]
  caption: string
  on: string
  choose: boolean
}) {
  const { say } = useSpeaking()
  const { intake: w } = words
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'client', label: say(w.client) },
        { key: 'where', label: say(w.where) },
        { key: 'supervisor', label: say(w.supervisorShort) },
        { key: 'since', label: say(w.since) },
        { key: 'talks', label: say(w.talks) },
        { key: 'why', label: say(w.why) },
        ...(choose ? [{ key: 'chosen', label: say(w.chosen) }] : []),
      ]}
      parts={[{ key: 'all', rows: items.map((item) => ({ key: item.id, cells: cellsOf(item, on, say) })) }]}
    />
  )

  function cellsOf(item: Listed, today: string, tell: typeof say): Row['cells'] {
    return {
      client: (
        <a className="code" href={link.case(item.id)}>
          {item.pseudonym}
        </a>
      ),
      where: item.location,
      supervisor: item.supervisor ? <span className="code">{item.supervisor}</span> : '–',
      since: <Since on={item.since} />,
      talks: <Talks item={item} today={today} />,
      why: <Why item={item} />,
      chosen: (
        <label className="choice">
          <input type="checkbox" name="id" value={item.id} />
          <span className="visually-hidden">{tell(w.choose, { pseudonym: item.pseudonym })}</span>
        </label>
      ),
    }
  }
}

function Since({ on }: { on: string }) {
  const { language } = useSpeaking()
  return <time dateTime={on}>{shortDay(language, on)}</time>
}

function Talks({ item, today }: { item: Listed; today: string }) {
  const { say } = useSpeaking()
  const { intake: w } = words
  if (item.contacts === null && !item.nextContactOn) return <>–</>
  return (
    <>
      {item.contacts !== null && say(w.held, { n: item.contacts })}
      {item.nextContactOn && (
        <div className="soft small">
          {say(w.nextTalk, { days: daysBetween(today as QueueItem['since'], item.nextContactOn) })}
        </div>
      )}
    </>
  )
}

/** What presses, and why nothing happens. */
function Why({ item }: { item: Listed }) {
  const { say } = useSpeaking()
  const { intake: w } = words
  const { risks, hindrances, absentUntil, attempts, stage, told } = item
  return (
    <>
      <span className="badges">
        {risks.map((risk) => (
          <Badge key={risk} tone={risk === 'next_talk' ? 'soon' : 'late'}>
            {say(words.risks[risk])}
          </Badge>
        ))}
      </span>
      {told && <div>{told}</div>}
      {hindrances.map((one) => (
        <div key={one}>
          {one === 'supervisor_absent' && absentUntil
            ? say(w.awayUntil, { on: absentUntil })
            : say(words.hindrances[one])}
        </div>
      ))}
      {stage === 'to_inquire' && hindrances.length === 0 && <div className="soft">{say(w.nextSweep)}</div>}
      {attempts > 0 && <div className="soft small">{say(w.tries, { n: attempts })}</div>}
    </>
  )
}
