import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Room } from '../../records/appointments/rooms'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { hoursWritten } from '../gate/hours-fields'
import { TakeAway } from '../gate/take-away'

/** The rooms of each location with their hours; each can be taken away. */
export function Kept({ rooms }: { rooms: readonly Room[] }) {
  const { say, language } = useSpeaking()
  const { rooms: w } = words
  const parts = [...new Set(rooms.map(({ location }) => location))].map((location) => ({
    key: location,
    title: location,
    rows: rooms
      .filter((room) => room.location === location)
      .map(({ id, name, hours }) => ({
        key: id,
        cells: {
          name,
          hours:
            hours.length === 0 ? (
              say(w.always)
            ) : (
              <ul className="slots">
                {hours.map((one) => (
                  <li key={one.id} className="row">
                    {hoursWritten(language, one)}
                    <TakeAway
                      action={link.rooms()}
                      form="end_hours"
                      id={one.id}
                      what={`${name}, ${hoursWritten(language, one)}`}
                    />
                  </li>
                ))}
              </ul>
            ),
          end: <TakeAway action={link.rooms()} form="end" id={id} what={`${location}, ${name}`} />,
        },
      })),
  }))
  return (
    <Table
      caption={say(w.title)}
      hidden
      columns={[
        { key: 'name', label: say(words.plan.room) },
        { key: 'hours', label: say(w.hours) },
        { key: 'end', label: say(w.end) },
      ]}
      parts={parts}
    />
  )
}
