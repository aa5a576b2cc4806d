import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { numberSaid } from '../scores/said'
import { Chapter } from './chapter'
import type { DrawnAnswers } from './drawn'
import { cautionsOf, Measure, sideName } from './measure'

/** How the same people's scores changed from one wave to a later one (protocol §7.1). */
export function ChangesChapter({ answers }: { answers: DrawnAnswers }) {
  const { say, language } = useSpeaking()
  const { report: w, scores } = words
  if (answers.changes.length === 0) return null
  return (
    <Chapter id="changes" title={say(w.changes)} about={say(w.changesAbout)}>
      {answers.changes.map(({ wave, from, perspective, measures }) => (
        <Table
          key={`${wave} ${perspective}`}
          caption={say(w.change, { from, wave, side: sideName(say, perspective) })}
          columns={[
            { key: 'scale', label: say(w.scale) },
            { key: 'n', label: say(scores.people), number: true },
            { key: 'mean', label: say(scores.mean), number: true },
            { key: 'sd', label: say(scores.sd), number: true },
            { key: 'median', label: say(w.median), number: true },
            { key: 'min', label: say(w.min), number: true },
            { key: 'max', label: say(w.max), number: true },
          ]}
          parts={[
            {
              key: 'all',
              rows: Object.entries(measures).map(([name, { n, of }]) => {
                const told = (value: number | null | undefined) => numberSaid(say, value, of !== null)
                return {
                  key: name,
                  cells: {
                    scale: <Measure name={name} cautions={cautionsOf(answers, perspective)} />,
                    n: shownCount(language, n),
                    mean: told(of?.mean),
                    sd: told(of?.sd),
                    median: told(of?.median),
                    min: told(of?.min),
                    max: told(of?.max),
                  },
                }
              }),
            },
          ]}
        />
      ))}
    </Chapter>
  )
}
