import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { FEWEST } from '../../protocol/fewest'
import type { PublishedFigures } from '../../protocol/published-figures'
import type { Covariate } from '../../protocol/report/covariates'
import { type Findings, gathering } from '../../protocol/report/gathering'
import { type SampleWithin, sampleWithin } from '../../protocol/report/sample'
import { type Flow, flow } from '../flow'
import { publishedRules } from '../outcomes'
import { type Rates, ratesToday } from '../rates'
import { casesSeen } from './cases'
import { populationOf } from './population'

type OutcomeFound = Findings['outcomes'][number]
type AttritionFound = Findings['attrition'][number]

/** What a study came to, on a day: counts without people, and of answers only for who may see what they come to (§6). */
export type StudyReport = {
  readonly on: Day
  readonly fewest: number
  readonly flow: Flow
  readonly rates: Rates
  readonly sample: Readonly<Record<Covariate, SampleWithin>>
  readonly outcomes: readonly Pick<OutcomeFound, 'outcome' | 'variant' | 'version' | 'label' | 'counts'>[]
  readonly attrition: readonly Omit<AttritionFound, 'scores'>[]
  readonly published: PublishedFigures | null
  readonly answers:
    | (Pick<Findings, 'sides' | 'changes' | 'pairs'> & {
        /** Those with an outcome beside those without, in the order of the outcomes. */
        readonly outcomes: readonly Pick<OutcomeFound, 'outcome' | 'label' | 'scores' | 'categories'>[]
        readonly attrition: readonly Pick<AttritionFound, 'wave' | 'from' | 'scores'>[]
      })
    | null
}

/** Everything of the report; `answers` says whether whoever asks may see what they come to. Without, none is read. */
export async function studyReport(
  db: StudyDb,
  study: StudyRef,
  { on, answers }: { on: Day; answers: boolean },
): Promise<StudyReport> {
  const rules = publishedRules(study)
  const { add, found } = gathering(study.protocol, rules)
  for await (const one of casesSeen(db, study, { rules, followedTo: on, answers })) add(one)
  const { sides, changes, pairs, outcomes, attrition } = found()
  return {
    on,
    fewest: FEWEST,
    flow: await flow(db, study, { on }),
    rates: await ratesToday(db, study),
    sample: sampleWithin(await populationOf(db, study)),
    outcomes: outcomes.map(({ scores, categories, ...counted }) => counted),
    attrition: attrition.map(({ scores, ...counted }) => counted),
    published: study.protocol.publishedFigures ?? null,
    answers: answers
      ? {
          sides,
          changes,
          pairs,
          outcomes: outcomes.map(({ outcome, label, scores, categories }) => ({ outcome, label, scores, categories })),
          attrition: attrition.map(({ wave, from, scores }) => ({ wave, from, scores })),
        }
      : null,
  }
}
