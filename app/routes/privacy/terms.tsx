import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import type { Say } from '../../i18n/speak'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Due, Term } from './record'

/** How long each kind of material stays, from which moment, and why. */
export function Terms({ terms, due }: { terms: readonly Term[]; due: Due }) {
  const { say, language } = useSpeaking()
  const { privacy: w } = words
  return (
    <Table
      caption={say(w.terms)}
      aside={due ? say(w.dueAbout, { day: due.day }) : say(w.neverReported)}
      columns={[
        { key: 'kind', label: say(w.kind) },
        { key: 'term', label: say(w.term) },
        { key: 'reason', label: say(w.reason) },
        { key: 'due', label: say(w.due), number: true },
      ]}
      parts={[
        {
          key: 'all',
          rows: terms.map((term) => ({
            key: term.kind,
            cells: {
              kind: say(term.label),
              term: `${lengthOf(say, term)} ${say(words.termsFrom[term.from])}`,
              reason: say(term.why),
              due: due && count(language, due.kinds.find(({ kind }) => kind === term.kind)?.due ?? 0),
            },
          })),
        },
      ]}
    />
  )
}

function lengthOf(say: Say, { keep }: Term): string {
  const { privacy: w } = words
  if ('hours' in keep) return say(w.hours, { n: keep.hours })
  return 'days' in keep ? say(w.days, { n: keep.days }) : say(w.months, { n: keep.months })
}
