import { words } from '../../i18n/catalogue'
import { COVARIATES } from '../../protocol/report/covariates'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { categoryParts } from './categories'
import { Chapter, NOTHING } from './chapter'
import type { DrawnReport } from './drawn'

/** Those interviewed beside everybody registered. */
export function SampleChapter({ report: { sample } }: { report: DrawnReport }) {
  const { say, language } = useSpeaking()
  const { report: w, scores } = words
  const parts = COVARIATES.map((covariate) =>
    categoryParts({ say, language }, covariate, sample[covariate], ({ difference }) =>
      difference === null ? NOTHING : say(scores.number, { value: difference }),
    ),
  )
  return (
    <Chapter id="sample" title={say(w.sample)} about={say(w.sampleAbout)}>
      <Table
        caption={say(w.sample)}
        hidden
        columns={[
          { key: 'category', label: say(w.category) },
          { key: 'one', label: say(w.interviewed), number: true },
          { key: 'other', label: say(w.registered), number: true },
          { key: 'effect', label: say(w.difference), number: true },
        ]}
        parts={parts}
      />
    </Chapter>
  )
}
