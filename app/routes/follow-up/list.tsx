import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { FOLLOW_UP_STATES } from '../../protocol/follow-up'
import { Badge } from '../../ui/badge'
import { Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { followUpTone } from '../gate/tones'
import type { Loaded } from './told'

/** Which participants are shown: a plain form that makes an address. */
export function Wanted({ wanted, locations }: Pick<Loaded, 'wanted' | 'locations'>) {
  const { say } = useSpeaking()
  const { followUp: w, followUpStates } = words
  const states = FOLLOW_UP_STATES.map((value) => ({ value, label: say(followUpStates[value]) }))
  const places = locations.map((value) => ({ value, label: value }))
  return (
    <form method="get" action={link.followUps()} className="search">
      <Select
        name="state"
        label={say(w.state)}
        none={say(w.all)}
        value={wanted.state ?? ''}
        groups={[{ label: say(w.state), options: states }]}
      />
      <Select
        name="location"
        label={say(w.location)}
        none={say(w.everywhere)}
        value={wanted.location ?? ''}
        groups={[{ label: say(w.location), options: places }]}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
    </form>
  )
}

/** Participants by the last day of their follow-up; for who keeps them, with a link to each. */
export function Participants({ items, keeps }: Pick<Loaded, 'items' | 'keeps'>) {
  const { say, language } = useSpeaking()
  const { followUp: w, followUpStates } = words
  const dated = (on: string) => <time dateTime={on}>{shortDay(language, on)}</time>
  const rows = items.map(({ key, pseudonym, location, state, until, heardOn, ended }) => ({
    key,
    cells: {
      pair: keeps ? (
        <a className="code" href={link.followUp(pseudonym)}>
          {pseudonym}
        </a>
      ) : (
        <a className="code" href={link.dyad(pseudonym)}>
          {pseudonym}
        </a>
      ),
      location,
      state: <Badge tone={followUpTone[state]}>{say(followUpStates[state])}</Badge>,
      until: dated(until),
      heard: heardOn ? dated(heardOn) : say(w.neverHeard),
      ended: ended ?? '–',
    },
  }))
  return (
    <Table
      caption={say(w.list)}
      columns={[
        { key: 'pair', label: say(w.pair) },
        { key: 'location', label: say(w.location) },
        { key: 'state', label: say(w.state) },
        { key: 'until', label: say(w.over) },
        { key: 'heard', label: say(w.heard) },
        { key: 'ended', label: say(w.ended) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
