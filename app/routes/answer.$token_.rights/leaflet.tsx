import type { ReactNode } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { NAMES } from './confirm'
import type { Decision } from './decide'

type Given = {
  readonly token: string
  /** Months. */
  readonly kept: { readonly names: number; readonly answers: number }
  /** What has just happened. */
  readonly children: ReactNode
}

/** What a supervisor should know, and the ways to what they can do. */
export function Leaflet({ token, kept, children }: Given) {
  const { say } = useSpeaking()
  const { rights: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.title)} about={say(w.about)}>
        <a href={link.answer(token)}>{say(w.back)}</a>
      </Heading>
      {children}
      <section className="panel">
        <h2>{say(w.asked)}</h2>
        <p>{say(w.askedAbout)}</p>
        <h2>{say(w.free)}</h2>
        <p>{say(w.freeAbout)}</p>
        <h2>{say(w.readers)}</h2>
        <p>{say(w.readersAbout)}</p>
        <h2>{say(w.kept)}</h2>
        <p>{say(w.keptName, { months: kept.names })}</p>
        <p>{say(w.keptAnswers, { months: kept.answers })}</p>
        <h2>{say(w.yours)}</h2>
        <p>{say(w.yoursAbout)}</p>
      </section>
      <p>
        <a className="button" href={link.rights(token, 'answers')}>
          {say(w.answers)}
        </a>
      </p>
      <Ways title={say(w.stop)} token={token} decisions={['decline-one', 'decline-all']} />
      <Ways title={say(w.erase)} token={token} decisions={['erase-one', 'erase-all']} />
    </div>
  )
}

function Ways({ title, token, decisions }: { title: string; token: string; decisions: readonly Decision[] }) {
  const { say } = useSpeaking()
  return (
    <section className="panel">
      <h2>{title}</h2>
      <p className="row">
        {decisions.map((decision) => (
          <a key={decision} className="button quiet" href={link.rights(token, decision)}>
            {say(NAMES[decision])}
          </a>
        ))}
      </p>
    </section>
  )
}
