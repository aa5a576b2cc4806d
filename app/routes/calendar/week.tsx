import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { clockTime } from '../../i18n/clock-time'
import { shortDay, weekdayName } from '../../i18n/days'
import { Badge, type Tone } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'
import type { ShownWeek } from './shown'

type Entry = ShownWeek['entries'][number]
const TONES = { planned: 'calm', held: 'good', no_show: 'late' } as const satisfies Record<Entry['state'], Tone>
/** Saturday and Sunday are shown only when something stands there. */
const WEEKEND = 5

/** The week, a day at a time, each in groups by place or by person: side by side on a desk, one under the other on a telephone. */
export function Week({ page }: { page: ShownWeek }) {
  const { say, language } = useSpeaking()
  const { calendar: w } = words
  const { days, entries, today, asked } = page
  const groupOf = (one: Entry) => (asked.by === 'interviewer' ? (one.interviewer ?? say(w.nobody)) : one.location)
  const ofDay = (day: string) => {
    const own = entries.filter(({ on }) => on === day)
    const names = [...new Set(own.map(groupOf))].toSorted()
    return names.map((name) => ({ name, slots: own.filter((one) => groupOf(one) === name) }))
  }
  const shown = days
    .map((day, index) => ({ day, weekday: index + 1, groups: ofDay(day) }))
    .filter(({ weekday, groups }) => weekday <= WEEKEND || groups.length > 0)
  return (
    <ol className="week">
      {shown.map(({ day, weekday, groups }) => (
        <li key={day} aria-current={day === today ? 'date' : undefined}>
          <h2>
            {weekdayName(language, weekday)} <time dateTime={day}>{shortDay(language, day)}</time>
          </h2>
          {groups.length === 0 && <p className="soft small">{say(w.nothing)}</p>}
          {groups.map(({ name, slots }) => (
            <section key={name}>
              <h3>{name}</h3>
              <ul className="slots">
                {slots.map((one) => (
                  <Slot key={one.id} entry={one} by={asked.by} />
                ))}
              </ul>
            </section>
          ))}
        </li>
      ))}
    </ol>
  )
}

function Slot({ entry, by }: { entry: Entry; by: ShownWeek['asked']['by'] }) {
  const { say } = useSpeaking()
  const { calendar: w } = words
  const { pseudonym, wave, at, room, interviewer, location, state } = entry
  const beside = [by === 'interviewer' ? location : (interviewer ?? say(w.nobody)), room]
  return (
    <li>
      <strong>{at === null ? say(w.afterTalk) : clockTime(at)}</strong>{' '}
      <a className="code" href={link.planOf(pseudonym)}>
        {pseudonym}
      </a>{' '}
      {wave}
      <div className="soft small">{beside.filter(Boolean).join(' · ')}</div>
      {state !== 'planned' && <Badge tone={TONES[state]}>{say(words.appointmentStates[state])}</Badge>}
    </li>
  )
}
