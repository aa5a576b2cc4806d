import { words } from '../../i18n/catalogue'
import { Empty } from '../../ui/empty'
import { useSpeaking } from '../../ui/speaking'
import { AttritionChapter } from './attrition'
import { ChangesChapter } from './changes'
import type { DrawnReport } from './drawn'
import { FlowChapter } from './flow'
import { OutcomesChapter } from './outcomes'
import { PairsChapter } from './pairs'
import { ReliabilityChapter } from './reliability'
import { ResponseChapter } from './response'
import { SampleChapter } from './sample'
import { ScalesChapter } from './scales'

/** The report, chapter by chapter: the same on the screen and in a document. */
export function Report({ report }: { report: DrawnReport }) {
  const { say } = useSpeaking()
  const { report: w } = words
  const { answers } = report
  if (report.boxes[0]?.count === 0) return <Empty title={say(w.empty)}>{say(w.emptyAbout)}</Empty>
  return (
    <div className="report stack wide">
      <FlowChapter report={report} />
      <ResponseChapter report={report} />
      {answers && (
        <>
          <ScalesChapter report={report} answers={answers} />
          <ReliabilityChapter report={report} answers={answers} />
          <ChangesChapter answers={answers} />
          <PairsChapter report={report} answers={answers} />
        </>
      )}
      <OutcomesChapter report={report} />
      <AttritionChapter report={report} />
      <SampleChapter report={report} />
    </div>
  )
}

/** The chapters that there are, by the ids of their headings. */
export function chaptersOf({ answers, outcomes, attrition }: DrawnReport) {
  const { report: w } = words
  return [
    { id: 'flow', title: w.flow },
    { id: 'response', title: w.response },
    ...(answers
      ? [
          { id: 'scales', title: w.scales },
          { id: 'reliability', title: w.reliability },
          ...(answers.changes.length > 0 ? [{ id: 'changes', title: w.changes }] : []),
          { id: 'pairs', title: w.pairs },
        ]
      : []),
    ...(outcomes.length > 0 ? [{ id: 'outcomes', title: w.outcomes }] : []),
    ...(attrition.length > 0 ? [{ id: 'attrition', title: w.attrition }] : []),
    { id: 'sample', title: w.sample },
  ]
}
