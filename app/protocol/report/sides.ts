import type { Consistency } from '../consistency'
import { FEWEST } from '../fewest'
import { cautions, type Figures, figures } from '../scale-figures'
import type { Perspective, StudyProtocol, Words } from '../study'
import { type Description, descriptionOf, type Tally, tallied } from '../tally'
import type { Measured } from './case'
import { definitionsOf, measuresOf } from './measures'

/** Scores by the name of the measure; null is missing. */
export type SideScores = Readonly<Record<string, number | null>>
/** n, and what the values come to; null of too few. */
export type Told = { readonly n: number; readonly of: Description | null }

/** One side at one wave: how many were complete and reliable, what they scored, and how the scales hang together. */
export type SideFound = {
  readonly wave: string
  readonly perspective: Perspective
  readonly n: number
  readonly unreliable: number
  readonly measures: Readonly<Record<string, Told>>
  /** By the definition on which reliability is reported. */
  readonly consistency: Readonly<Record<string, Consistency>>
  readonly cautions: Readonly<Record<string, Words>>
}

/** One side at one wave while it comes in. */
type Side = {
  /** Takes one measurement in; gives its scores, none of one that was found unreliable. */
  readonly add: (one: Measured) => SideScores | null
  readonly found: () => SideFound
}

export function side(study: StudyProtocol, wave: string, perspective: Perspective): Side {
  const { scores: definition, reliability } = definitionsOf(study)
  const { marks } = measuresOf(study, perspective)
  const scored = figures(definition, perspective)
  const hanging: Figures = figures(reliability, perspective)
  const given = marks.map((mark) => [mark, new Map() as Tally] as const)
  let [n, unreliable] = [0, 0]
  return {
    add: (one) => {
      if (one.unreliable) {
        unreliable += 1
        return null
      }
      n += 1
      hanging.add(one.answers)
      const scores: Record<string, number | null> = scored.add(one.answers)
      for (const [mark, tally] of given) {
        const value = one.answers[mark] ?? null
        scores[mark] = value
        if (value !== null) tallied(tally, value)
      }
      return scores
    },
    found: () => ({
      wave,
      perspective,
      n,
      unreliable,
      measures: Object.fromEntries(
        [
          ...Object.entries(scored.descriptives()),
          ...given.map(([mark, tally]) => [mark, descriptionOf(tally)] as const),
        ].map(([name, of]) => [name, { n: of.n, of: of.n < FEWEST ? null : of }]),
      ),
      consistency: Object.fromEntries(Object.entries(hanging.consistency()).map(([name, of]) => [name, told(of)])),
      cautions: cautions(definition, perspective),
    }),
  }
}

/** Of an α the items are for the page of the scales: here it is the scale that is told of. */
const told = ({ n, alpha, interval }: Consistency): Consistency =>
  n < FEWEST ? { n, alpha: null, interval: null, items: [] } : { n, alpha, interval, items: [] }
