import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { Badge } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { ToldPiece } from './plan-told'
import { workTone } from './tones'

/** All that was, is and will be to be done about a case, each piece with how it stands and why. */
export function Plan({ pieces }: { pieces: readonly ToldPiece[] }) {
  const { say, language } = useSpeaking()
  const { workPlan: w } = words
  if (pieces.length === 0)
    return (
      <section className="panel">
        <h2>{say(w.title)}</h2>
        <p>{say(w.none)}</p>
      </section>
    )
  return (
    <Table
      caption={say(w.title)}
      columns={[
        { key: 'what', label: say(w.what) },
        { key: 'state', label: say(w.state) },
        { key: 'due', label: say(w.due) },
        { key: 'why', label: say(w.why) },
      ]}
      parts={[
        {
          key: 'all',
          rows: pieces.map(({ key, what, state, due, more, why, supervisor }) => ({
            key,
            cells: {
              what,
              state: <Badge tone={workTone[state]}>{say(words.workStates[state])}</Badge>,
              due: <time dateTime={due}>{shortDay(language, due)}</time>,
              why: (
                <>
                  <span className="small">{why}</span>
                  {more && <div className="soft small">{more}</div>}
                  {supervisor && (
                    <div className="small">
                      <a href={link.supervisor(supervisor)}>{say(words.today.toSupervisor)}</a>
                    </div>
                  )}
                </>
              ),
            },
          })),
        },
      ]}
    />
  )
}
