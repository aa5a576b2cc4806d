import { words } from '../../i18n/catalogue'
import { count, shownCount } from '../../i18n/numbers'
import { Empty } from '../../ui/empty'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './shown'

/** First interviews beside their targets, month by month at each location. */
export function Recruitment({ recruited }: Pick<Shown, 'recruited'>) {
  const { say, language } = useSpeaking()
  const { rates: w } = words
  const locations = [...new Set(recruited.map(({ location }) => location))]
  const rowsOf = (at: string) =>
    recruited
      .filter(({ location }) => location === at)
      .map(({ month, interviews, target }) => ({
        key: month,
        cells: {
          month: say(w.named, { month }),
          interviews: shownCount(language, interviews),
          target: target === null ? <span className="soft">{say(w.noTarget)}</span> : count(language, target),
          difference: target === null || typeof interviews !== 'number' ? '' : count(language, interviews - target),
        },
      }))
  return (
    <section className="stack" aria-labelledby="recruitment">
      <h2 id="recruitment">{say(w.recruitment)}</h2>
      {recruited.length === 0 ? (
        <Empty title={say(w.noRecruitment)} />
      ) : (
        <Table
          caption={say(w.recruitment)}
          hidden
          columns={[
            { key: 'month', label: say(w.month) },
            { key: 'interviews', label: say(w.interviews), number: true },
            { key: 'target', label: say(w.target), number: true },
            { key: 'difference', label: say(w.difference), number: true },
          ]}
          parts={locations.map((location) => ({ key: location, title: location, rows: rowsOf(location) }))}
        />
      )}
    </section>
  )
}
