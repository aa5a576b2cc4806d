import { words } from '../../i18n/catalogue'
import { wallMoment } from '../../i18n/moments'
import { doing } from '../../i18n/words/doings'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { whoWords } from '../privacy/done-table'
import type { Line } from './found'

/** Lines of the trail: when, who, from where, what, about whom, and what else was written down. */
export function LineTable({ caption, rows }: { caption: string; rows: readonly Line[] }) {
  const { say, language } = useSpeaking()
  const { privacy: w } = words
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'when', label: say(w.when) },
        { key: 'who', label: say(w.who) },
        { key: 'doing', label: say(w.doing) },
        { key: 'whom', label: say(w.whom) },
        { key: 'details', label: say(words.audit.details) },
        { key: 'origin', label: say(words.audit.origin) },
      ]}
      parts={[
        {
          key: 'all',
          rows: rows.map((row) => ({
            key: row.id,
            cells: {
              when: <time dateTime={row.at}>{wallMoment(language, row.at)}</time>,
              who: whoWords(say, row.who),
              doing: say(doing(row.verb)),
              whom: <span className="code">{row.whom}</span>,
              details: <span className="small">{row.details}</span>,
              origin: row.origin && <code>{row.origin}</code>,
            },
          })),
        },
      ]}
    />
  )
}
