import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { CategoriesBeside, Effects, ScoresBeside } from './beside'
import { Chapter, countOr } from './chapter'
import type { DrawnReport } from './drawn'

type Losses = DrawnReport['attrition'][number]

/** Who was lost to each later wave and why, and how they differ from those who stayed. */
export function AttritionChapter({ report }: { report: DrawnReport }) {
  const { say } = useSpeaking()
  const { report: w } = words
  const { answers, attrition } = report
  if (attrition.length === 0) return null
  const named = { one: say(w.groupStayed), other: say(w.groupLost) }
  return (
    <Chapter id="attrition" title={say(w.attrition)}>
      {attrition.map((losses) => {
        const { wave, from, lost, scores, categories } = losses
        return (
          <div key={wave} className="stack">
            <p className="soft read">{say(w.attritionAbout, { from, wave })}</p>
            <Reasons report={report} losses={losses} />
            {lost === 0 && <p>{say(w.nobodyLost)}</p>}
            {lost !== 0 && categories && (
              <>
                <Effects named={named} scores={scores !== null} />
                {scores && answers && (
                  <ScoresBeside
                    caption={say(w.firstScores, { about: wave, wave: from })}
                    {...{ named, scores, answers }}
                  />
                )}
                <CategoriesBeside caption={say(w.background, { about: wave })} {...{ named, categories }} />
              </>
            )}
          </div>
        )
      })}
    </Chapter>
  )
}

function Reasons({ report: { published }, losses }: { report: DrawnReport; losses: Losses }) {
  const { say, language } = useSpeaking()
  const { report: w } = words
  const { wave, stayed, waiting, lost, reasons } = losses
  const row = (key: string, what: string, n: Losses['lost'], theirs?: number) => ({
    key,
    cells: { what, n: shownCount(language, n), published: countOr(language, theirs) },
  })
  return (
    <Table
      caption={say(w.attrition)}
      hidden
      small
      columns={[
        { key: 'what', label: say(w.reason) },
        { key: 'n', label: say(w.people), number: true },
        ...(published ? [{ key: 'published', label: say(w.published), number: true }] : []),
      ]}
      parts={[
        {
          key: 'all',
          rows: [
            row('stayed', say(w.stayed, { wave }), stayed, published?.flow.steps[wave]),
            row('waiting', say(w.waiting), waiting),
          ],
        },
        {
          key: 'lost',
          title: `${say(w.lost)}: ${shownCount(language, lost)}`,
          rows: reasons.map(({ code, label, n }) => row(code, label, n, published?.flow.lost[wave]?.[code])),
        },
      ]}
    />
  )
}
