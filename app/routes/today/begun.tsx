import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import type { Begun as Interview } from '../../records/fieldwork/begun'
import { Badge } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'

/** The interviews that whoever looks began and that are not over. */
export function Begun({ begun }: { begun: readonly Interview[] }) {
  const { say, language } = useSpeaking()
  const { interview: w } = words
  return (
    <section className="panel" aria-labelledby="begun">
      <h2 id="begun">{say(w.begun)}</h2>
      <ul className="countdowns">
        {begun.map(({ dyad, wave, openedOn, brokenOffOn }) => (
          <li key={`${dyad} ${wave}`}>
            <a href={link.interview(dyad)}>{say(w.title, { wave, pseudonym: dyad })}</a>
            <span className="badges">
              <Badge tone={brokenOffOn ? 'soon' : 'calm'}>{say(brokenOffOn ? w.wasBrokenOff : w.isGoingOn)}</Badge>
              <time dateTime={brokenOffOn ?? openedOn}>{shortDay(language, brokenOffOn ?? openedOn)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
