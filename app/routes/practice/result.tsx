import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import type { Figures } from './step'

/** How a practice went, with what each figure tells. */
export function Result({ figures }: { figures: Figures }) {
  const { say } = useSpeaking()
  const { practice: w } = words
  const { seconds, missing, straightLined } = figures
  const lasted = { minutes: Math.floor(seconds / 60), seconds: Math.round(seconds % 60) }
  const facts = [
    { label: say(w.duration), value: say(w.lasted, lasted), about: say(w.durationAbout) },
    {
      label: say(w.missing),
      value: missing === null ? say(w.nothing) : say(w.share, { percent: Math.round(missing * 100) }),
      about: say(w.missingAbout),
    },
    { label: say(w.same), value: say(straightLined ? w.sameYes : w.sameNo), about: say(w.sameAbout) },
  ]
  return (
    <div className="read stack">
      <Heading title={`${say(w.mark)}: ${say(w.result)}`} about={say(w.resultAbout)} />
      <Facts
        facts={facts.map(({ label, value, about }) => ({
          label,
          value: (
            <>
              <strong>{value}</strong>
              <br />
              <span className="soft">{about}</span>
            </>
          ),
        }))}
      />
      <p>
        <a className="button" href={link.practice()}>
          {say(w.again)}
        </a>
      </p>
    </div>
  )
}
