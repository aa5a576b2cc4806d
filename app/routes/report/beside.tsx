import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import type { Say } from '../../i18n/speak'
import type { Effect } from '../../protocol/effects/effect'
import { COVARIATES } from '../../protocol/report/covariates'
import type { Perspective } from '../../protocol/study'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { spreadSaid } from '../scores/said'
import { categoryParts } from './categories'
import { NOTHING } from './chapter'
import type { DrawnAnswers, DrawnReport } from './drawn'
import { cautionsOf, Measure, sideName } from './measure'

type Losses = DrawnReport['attrition'][number]
/** What the two groups are called, the first one first. */
type Named = { readonly one: string; readonly other: string }

const effectSaid = (say: Say, effect: Effect | null | undefined) =>
  effect ? say(words.scores.interval, { value: effect.value, ...effect.interval }) : NOTHING

type Scores = {
  caption: string
  named: Named
  scores: NonNullable<Losses['scores']>
  answers: DrawnAnswers
}

/** Two groups on every score of both sides, with the size of the difference. */
export function ScoresBeside({ caption, named, scores, answers }: Scores) {
  const { say, language } = useSpeaking()
  const { report: w } = words
  const rows = Object.entries(scores).map(([key, { n, of }]) => {
    const [perspective = 'client', ...rest] = key.split(' ') as [Perspective, ...string[]]
    return {
      key,
      cells: {
        measure: (
          <>
            {sideName(say, perspective)}: <Measure name={rest.join(' ')} cautions={cautionsOf(answers, perspective)} />
          </>
        ),
        nOne: shownCount(language, n[0]),
        one: spreadSaid(say, of?.groups[0]),
        nOther: shownCount(language, n[1]),
        other: spreadSaid(say, of?.groups[1]),
        g: of ? effectSaid(say, of.g) : say(w.tooFew),
      },
    }
  })
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'measure', label: say(w.measure) },
        { key: 'nOne', label: say(w.group, { group: named.one }), number: true },
        { key: 'one', label: say(w.groupMean, { group: named.one }), number: true },
        { key: 'nOther', label: say(w.group, { group: named.other }), number: true },
        { key: 'other', label: say(w.groupMean, { group: named.other }), number: true },
        { key: 'g', label: say(w.g), number: true },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}

type Categories = { caption: string; named: Named; categories: NonNullable<Losses['categories']> }

/** Two groups over what the register says of them. */
export function CategoriesBeside({ caption, named, categories }: Categories) {
  const { say, language } = useSpeaking()
  const { report: w } = words
  const parts = COVARIATES.map((covariate) =>
    categoryParts(
      { say, language },
      covariate,
      categories[covariate],
      ({ oddsRatio }) => effectSaid(say, oddsRatio) + (oddsRatio?.corrected ? ' *' : ''),
    ),
  )
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'category', label: say(w.category) },
        { key: 'one', label: named.one, number: true },
        { key: 'other', label: named.other, number: true },
        { key: 'effect', label: say(w.odds), number: true },
      ]}
      parts={parts}
    />
  )
}

/** What the effect sizes say, and what the star is; of scores only where there are any. */
export function Effects({ named, scores }: { named: Named; scores: boolean }) {
  const { say } = useSpeaking()
  const { report: w } = words
  return (
    <p className="soft small">
      {scores && `${say(w.aboutG, named)} `}
      {say(w.aboutOdds, named)}
    </p>
  )
}
