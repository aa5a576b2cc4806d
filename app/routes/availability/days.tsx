import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Field, Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'
import { HoursFields, hoursWritten } from '../gate/hours-fields'
import { TakeAway } from '../gate/take-away'
import type { ShownDays } from './shown'

type Part = { readonly page: ShownDays; readonly code: string; readonly filled: Filled }

/** When somebody can come, week after week. */
export function Hours({ page, code, filled }: Part) {
  const { say, language } = useSpeaking()
  const { availability: w, calendar: c } = words
  const hours = page.kept?.hours ?? []
  const written = (one: (typeof hours)[number]) => `${hoursWritten(language, one)}, ${one.location ?? say(w.anywhere)}`
  return (
    <section className="panel stack" aria-labelledby="hours">
      <h2 id="hours">{say(w.hours)}</h2>
      {hours.length === 0 && <p>{say(w.noHours)}</p>}
      <ul className="slots">
        {hours.map((one) => (
          <li key={one.id} className="row">
            {written(one)}
            <TakeAway action={link.availability()} form="end_hours" id={one.id} code={code} what={written(one)} />
          </li>
        ))}
      </ul>
      <form method="post" action={link.availability()} className="form">
        <input type="hidden" name="form" value="hours" />
        <input type="hidden" name="code" value={code} />
        <HoursFields filled={filled} of="own" />
        <Select
          {...at(filled, 'location')}
          label={say(c.location)}
          none={say(w.anywhere)}
          groups={[{ label: say(c.location), options: page.locations.map((value) => ({ value, label: value })) }]}
        />
        <div>
          <button type="submit" className="button" aria-label={`${say(w.add)}: ${say(w.hours)}`}>
            {say(w.add)}
          </button>
        </div>
      </form>
    </section>
  )
}

/** Days on which somebody is not there. */
export function Away({ page, code, filled }: Part) {
  const { say } = useSpeaking()
  const { availability: w } = words
  const away = page.kept?.away ?? []
  return (
    <section className="panel stack" aria-labelledby="away">
      <h2 id="away">{say(w.away)}</h2>
      {away.length === 0 && <p>{say(w.noAway)}</p>}
      <ul className="slots">
        {away.map((one) => (
          <li key={one.id} className="row">
            {say(w.span, one)}
            <TakeAway action={link.availability()} form="end_away" id={one.id} code={code} what={say(w.span, one)} />
          </li>
        ))}
      </ul>
      <form method="post" action={link.availability()} className="form">
        <input type="hidden" name="form" value="away" />
        <input type="hidden" name="code" value={code} />
        <Field {...at(filled, 'away_from')} label={say(w.firstDay)} type="date" short />
        <Field {...at(filled, 'away_until')} label={say(w.lastDay)} type="date" short />
        <div>
          <button type="submit" className="button" aria-label={`${say(w.add)}: ${say(w.away)}`}>
            {say(w.add)}
          </button>
        </div>
      </form>
    </section>
  )
}
