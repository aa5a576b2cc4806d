import { words } from '../../i18n/catalogue'
import { FlowDrawing } from '../../ui/flow-drawing'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Chapter, countOr } from './chapter'
import type { DrawnReport } from './drawn'

/** From registration to the last wave: the drawing, and who came to each step beside what is published. */
export function FlowChapter({ report }: { report: DrawnReport }) {
  const { say, language } = useSpeaking()
  const { report: w, flow } = words
  const { boxes, published } = report
  return (
    <Chapter id="flow" title={say(w.flow)}>
      <Table
        caption={say(w.came)}
        hidden
        small
        columns={[
          { key: 'step', label: say(w.step) },
          { key: 'came', label: say(w.came), number: true },
          ...(published ? [{ key: 'published', label: say(w.published), number: true }] : []),
        ]}
        parts={[
          {
            key: 'all',
            rows: boxes.map(({ key, label, written }) => ({
              key,
              cells: { step: label, came: written, published: countOr(language, published?.flow.steps[key]) },
            })),
          },
        ]}
      />
      {published && <p className="soft small">{say(w.publishedFrom, { cite: published.flow.cite })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a telephone, and a keyboard must reach it */}
      <section className="river" aria-label={say(flow.diagram)} tabIndex={0}>
        <FlowDrawing boxes={boxes} title={say(flow.diagram)} about={say(flow.aboutDrawing)} />
      </section>
    </Chapter>
  )
}
