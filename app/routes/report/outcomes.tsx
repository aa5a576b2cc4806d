import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { CategoriesBeside, Effects, ScoresBeside } from './beside'
import { Chapter, NOTHING } from './chapter'
import type { DrawnReport } from './drawn'

/** How often each outcome came; and, for who may see what the answers come to, those with it beside those without. */
export function OutcomesChapter({ report }: { report: DrawnReport }) {
  const { say, language } = useSpeaking()
  const { report: w } = words
  const { answers, outcomes, waves } = report
  if (outcomes.length === 0) return null
  const named = { one: say(w.outcomeYes), other: say(w.outcomeNo) }
  const any = outcomes.some(({ counts }) => Object.values(counts).some((n) => n !== 0))
  return (
    <Chapter id="outcomes" title={say(w.outcomes)} about={say(w.outcomesAbout)}>
      {any ? <Counts report={report} /> : <p>{say(w.noOutcomes)}</p>}
      {any && answers && (
        <>
          <Effects named={named} scores />
          {outcomes.map(({ outcome, label, counts, scores, categories }) => {
            const about = label[language]
            return (
              <div key={outcome} className="stack">
                {scores && counts.not_yet_known !== 0 && <p>{say(w.provisional, { about })}</p>}
                {scores && (
                  <ScoresBeside
                    caption={say(w.firstScores, { about, wave: waves[0] ?? '' })}
                    {...{ named, scores, answers }}
                  />
                )}
                {categories && <CategoriesBeside caption={say(w.background, { about })} {...{ named, categories }} />}
                {!scores && <p>{say(w.hiddenOutcome, { about })}</p>}
              </div>
            )
          })}
        </>
      )}
    </Chapter>
  )
}

function Counts({ report: { outcomes, published } }: { report: DrawnReport }) {
  const { say, language } = useSpeaking()
  const { report: w } = words
  const rows = outcomes.map(({ outcome, label, counts: { yes, no, ...others } }) => {
    const theirs = published?.outcomes[outcome]
    const both = typeof yes === 'number' && typeof no === 'number' && yes + no > 0
    // before all is known those with it are too large a part: their day came, the others' has not
    const running = others.not_yet_known !== 0
    return {
      key: outcome,
      cells: {
        outcome: label[language],
        yes: shownCount(language, yes),
        no: shownCount(language, no),
        missing: shownCount(language, others.missing),
        notYet: shownCount(language, others.not_yet_known),
        notLinked: shownCount(language, others.not_linked),
        share: running ? say(w.running) : both ? say(w.share, { yes, share: yes / (yes + no) }) : NOTHING,
        published: theirs ? say(w.of, theirs) : NOTHING,
      },
    }
  })
  return (
    <Table
      caption={say(w.outcomes)}
      hidden
      columns={[
        { key: 'outcome', label: say(w.outcome) },
        { key: 'yes', label: say(w.yes), number: true },
        { key: 'no', label: say(w.no), number: true },
        { key: 'missing', label: say(w.missing), number: true },
        { key: 'notYet', label: say(w.notYet), number: true },
        { key: 'notLinked', label: say(w.notLinked), number: true },
        { key: 'share', label: say(w.shareYes), number: true },
        ...(published ? [{ key: 'published', label: say(w.published), number: true }] : []),
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
