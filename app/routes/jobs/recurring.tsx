import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import { Empty } from '../../ui/empty'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Tiles } from '../../ui/tiles'
import { jobName } from './names'
import type { Shown } from './shown'

/** What recurs: when next, and when it last did its work for this study. */
export function Recurring({ timetable }: Pick<Shown, 'timetable'>) {
  const { say, language } = useSpeaking()
  const { jobs: w } = words
  const rows = timetable.map(({ name, next, last, day }) => ({
    key: name,
    cells: {
      job: jobName(say, name),
      next: next ?? say(w.lost),
      last: last ?? say(w.never),
      day: day ? shortDay(language, day) : '–',
    },
  }))
  return (
    <section className="stack" aria-labelledby="timetable">
      <h2 id="timetable">{say(w.timetable)}</h2>
      {rows.length === 0 ? (
        <Empty title={say(w.noTimetable)}>{say(w.noTimetableAbout)}</Empty>
      ) : (
        <Table
          caption={say(w.timetable)}
          hidden
          columns={[
            { key: 'job', label: say(w.job) },
            { key: 'next', label: say(w.next) },
            { key: 'last', label: say(w.last) },
            { key: 'day', label: say(w.lastDay) },
          ]}
          parts={[{ key: 'timetable', rows }]}
        />
      )}
    </section>
  )
}

const MAIL_STATES = ['planned', 'sending', 'sent', 'suppressed', 'failed', 'cancelled'] as const

/** The study's mail by what became of it. */
export function Mail({ mail }: Pick<Shown, 'mail'>) {
  const { say, language } = useSpeaking()
  const { jobs: w, mailStates } = words
  const counted = MAIL_STATES.flatMap((state) => {
    const n = mail.states[state] ?? 0
    return n > 0 ? [{ label: say(mailStates[state]), value: count(language, n), zero: false }] : []
  })
  return (
    <section className="stack" aria-labelledby="mail">
      <h2 id="mail">{say(w.mail)}</h2>
      {counted.length === 0 ? <Empty title={say(w.noMail)} /> : <Tiles tiles={counted} />}
      {mail.waiting > 0 && <p>{say(w.mailWaiting, { n: mail.waiting })}</p>}
    </section>
  )
}
