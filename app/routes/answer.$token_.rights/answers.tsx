import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import { Empty } from '../../ui/empty'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import type { Given } from './given'

/** All that somebody answered, to read and to take along. */
export function Answers({ given, token }: { given: readonly Given[]; token: string }) {
  const { say } = useSpeaking()
  const { rights: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.answersTitle)} about={say(w.answersAbout)}>
        <a href={link.rights(token)}>{say(w.title)}</a>
      </Heading>
      {given.length === 0 ? (
        <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
      ) : (
        <section className="panel">
          <h2>{say(w.download)}</h2>
          <p className="row">
            <a href={link.ownAnswers(token, 'csv')}>{say(w.csv)}</a>
            <a href={link.ownAnswers(token, 'json')}>{say(w.json)}</a>
          </p>
        </section>
      )}
      {given.map((one) => (
        <One key={`${one.pseudonym} ${one.title}`} given={one} />
      ))}
    </div>
  )
}

function One({ given }: { given: Given }) {
  const { say, language } = useSpeaking()
  const { title, pseudonym, on, erased, lines } = given
  return (
    <section className="panel">
      <h2>{title}</h2>
      <p>
        {say(words.rights.client)} <span className="code">{pseudonym}</span>,{' '}
        <time dateTime={on}>{longDay(language, on)}</time>
      </p>
      {erased ? (
        <p className="soft">{say(words.rights.erased)}</p>
      ) : (
        <Facts facts={lines.map(({ question, answer }) => ({ label: question, value: answer }))} />
      )}
    </section>
  )
}
