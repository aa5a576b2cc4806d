import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { ToldMessage } from './coming-told'

/** What will be sent about a case if nothing happens before, each with its day and why. */
export function Coming({ messages }: { messages: readonly ToldMessage[] }) {
  const { say, language } = useSpeaking()
  const { coming: w } = words
  if (messages.length === 0)
    return (
      <section className="panel">
        <h2>{say(w.title)}</h2>
        <p>{say(w.none)}</p>
      </section>
    )
  const rows = messages.map(({ key, on, what, why }) => ({
    key,
    cells: {
      on: <time dateTime={on}>{shortDay(language, on)}</time>,
      what,
      why: <span className="small">{why}</span>,
    },
  }))
  return (
    <Table
      caption={say(w.title)}
      columns={[
        { key: 'on', label: say(w.on) },
        { key: 'what', label: say(w.what) },
        { key: 'why', label: say(words.workPlan.why) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
