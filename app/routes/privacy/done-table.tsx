import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import { wallMoment } from '../../i18n/moments'
import type { Say } from '../../i18n/speak'
import { doing } from '../../i18n/words/doings'
import type { Actor } from '../../identity/actors'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './trail'

/** Who it was, in a line: a colleague by name and role, or what else acted. */
export function whoWords(say: Say, who: Actor): string {
  if (who.kind !== 'account') return say(words.actors[who.kind])
  return who.role ? `${who.name}, ${say(words.roles[who.role])}` : who.name
}

/** What was done, newest first: when, who, what, about whom and for what. */
export function DoneTable({ caption, aside, rows }: { caption: string; aside?: string; rows: readonly Shown[] }) {
  const { say, language } = useSpeaking()
  const { privacy: w } = words
  return (
    <Table
      caption={caption}
      {...(aside && { aside })}
      columns={[
        { key: 'when', label: say(w.when) },
        { key: 'who', label: say(w.who) },
        { key: 'doing', label: say(w.doing) },
        { key: 'whom', label: say(w.whom) },
        { key: 'purpose', label: say(w.purpose) },
      ]}
      parts={[
        {
          key: 'all',
          rows: rows.map((row) => ({
            key: row.id,
            cells: {
              when: <When row={row} say={say} language={language} />,
              who: whoWords(say, row.who),
              doing: say(doing(row.verb)),
              whom: <span className="code">{row.whom}</span>,
              purpose: row.purpose,
            },
          })),
        },
      ]}
    />
  )
}

/** The moment; and the study's day, where its clock is another than the wall's. */
function When({ row: { at, day }, say, language }: { row: Shown; say: Say; language: Language }) {
  const moment = wallMoment(language, at)
  return (
    <>
      <time dateTime={at}>{moment}</time>
      {!moment.startsWith(wallMoment(language, `${day}T12:00:00Z`).split(',')[0] ?? '') && (
        <span className="soft small" title={longDay(language, day)}>
          {' '}
          {say(words.privacy.studyDay, { day })}
        </span>
      )}
    </>
  )
}
