import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { distance, shortDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import type { Say } from '../../i18n/speak'
import { TALKS, WORK_OF } from '../../protocol/work'
import type { ToldWork } from './told'

/** The columns in which work is listed. */
export const workColumns = (say: Say) => {
  const { today: w } = words
  return [
    { key: 'who', label: say(w.who) },
    { key: 'what', label: say(w.what) },
    { key: 'due', label: say(w.due) },
    { key: 'where', label: say(w.where) },
    { key: 'why', label: say(w.why) },
  ]
}

type Reader = { readonly say: Say; readonly language: Language; readonly holds: boolean }

/** A piece of work as a row: about whom, what and where to do it, until when, where, and why. */
export const workRow = (work: ToldWork, reader: Reader) => ({
  key: work.id,
  cells: {
    who: <Who work={work} say={reader.say} />,
    what: <What work={work} {...reader} />,
    due: (
      <>
        <time dateTime={work.due}>{shortDay(reader.language, work.due)}</time>
        <div className="soft small">{distance(reader.language, work.daysLeft)}</div>
      </>
    ),
    where: work.location || reader.say(words.reconciliation.elsewhere),
    why: <span className="small">{work.why}</span>,
  },
})

function Who({ work, say }: { work: ToldWork; say: Say }) {
  const { dyad, month, pseudonym } = work
  if (dyad)
    return (
      <a className="code" href={link.dyad(dyad)}>
        {pseudonym}
      </a>
    )
  if (month) return <a href={link.statement(month)}>{say(words.reconciliation.named, { month })}</a>
  return <span className="code">{pseudonym}</span>
}

function What({ work, say, holds }: { work: ToldWork; say: Say; holds: boolean }) {
  const { dyad, kind, supervisor } = work
  return (
    <>
      {work.what}
      {dyad && WORK_OF.interviewer.includes(kind) && (
        <div className="small">
          {TALKS.includes(kind) && (
            <>
              <a href={link.visit(dyad)}>{say(words.visit.link)}</a> ·{' '}
            </>
          )}
          <a href={link.planOf(dyad)}>{say(words.calendar.link)}</a>
          {holds && (
            <>
              {' · '}
              <a href={link.interview(dyad)}>{say(words.interview.link)}</a>
            </>
          )}
        </div>
      )}
      {supervisor && (
        <div className="small">
          <a href={link.supervisor(supervisor)}>{say(words.today.toSupervisor)}</a>
        </div>
      )}
    </>
  )
}
