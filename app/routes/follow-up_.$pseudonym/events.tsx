import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { Badge } from '../../ui/badge'
import { Field } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { at, type Filled, UNFILLED } from '../gate/form-parts'
import type { Loaded } from './pair-told'

type Event = Loaded['events'][number]

/** All that was told, the last day first, and below it a form for each that counts, to take it back. */
export function Events(props: { page: Loaded; filled: Filled; about: string | null }) {
  const { page, filled, about } = props
  const { say, language } = useSpeaking()
  const { followUp: w } = words
  const standing = page.events.filter((event) => event.standing)
  return (
    <>
      <Table
        caption={say(w.events)}
        columns={[
          { key: 'what', label: say(w.what) },
          { key: 'on', label: say(w.day) },
          { key: 'state', label: say(w.state) },
          { key: 'by', label: say(w.from) },
          { key: 'note', label: say(w.note) },
        ]}
        parts={[
          {
            key: 'all',
            rows: page.events.map((event) => ({
              key: event.id,
              cells: {
                what: event.what,
                on: <time dateTime={event.on}>{shortDay(language, event.on)}</time>,
                state: <Standing event={event} />,
                by: event.file ? <a href={link.import(event.file)}>{event.by}</a> : event.by,
                note: event.note ?? '–',
              },
            })),
          },
        ]}
      />
      {standing.length > 0 && (
        <details className="more" open={about !== null}>
          <summary>{say(w.takeBack)}</summary>
          <p className="soft">{say(w.takeBackAbout)}</p>
          {standing.map((event) => (
            <TakeBack
              key={event.id}
              pseudonym={page.pseudonym}
              event={event}
              filled={about === event.id ? filled : UNFILLED}
            />
          ))}
        </details>
      )}
    </>
  )
}

function Standing({ event: { standing, takenBack } }: { event: Event }) {
  const { say } = useSpeaking()
  const { followUp: w } = words
  if (standing) return <Badge tone="good">{say(w.standing)}</Badge>
  if (!takenBack) return <Badge tone="mute">{say(w.corrected)}</Badge>
  return (
    <>
      <Badge tone="mute">{say(w.takenBack, { on: takenBack.on })}</Badge>
      <br />
      <span className="soft small">{takenBack.why}</span>
    </>
  )
}

function TakeBack({ pseudonym, event, filled }: { pseudonym: string; event: Event; filled: Filled }) {
  const { say } = useSpeaking()
  const { followUp: w } = words
  const label = say(w.takeBackOf, { what: event.what, on: event.on })
  return (
    <form method="post" action={link.followUp(pseudonym)} className="panel form read" aria-label={label}>
      <h2>{label}</h2>
      <Field {...at(filled, 'why')} of={event.id} label={say(w.why)} hint={say(w.whyHint)} autoComplete="off" />
      <div>
        <button type="submit" name="taken_back" value={event.id} className="button quiet">
          {say(w.takeBack)}
        </button>
      </div>
    </form>
  )
}
