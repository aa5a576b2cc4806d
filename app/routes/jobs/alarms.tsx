import { words } from '../../i18n/catalogue'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './shown'

/** What somebody has to look at now, and what was to be looked at before. */
export function Alarms({ alarms, earlier }: Pick<Shown, 'alarms' | 'earlier'>) {
  const { say } = useSpeaking()
  const { jobs: w } = words
  return (
    <section className="stack" aria-labelledby="alarms">
      <h2 id="alarms">{say(w.alarms)}</h2>
      {alarms.length === 0 && <p className="soft">{say(w.noAlarms)}</p>}
      {alarms.map(({ id, what, look, since }) => (
        <Notice key={id} tone="late" title={what}>
          <p>
            {say(w.sinceWhen, { when: since })} {look}
          </p>
        </Notice>
      ))}
      {earlier.length > 0 && (
        <Table
          caption={say(w.over)}
          columns={[
            { key: 'what', label: say(w.alarm) },
            { key: 'since', label: say(w.since) },
            { key: 'until', label: say(w.until) },
          ]}
          parts={[
            {
              key: 'over',
              rows: earlier.map(({ id, what, since, until }) => ({ key: id, cells: { what, since, until } })),
            },
          ]}
        />
      )}
    </section>
  )
}
