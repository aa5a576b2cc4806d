import { words } from '../../i18n/catalogue'
import { clockTime } from '../../i18n/clock-time'
import { shortDay } from '../../i18n/days'
import type { PastAppointment } from '../../records/appointments/of-pair'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** All that was arranged for a pair, the newest first. */
export function Course({ course }: { course: readonly PastAppointment[] }) {
  const { say, language } = useSpeaking()
  const { plan: w, calendar: c } = words
  if (course.length === 0) return <p className="soft">{say(w.none)}</p>
  const rows = course.map(({ id, wave, on, at, location, room, interviewer, state }) => ({
    key: id,
    cells: {
      when: `${wave} ${shortDay(language, on)}, ${at === null ? say(c.afterTalk) : clockTime(at)}`,
      where: [location, room].filter(Boolean).join(', '),
      who: interviewer ?? say(c.nobody),
      state: say(words.appointmentStates[state as keyof typeof words.appointmentStates]),
    },
  }))
  return (
    <Table
      caption={say(w.course)}
      columns={[
        { key: 'when', label: say(w.when) },
        { key: 'where', label: say(w.where) },
        { key: 'who', label: say(c.interviewer) },
        { key: 'state', label: say(w.state) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
