import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { INCIDENTS, stepsFor } from '../../protocol/incidents'
import type { KeptIncident } from '../../records/incidents/list'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** Incidents, the last first; one that nobody has seen has a button. */
export function IncidentTable({ items }: { items: readonly KeptIncident[] }) {
  const { say, language } = useSpeaking()
  const { incidents: w } = words
  const rows = items.map((one) => {
    const kind = INCIDENTS[one.kind].label[language]
    const taken = stepsFor(one.kind).flatMap(({ code, label }) => (one.steps.includes(code) ? [label[language]] : []))
    return {
      key: one.id,
      cells: {
        kind,
        day: <time dateTime={one.on}>{shortDay(language, one.on)}</time>,
        location: one.location,
        whom: one.pseudonym && <span className="pseudonym">{one.pseudonym}</span>,
        interviewer: one.interviewer,
        steps: taken.length > 0 ? taken.join(' ') : <span className="soft">{say(w.noSteps)}</span>,
        remark: one.remark,
        seen: one.seenOn ? (
          say(w.seenOn, { on: one.seenOn })
        ) : (
          <See id={one.id} label={say(w.seeOne, { kind, on: one.on })} />
        ),
      },
    }
  })
  return (
    <Table
      caption={say(w.title)}
      hidden
      columns={[
        { key: 'kind', label: say(w.kind) },
        { key: 'day', label: say(w.day) },
        { key: 'location', label: say(w.location) },
        { key: 'whom', label: say(w.whom) },
        { key: 'interviewer', label: say(words.interviewers.one) },
        { key: 'steps', label: say(w.steps) },
        { key: 'remark', label: say(w.remark) },
        { key: 'seen', label: say(w.seen) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}

function See({ id, label }: { id: string; label: string }) {
  const { say } = useSpeaking()
  return (
    <form method="post" action={link.incidents()}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button quiet" aria-label={label}>
        {say(words.incidents.see)}
      </button>
    </form>
  )
}
