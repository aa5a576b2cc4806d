import { words } from '../../i18n/catalogue'
import { decimal, shownCount } from '../../i18n/numbers'
import { Scatter } from '../../ui/scatter'
import { tooMany } from '../../ui/scatter-layout'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { isEnough } from '../scores/enough'
import { numberSaid, spreadSaid } from '../scores/said'
import { Chapter, NOTHING } from './chapter'
import type { DrawnAnswers, DrawnReport } from './drawn'
import { cautionsOf, Measure, measureSaid } from './measure'

type Of = { report: DrawnReport; answers: DrawnAnswers }
type Pairs = DrawnAnswers['pairs'][number]

/** How the two of a pair answered: correlations, differences, and every pair as a dot (protocol §7.1). */
export function PairsChapter({ report, answers }: Of) {
  const { say } = useSpeaking()
  const { report: w } = words
  return (
    <Chapter id="pairs" title={say(w.pairs)} about={say(w.pairsAbout)}>
      {answers.pairs.map((pairs) => (
        <PairsTable key={pairs.wave} pairs={pairs} report={report} answers={answers} />
      ))}
      {answers.pairs.map((pairs) => (
        <Scatters key={pairs.wave} pairs={pairs} report={report} answers={answers} />
      ))}
    </Chapter>
  )
}

/** A scale of both sides has what must be said of either. */
const bothCautions = (answers: DrawnAnswers) => ({
  ...cautionsOf(answers, 'supervisor'),
  ...cautionsOf(answers, 'client'),
})

function PairsTable({ pairs: { wave, measures }, report, answers }: Of & { pairs: Pairs }) {
  const { say, language } = useSpeaking()
  const { report: w, scores } = words
  const printed = report.published?.correlations[wave]
  const cautions = bothCautions(answers)
  const rows = Object.entries(measures).map(([name, { n, r, relative, absolute }]) => {
    const theirs = printed?.[name]
    return {
      key: name,
      cells: {
        scale: <Measure name={name} cautions={cautions} />,
        n: shownCount(language, n),
        r: numberSaid(say, r, isEnough(n, report.fewest)),
        published: theirs === undefined ? NOTHING : say(scores.number, { value: theirs }),
        relative: spreadSaid(say, relative),
        absolute: spreadSaid(say, absolute),
      },
    }
  })
  return (
    <Table
      caption={say(scores.side, { wave, side: say(scores.dyads) })}
      columns={[
        { key: 'scale', label: say(w.scale) },
        { key: 'n', label: say(scores.people), number: true },
        { key: 'r', label: say(scores.r), number: true },
        ...(report.published ? [{ key: 'published', label: say(w.publishedR), number: true }] : []),
        { key: 'relative', label: say(scores.direction), number: true },
        { key: 'absolute', label: say(scores.size), number: true },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}

function Scatters({ pairs: { wave, measures }, report, answers }: Of & { pairs: Pairs }) {
  const { say, language } = useSpeaking()
  const { report: w } = words
  const drawn = Object.entries(measures).filter(([, { spots }]) => spots.length > 0)
  if (drawn.length === 0) return null
  const cautions = bothCautions(answers)
  const many = drawn.some(([, { spots }]) => tooMany(spots))
  return (
    <>
      <h3>{say(w.scatters, { wave })}</h3>
      <p className="soft read">{say(many ? w.scattersBig : w.scattersAbout)}</p>
      <div className="scatters">
        {drawn.map(([name, { n, r, spots }]) => {
          const told = { n: shownCount(language, n), r: r === null ? NOTHING : decimal(language, r, 2) }
          return (
            <figure key={name}>
              <figcaption>
                <Measure name={name} cautions={cautions} />
                <br />n = {told.n}, r = {told.r}
              </figcaption>
              <Scatter
                title={say(w.scatterTitle, { scale: measureSaid(say, name), wave })}
                about={say(w.scatterAbout, told)}
                horizontal={say(w.client)}
                vertical={say(w.supervisor)}
                spots={spots}
                range={report.ranges[name] ?? { least: 1, most: 7 }}
              />
            </figure>
          )
        })}
      </div>
    </>
  )
}
