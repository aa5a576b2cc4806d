import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Person } from '../../identity/reidentify'
import { Facts } from '../../ui/facts'
import { ForAMinute } from '../../ui/for-a-minute'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'

/** One person, for a minute. */
export function Found({ found }: { found: Person & { readonly pseudonym: string } }) {
  const { say } = useSpeaking()
  const { reidentify: w } = words
  const facts =
    found.person === 'client'
      ? [
          { label: say(w.name), value: found.name },
          { label: say(w.number), value: found.number },
          { label: say(w.bornOn), value: say(w.born, { on: found.bornOn }) },
          { label: say(w.phone), value: found.phone ?? say(w.noPhone) },
        ]
      : [
          { label: say(w.name), value: found.name },
          { label: say(w.email), value: found.email },
        ]
  return (
    <div className="read stack">
      <Heading title={found.pseudonym} about={say(w.minute)} />
      <section className="panel">
        <h2>{say(w[found.person])}</h2>
        <ForAMinute over={link.reidentifyOver()} counted={(seconds) => say(w.left, { seconds })}>
          <Facts facts={facts} />
        </ForAMinute>
      </section>
      <p>
        <a className="button" href={link.reidentifyOver()}>
          {say(w.clear)}
        </a>
      </p>
    </div>
  )
}
