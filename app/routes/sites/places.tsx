import { words } from '../../i18n/catalogue'
import { APPROVALS } from '../../protocol/inclusion'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './shown'

/** Which locations may recruit today, and what the others lack. */
export function Places({ places }: Pick<Shown, 'places'>) {
  const { say, language } = useSpeaking()
  const { sites: w } = words
  if (places.length === 0) return <Empty title={say(w.noPlaces)}>{say(w.noPlacesAbout)}</Empty>
  const rows = places.map(({ region, location, takesIn, missing }) => ({
    key: `${region} ${location}`,
    cells: {
      place: location,
      region,
      state:
        missing.length > 0 ? (
          <Badge tone="late">{say(w.closed)}</Badge>
        ) : takesIn ? (
          <Badge tone="good">{say(w.open)}</Badge>
        ) : (
          <Badge tone="mute">{say(w.outside)}</Badge>
        ),
      why: missing.map((kind) => APPROVALS[kind][language]).join(', '),
    },
  }))
  return (
    <Table
      caption={say(w.now)}
      columns={[
        { key: 'place', label: say(w.place) },
        { key: 'region', label: say(w.region) },
        { key: 'state', label: say(w.state) },
        { key: 'why', label: say(w.why) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
