import { words } from '../../i18n/catalogue'
import { count, decimal } from '../../i18n/numbers'
import { Facts } from '../../ui/facts'
import { useSpeaking } from '../../ui/speaking'
import type { Shown } from './shown'

/** How the interviews went, by number, without a norm or a colour (protocol §7.1: none may be invented). */
export function QualityFigures({ quality }: Pick<Shown, 'quality'>) {
  const { say, language } = useSpeaking()
  const { interviewers: w } = words
  const written = (value: number | null, of: number, write: (value: number) => string) =>
    value === null ? say(w.nothingToTell) : say(w.figure, { figure: write(value), of })
  const share = (part: number) => say(w.share, { part })
  const facts = [
    { label: say(w.interviews), value: count(language, quality.interviews) },
    {
      label: say(w.minutes),
      value: written(quality.minutes, quality.timed, (minutes) => decimal(language, minutes, 0)),
    },
    { label: say(w.missing), value: written(quality.missing, quality.answered, share) },
    { label: say(w.straightLined), value: written(quality.straightLined, quality.answered, share) },
    { label: say(w.brokenOff), value: count(language, quality.brokenOff) },
    { label: say(w.unreliable), value: count(language, quality.unreliable) },
    { label: say(w.noShows), value: count(language, quality.noShows) },
    { label: say(w.refused), value: count(language, quality.refused) },
  ]
  return (
    <section className="stack" aria-labelledby="quality">
      <h2 id="quality">{say(w.quality)}</h2>
      <p className="soft">{say(w.qualityAbout)}</p>
      <Facts facts={facts} />
    </section>
  )
}
