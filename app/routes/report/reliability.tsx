import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { isEnough } from '../scores/enough'
import { alphaSaid } from '../scores/said'
import { Chapter, NOTHING } from './chapter'
import type { DrawnAnswers, DrawnReport } from './drawn'
import { Measure, sideName } from './measure'

/** α with its interval beside the published one, and what must be said of a scale that is not reliable (protocol §7.1). */
export function ReliabilityChapter({ report, answers }: { report: DrawnReport; answers: DrawnAnswers }) {
  const { say, language } = useSpeaking()
  const { report: w, scores } = words
  const { published, fewest } = report
  const parts = answers.sides.map(({ wave, perspective, consistency, cautions }) => ({
    key: `${wave} ${perspective}`,
    title: say(scores.side, { wave, side: sideName(say, perspective) }),
    rows: Object.entries(consistency).map(([name, alpha]) => {
      const theirs = published?.alpha[`${wave} ${perspective}`]?.[name]
      return {
        key: name,
        cells: {
          scale: <Measure name={name} cautions={cautions} />,
          n: shownCount(language, alpha.n),
          alpha: alphaSaid(say, alpha, isEnough(alpha.n, fewest)),
          published: theirs === undefined ? NOTHING : say(scores.number, { value: theirs }),
        },
      }
    }),
  }))
  return (
    <Chapter id="reliability" title={say(w.reliability)} about={say(w.reliabilityAbout)}>
      <Table
        caption={say(w.reliability)}
        hidden
        columns={[
          { key: 'scale', label: say(w.scale) },
          { key: 'n', label: say(scores.complete), number: true },
          { key: 'alpha', label: say(scores.alpha), number: true },
          ...(published ? [{ key: 'published', label: say(w.published), number: true }] : []),
        ]}
        parts={parts}
      />
    </Chapter>
  )
}
