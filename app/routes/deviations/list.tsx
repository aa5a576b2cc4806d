import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { DEVIATION_KINDS, DEVIATION_STATES, DEVIATIONS } from '../../protocol/deviations'
import type { KeptDeviation } from '../../records/deviations/list'
import { Badge } from '../../ui/badge'
import { Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { deviationTone } from '../gate/tones'

/** Which deviations are shown: a plain form that makes an address. */
export function Wanted({ wanted }: { wanted: { readonly kind?: string; readonly state?: string } }) {
  const { say, language } = useSpeaking()
  const { deviations: w, deviationStates } = words
  const states = DEVIATION_STATES.map((value) => ({ value, label: say(deviationStates[value]) }))
  const kinds = DEVIATION_KINDS.map((value) => ({ value, label: DEVIATIONS[value].label[language] }))
  return (
    <form method="get" action={link.deviations()} className="search">
      <Select
        name="state"
        label={say(w.state)}
        none={say(w.all)}
        value={wanted.state ?? ''}
        groups={[{ label: say(w.state), options: states }]}
      />
      <Select
        name="kind"
        label={say(w.kind)}
        none={say(w.all)}
        value={wanted.kind ?? ''}
        groups={[{ label: say(w.kind), options: kinds }]}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
    </form>
  )
}

/** Deviations, those found last first, each with a link to its own page. */
export function DeviationTable({ items }: { items: readonly KeptDeviation[] }) {
  const { say, language } = useSpeaking()
  const { deviations: w, deviationStates } = words
  const rows = items.map(({ id, kind, state, pseudonym, location, month, foundOn }) => ({
    key: id,
    cells: {
      kind: <a href={link.deviation(id)}>{DEVIATIONS[kind].label[language]}</a>,
      state: <Badge tone={deviationTone[state]}>{say(deviationStates[state])}</Badge>,
      cite: DEVIATIONS[kind].cite,
      whom: pseudonym && <span className="pseudonym">{pseudonym}</span>,
      location,
      month: say(w.named, { month }),
      found: <time dateTime={foundOn}>{shortDay(language, foundOn)}</time>,
    },
  }))
  return (
    <Table
      caption={say(w.title)}
      hidden
      columns={[
        { key: 'kind', label: say(w.kind) },
        { key: 'state', label: say(w.state) },
        { key: 'cite', label: say(w.cite) },
        { key: 'whom', label: say(w.whom) },
        { key: 'location', label: say(w.location) },
        { key: 'month', label: say(w.month) },
        { key: 'found', label: say(w.found) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
