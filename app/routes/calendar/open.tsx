import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { ShownWeek } from './shown'

/** Interviews that stand in nobody's calendar yet, the most pressing first. */
export function Unplanned({ open }: Pick<ShownWeek, 'open'>) {
  const { say } = useSpeaking()
  const { calendar: w } = words
  return (
    <section className="panel" aria-labelledby="open">
      <h2 id="open">{say(w.open)}</h2>
      <p className="soft small">{say(w.openAbout)}</p>
      {open.items.length === 0 && <p>{say(w.openNone)}</p>}
      <ul className="countdowns">
        {open.items.map(({ pseudonym, wave, location, due, lacks }) => (
          <li key={`${pseudonym} ${wave}`}>
            <div>
              <a className="code" href={link.planOf(pseudonym)}>
                {pseudonym}
              </a>{' '}
              {wave}
              <div className="soft small">
                {location} · {say(lacks === 'day' ? w.lacksDay : w.lacksInterviewer, { due })}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {open.total > open.items.length && (
        <p className="soft small">{say(w.more, { shown: open.items.length, total: open.total })}</p>
      )}
    </section>
  )
}

/** How many interviews everybody has in the week that is shown. */
export function Loads({ loads }: Pick<ShownWeek, 'loads'>) {
  const { say } = useSpeaking()
  const { calendar: w } = words
  if (loads.length === 0) return <p className="soft">{say(w.loadsNone)}</p>
  return (
    <Table
      caption={say(w.loads)}
      small
      columns={[
        { key: 'code', label: say(w.interviewer) },
        { key: 'planned', label: say(w.planned), number: true },
        { key: 'held', label: say(w.held), number: true },
      ]}
      parts={[
        { key: 'all', rows: loads.map(({ code, planned, held }) => ({ key: code, cells: { code, planned, held } })) },
      ]}
    />
  )
}
