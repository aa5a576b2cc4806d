import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { WORK_STATES } from '../../protocol/work'
import { Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { EVERYWHERE } from './asked'
import type { ShownWork } from './shown'

/** Everything, one day or one week of it. */
export function Views({ page }: { page: ShownWork }) {
  const { say } = useSpeaking()
  const { today: w } = words
  const { part, on, view } = page
  const { location } = part
  const views = [
    { name: 'list', href: link.today({ location }), label: say(w.list) },
    { name: 'day', href: link.today({ location, day: on }), label: say(w.byDay) },
    { name: 'week', href: link.today({ location, week: on }), label: say(w.byWeek) },
  ]
  return (
    <nav className="queues" aria-label={say(w.views)}>
      {views.map(({ name, href, label }) => (
        <a key={name} href={href} aria-current={name === view ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

/** How much stands how, each a way to just that. */
export function States({ page }: { page: ShownWork }) {
  const { say, language } = useSpeaking()
  const { today: w, workStates } = words
  const { part, states } = page
  const all = WORK_STATES.reduce((sum, state) => sum + states[state], 0)
  const ways = [
    { state: undefined, label: say(w.anyState), n: all },
    ...WORK_STATES.map((state) => ({ state, label: say(workStates[state]), n: states[state] })),
  ]
  return (
    <nav className="queues" aria-label={say(w.states)}>
      {ways.map(({ state, label, n }) => (
        <a
          key={label}
          href={link.today({ state, location: part.location })}
          aria-current={state === part.state ? 'page' : undefined}
        >
          {label} <strong>{count(language, n)}</strong>
        </a>
      ))}
    </nav>
  )
}

/** At which location: a plain form that makes an address. Whoever has some of their own begins with those. */
export function Places({ page }: { page: ShownWork }) {
  const { say } = useSpeaking()
  const { today: w } = words
  const { part, places, own } = page
  const { location, ...kept } = part
  const named = places.map((one) => ({ value: one.location, label: say(w.place, { ...one, n: one.count }) }))
  const everywhere = own ? [{ value: EVERYWHERE, label: say(w.everywhere) }] : []
  return (
    <form method="get" action={link.today()} className="search" aria-label={say(w.places)}>
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Select
        name="location"
        label={say(w.where)}
        none={say(own ? w.own : w.everywhere)}
        value={location ?? ''}
        groups={[{ label: say(w.places), options: [...everywhere, ...named] }]}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
      {own && location !== EVERYWHERE && (
        <a className="button quiet" href={link.today({ ...kept, location: EVERYWHERE })}>
          {say(w.everywhere)}
        </a>
      )}
    </form>
  )
}
