import { words } from '../../i18n/catalogue'
import { wallMoment } from '../../i18n/moments'
import { count } from '../../i18n/numbers'
import type { Actor } from '../../identity/actors'
import type { BreachVersion } from '../../identity/breaches'
import { Facts } from '../../ui/facts'
import { useSpeaking } from '../../ui/speaking'
import { whoWords } from '../privacy/done-table'

type Version = BreachVersion & { readonly who: Actor }

/** Every version of what was written of a breach, the newest first. */
export function History({ history }: { history: readonly Version[] }) {
  const { say } = useSpeaking()
  const { breaches: w } = words
  return (
    <section className="stack">
      <h2>{say(w.history)}</h2>
      <p className="soft">{say(w.historyAbout)}</p>
      {history.map((version) => (
        <details key={version.seq} className="more">
          <summary>{`${say(w.version)} ${version.seq}`}</summary>
          <One version={version} />
        </details>
      ))}
    </section>
  )
}

function One({ version }: { version: Version }) {
  const { say, language } = useSpeaking()
  const { breaches: w } = words
  const said = [
    { label: say(w.writtenAt), value: wallMoment(language, version.writtenAt) },
    { label: say(w.writtenBy), value: whoWords(say, version.who) },
    { label: say(w.happened), value: version.happened },
    { label: say(w.discovered), value: wallMoment(language, version.discoveredAt) },
    { label: say(w.material), value: version.material.map((one) => say(words.breached[one])).join(', ') },
    { label: say(w.people), value: count(language, version.people) },
    { label: say(w.consequences), value: version.consequences },
    { label: say(w.measures), value: version.measures },
    { label: say(w.reporting), value: say(words.reportings[version.reporting]) },
    { label: say(w.reportedAt), value: version.reportedAt && wallMoment(language, version.reportedAt) },
    { label: say(w.reason), value: version.reason },
    { label: say(w.telling), value: say(words.tellings[version.telling]) },
    { label: say(w.closedAt), value: version.closedAt && wallMoment(language, version.closedAt) },
  ]
  return <Facts facts={said.filter(({ value }) => value)} />
}
