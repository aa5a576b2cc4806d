import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import type { ShownWeek } from './shown'

/** Of which place and whom the week is shown, and in what groups: a plain form that makes an address. */
export function Choice({ page }: { page: ShownWeek }) {
  const { say } = useSpeaking()
  const { calendar: w } = words
  const { asked, locations, loads } = page
  const option = (value: string) => ({ value, label: value })
  return (
    <form method="get" action={link.calendar()} className="search">
      <input type="hidden" name="week" value={asked.monday} />
      <Select
        name="location"
        label={say(w.location)}
        none={say(w.everywhere)}
        value={asked.location ?? ''}
        groups={[{ label: say(w.location), options: locations.map(option) }]}
      />
      <Select
        name="interviewer"
        label={say(w.interviewer)}
        none={say(w.everybody)}
        value={asked.interviewer ?? ''}
        groups={[{ label: say(w.interviewer), options: loads.map(({ code }) => option(code)) }]}
      />
      <Select
        name="by"
        label={say(w.by)}
        none={say(w.byLocation)}
        value={asked.by === 'interviewer' ? 'interviewer' : ''}
        groups={[{ label: say(w.by), options: [{ value: 'interviewer', label: say(w.byInterviewer) }] }]}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
    </form>
  )
}
