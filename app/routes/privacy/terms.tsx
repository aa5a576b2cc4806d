import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Term } from './record'

/** How long each kind of material stays, from which moment, and why. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  const { say } = useSpeaking()
  const { privacy: w } = words
  return (
    <Table
      caption={say(w.terms)}
      columns={[
        { key: 'kind', label: say(w.kind) },
        { key: 'term', label: say(w.term) },
        { key: 'reason', label: say(w.reason) },
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
