import { words } from '../../i18n/catalogue'
import { plainDay } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import { TABLES } from '../../protocol/release-spec'
import { Facts } from '../../ui/facts'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Loaded } from './told'

/** Who is in a release by number, who is not and why, and how many rows each table has. */
export function Contents({ page: { counts, cutOff } }: { page: Loaded }) {
  const { say, language } = useSpeaking()
  const { release: w, releaseLeftOut } = words
  if (!counts) return null
  const why = (reason: string) =>
    Object.hasOwn(releaseLeftOut, reason) ? say(releaseLeftOut[reason as keyof typeof releaseLeftOut]) : reason
  return (
    <section className="stack" aria-labelledby="counts">
      <h2 id="counts">{say(w.counts)}</h2>
      <Facts
        facts={[
          ...(cutOff ? [{ label: say(w.cutOff), value: plainDay(language, cutOff) }] : []),
          { label: say(w.people), value: count(language, counts.people) },
          { label: say(w.unlinked), value: count(language, counts.unlinked) },
          ...Object.entries(counts.left_out).map(([reason, n]) => ({
            label: `${say(w.leftOut)}: ${why(reason)}`,
            value: count(language, n),
          })),
        ]}
      />
      <Table
        caption={say(w.rows)}
        small
        columns={[
          { key: 'table', label: say(w.table) },
          { key: 'rows', label: say(w.rowCount), number: true },
        ]}
        parts={[
          {
            key: 'all',
            rows: TABLES.filter((table) => table in counts.rows).map((table) => ({
              key: table,
              cells: { table, rows: count(language, counts.rows[table] ?? 0) },
            })),
          },
        ]}
      />
    </section>
  )
}
