import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Endangered } from '../../records/endangered'
import { Badge, type Tone } from '../../ui/badge'
import { Bar, Pips } from '../../ui/countdown'
import { useSpeaking } from '../../ui/speaking'

/** The whole of a window that is drawn: the warnings begin four weeks before it closes. */
const WARNED_DAYS = 28

/** Who cannot be interviewed any more if nobody does anything: by contacts held, and by windows that close. */
export function AboutToBeLost({ lost, most }: { lost: Endangered; most: number }) {
  const { say } = useSpeaking()
  const { today: w } = words
  return (
    <aside className="stack" aria-labelledby="lost">
      <h2 id="lost" tabIndex={-1}>
        {say(w.lost)}
      </h2>
      <section className="panel">
        <h3>{say(w.lostContacts, { max: most })}</h3>
        <p className="soft small">{say(w.lostContactsAbout, { max: most })}</p>
        <Contacts contacts={lost.contacts} most={most} />
        <Total shown={lost.contacts.length} total={lost.contactsTotal} none={say(w.lostContactsNone)} />
      </section>
      <section className="panel">
        <h3>{say(w.lostWindows)}</h3>
        <Windows windows={lost.windows} />
        <Total shown={lost.windows.length} total={lost.windowsTotal} none={say(w.lostWindowsNone)} />
      </section>
    </aside>
  )
}

function Contacts({ contacts, most }: { contacts: Endangered['contacts']; most: number }) {
  const { say } = useSpeaking()
  const { today: w } = words
  return (
    <ul className="countdowns">
      {contacts.map((one) => (
        <li key={one.pseudonym}>
          <div>
            <span className="code">{one.pseudonym}</span>
            <div className="soft small">
              {one.location} ·{' '}
              {one.daysLeft === null ? say(w.noNextContact) : say(w.nextContact, { days: one.daysLeft })}
            </div>
          </div>
          <Pips held={one.contacts} of={most} label={say(w.pips, { held: one.contacts, left: one.contactsLeft })} />
        </li>
      ))}
    </ul>
  )
}

function Windows({ windows }: { windows: Endangered['windows'] }) {
  const { say } = useSpeaking()
  const { today: w } = words
  return (
    <ul className="countdowns">
      {windows.map((one) => {
        const tone: Tone = one.appointmentOn ? 'calm' : one.daysLeft <= 7 ? 'late' : 'soon'
        return (
          <li key={`${one.dyad} ${one.wave}`}>
            <div>
              <a className="code" href={link.dyad(one.dyad)}>
                {one.dyad}
              </a>{' '}
              {one.wave}
              <div className="soft small">
                {one.location} ·{' '}
                {one.appointmentOn ? say(w.appointment, { on: one.appointmentOn }) : say(w.noAppointment)}
              </div>
            </div>
            <Badge tone={tone}>{say(w.closes, { days: one.daysLeft })}</Badge>
            <Bar part={WARNED_DAYS - one.daysLeft} whole={WARNED_DAYS} tone={tone} />
          </li>
        )
      })}
    </ul>
  )
}

function Total({ shown, total, none }: { shown: number; total: number; none: string }) {
  const { say } = useSpeaking()
  if (total === 0) return <p>{none}</p>
  return total > shown ? <p className="soft small">{say(words.today.more, { shown, total })}</p> : null
}
