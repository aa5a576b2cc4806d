import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { numberSaid } from '../scores/said'
import { Chapter, NOTHING } from './chapter'
import type { DrawnAnswers, DrawnReport } from './drawn'
import { Measure, sideName } from './measure'

/** Every scale and mark in the published form, by wave and side (protocol §8). */
export function ScalesChapter({ report, answers }: { report: DrawnReport; answers: DrawnAnswers }) {
  const { say } = useSpeaking()
  const { report: w, scores } = words
  const { published } = report
  return (
    <Chapter id="scales" title={say(w.scales)} about={say(w.scalesAbout)}>
      {answers.sides.map((side) => (
        <SideTable key={`${side.wave} ${side.perspective}`} side={side} report={report} />
      ))}
      <p className="soft small">
        {say(w.noNorms)} {published && say(w.publishedFrom, published)}
      </p>
      <p className="soft small">{say(scores.few, { n: report.fewest })}</p>
    </Chapter>
  )
}

function SideTable({ side, report }: { side: DrawnAnswers['sides'][number]; report: DrawnReport }) {
  const { say, language } = useSpeaking()
  const { report: w, scores } = words
  const { published } = report
  const { wave, perspective, n, unreliable, measures, cautions } = side
  const said = (n: typeof unreliable) => shownCount(language, n)
  const printed = published?.scores[`${wave} ${perspective}`]
  const rows = Object.entries(measures).map(([name, { n: scored, of }]) => {
    const told = (value: number | null | undefined) => numberSaid(say, value, of !== null)
    const theirs = printed?.[name]
    return {
      key: name,
      cells: {
        scale: <Measure name={name} cautions={cautions} />,
        n: said(scored),
        mean: told(of?.mean),
        sd: told(of?.sd),
        median: told(of?.median),
        min: told(of?.min),
        max: told(of?.max),
        published: theirs ? say(w.publishedScore, theirs) : NOTHING,
      },
    }
  })
  return (
    <Table
      caption={say(scores.side, { wave, side: sideName(say, perspective) })}
      aside={say(w.measured, { n: said(n), unreliable: said(unreliable) })}
      columns={[
        { key: 'scale', label: say(w.scale) },
        { key: 'n', label: say(scores.people), number: true },
        { key: 'mean', label: say(scores.mean), number: true },
        { key: 'sd', label: say(scores.sd), number: true },
        { key: 'median', label: say(w.median), number: true },
        { key: 'min', label: say(w.min), number: true },
        { key: 'max', label: say(w.max), number: true },
        ...(published ? [{ key: 'published', label: say(w.published), number: true }] : []),
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
