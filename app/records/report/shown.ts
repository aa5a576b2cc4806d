import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Shown } from '../../protocol/disclosure/small-cells'
import { FEWEST } from '../../protocol/fewest'
import { COVARIATES, type Covariate } from '../../protocol/report/covariates'
import {
  counted as countedOf,
  eachCounted,
  people,
  type ShownColumns,
  shownCategories,
  shownCounts,
  shownSample,
  shownScores,
} from '../../protocol/report/small'
import { type ShownFlow, shownFlow } from '../flow/shown'
import { shownRates } from '../rates-shown'
import type { StudyFindings } from './findings'

type Rights = {
  /** Whether what the answers come to may be seen (§6). */
  readonly answers: boolean
  /** Whether counts of one to four may. */
  readonly small: boolean
}
type EachCovariate = Readonly<Record<Covariate, ShownColumns>>

/** The report as somebody may see it. A small count that another page hides is hidden here in the same way. */
export async function reportShown(
  db: StudyDb,
  study: StudyRef,
  { on, sample, sides, changes, pairs, outcomes, attrition }: StudyFindings,
  { answers, small }: Rights,
) {
  const flow = await shownFlow(db, study, { on }, small)
  const { counted, sample: risk } = await shownRates(db, study, {}, small)
  const each = <T>(of: Readonly<Record<Covariate, T>>, make: (one: T, small: boolean) => ShownColumns) =>
    Object.fromEntries(COVARIATES.map((name) => [name, make(of[name], small)])) as EachCovariate
  const own = each(sample, shownSample)
  return {
    on,
    small,
    fewest: FEWEST,
    flow,
    counted,
    published: study.protocol.publishedFigures ?? null,
    sample: small ? own : { ...own, risk: asOnThePageOfRates(own.risk, risk) },
    outcomes: outcomes.map(({ outcome, label, counts, scores, categories }) => {
      const shown = shownCounts(counts, small)
      const compared = answers && shown.compared
      return {
        outcome,
        label,
        ...shown,
        scores: compared ? shownScores(scores, small) : null,
        categories: compared ? each(categories, shownCategories) : null,
      }
    }),
    attrition: attrition.map(({ wave, from, scores, categories }) => {
      const losses = lossesIn(flow, from)
      const told = typeof losses.stayed === 'number' && typeof losses.lost === 'number'
      return {
        wave,
        from,
        ...losses,
        scores: answers && told ? shownScores(scores, small) : null,
        categories: told ? each(categories, shownCategories) : null,
      }
    }),
    answers: answers ? answersShown({ sides, changes, pairs }, small) : null,
  }
}
export type ReportShown = Awaited<ReturnType<typeof reportShown>>

/** What the answers come to, and of how many people. */
const answersShown = (
  { sides, changes, pairs }: Pick<StudyFindings, 'sides' | 'changes' | 'pairs'>,
  small: boolean,
) => ({
  sides: sides.map((side) => ({
    ...countedOf(side, small),
    unreliable: people(side.unreliable, small),
    measures: eachCounted(side.measures, small),
    consistency: eachCounted(side.consistency, small),
  })),
  changes: changes.map((one) => ({ ...one, measures: eachCounted(one.measures, small) })),
  pairs: pairs.map((one) => ({ ...one, measures: eachCounted(one.measures, small) })),
})

/** Who went on from a wave, who was lost there and why, and who is still to come. */
function lossesIn({ steps }: ShownFlow, wave: string) {
  const { on: stayed, left: lost, reasons, there } = steps.find((one) => one.step === wave) ?? NOBODY
  const [waiting = 0]: Shown[] = Object.values(there)
  return { stayed, lost, waiting, reasons }
}
const NOBODY: Omit<ShownFlow['steps'][number], 'step' | 'entered'> = { on: 0, left: 0, reasons: {}, there: {} }

type Risk = Awaited<ReturnType<typeof shownRates>>['sample']

/** Of risk the page of rates shows the same counts: what is hidden there is hidden here, and nothing else. */
function asOnThePageOfRates(own: ShownColumns, { categories, missing }: Risk): ShownColumns {
  const theirs = (name: string) => categories.find(({ category }) => category === name)
  const counts = [...categories, missing].flatMap(({ sample, population }) => [sample, population])
  const open = counts.every((one) => typeof one === 'number')
  return {
    ...own,
    unknown: [missing.sample, missing.population],
    categories:
      own.categories?.map((one) => {
        const { sample, population } = theirs(one.category) ?? { sample: one.counts[0], population: one.counts[1] }
        return open && !own.hidden
          ? one
          : { ...one, counts: [sample, population] as const, shares: [null, null] as const, difference: null }
      }) ?? null,
    hidden: !open,
  }
}
