import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import type { Say } from '../../i18n/speak'
import { type Compared, differing } from '../../protocol/reconciliation'
import { Empty } from '../../ui/empty'
import { Facts } from '../../ui/facts'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './asked'

/** So many differences are said in full; the table has them all. */
const SAID = 5

/** A difference in words: "2 interviews without a form". */
function inWords(say: Say, { difference }: Compared): string {
  const { reconciliation: w } = words
  if (difference === 0) return say(w.equal)
  return difference < 0 ? say(w.withoutForm, { n: -difference }) : say(w.withoutInterview, { n: difference })
}

/** What the numbers say, and since when. */
export function Verdict({ statement, changed }: { statement: Shown; changed: boolean }) {
  const { say } = useSpeaking()
  const { reconciliation: w } = words
  const unequal = differing(statement.rows)
  return (
    <>
      {changed && (
        <div className="off-paper">
          <Notice tone="soon" title={say(w.changed)} />
        </div>
      )}
      {unequal.length === 0 ? (
        <Notice tone="good" title={say(w.matches)} />
      ) : (
        <Notice tone="late" title={say(w.differs)}>
          <ul>
            {unequal.slice(0, SAID).map((row) => (
              <li key={row.location}>{say(w.at, { what: inWords(say, row), location: row.location })}</li>
            ))}
            {unequal.length > SAID && <li>{say(w.andMore, { n: unequal.length - SAID })}</li>}
          </ul>
        </Notice>
      )}
    </>
  )
}

/** Both counts by location. */
export function StatementTable({ rows, caption }: { rows: readonly Compared[]; caption: string }) {
  const { say, language } = useSpeaking()
  const { reconciliation: w } = words
  if (rows.length === 0) return <Empty title={say(w.nothing)}>{say(w.nothingAbout)}</Empty>
  const sum = (side: 'forms' | 'interviews') => rows.reduce((total, row) => total + row[side], 0)
  return (
    <Table
      caption={caption}
      aside={say(w.total, { forms: sum('forms'), interviews: sum('interviews') })}
      columns={[
        { key: 'location', label: say(w.location) },
        { key: 'forms', label: say(w.forms), number: true },
        { key: 'interviews', label: say(w.interviews), number: true },
        { key: 'difference', label: say(w.difference) },
      ]}
      parts={[
        {
          key: 'all',
          rows: rows.map((row) => ({
            key: row.location,
            cells: {
              location: row.location === '' ? say(w.elsewhere) : row.location,
              forms: count(language, row.forms),
              interviews: count(language, row.interviews),
              difference: row.difference === 0 ? inWords(say, row) : <strong>{inWords(say, row)}</strong>,
            },
          })),
        },
      ]}
    />
  )
}

/** Who signed, when, and with what remark. */
export function Signed({ signing }: { signing: NonNullable<Shown['signing']> }) {
  const { say, language } = useSpeaking()
  const { reconciliation: w } = words
  const facts = [
    { label: say(w.signedBy), value: signing.by ?? say(w.gone) },
    { label: say(w.signedOn), value: <time dateTime={signing.on}>{longDay(language, signing.on)}</time> },
  ]
  return <Facts facts={signing.remark ? [...facts, { label: say(w.remark), value: signing.remark }] : facts} />
}
