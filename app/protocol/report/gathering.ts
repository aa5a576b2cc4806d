import type { OutcomeRule, Perspective, StudyProtocol } from '../study'
import { type AttritionFound, attrition } from './attrition'
import type { CaseSeen } from './case'
import { measuresOf } from './measures'
import { type OutcomeFound, outcome } from './outcomes'
import { changesOf, type Paired, type PairTally, paired, pairedOf } from './pairs'
import { type SideFound, type SideScores, side, type Told } from './sides'

const SIDES: readonly Perspective[] = ['client', 'supervisor']

/** How one side changed from the wave that anchors a later one: the later score minus the earlier. */
export type ChangeFound = {
  readonly wave: string
  readonly from: string
  readonly perspective: Perspective
  readonly measures: Readonly<Record<string, Told>>
}
/** How the two of a pair answered at a wave, by measure. */
export type PairsFound = { readonly wave: string; readonly measures: Readonly<Record<string, Paired>> }

/** What a study came to, of nobody in particular. */
export type Findings = {
  readonly sides: readonly SideFound[]
  readonly changes: readonly ChangeFound[]
  readonly pairs: readonly PairsFound[]
  readonly outcomes: readonly OutcomeFound[]
  readonly attrition: readonly AttritionFound[]
}

/** The name of a score where those of both sides stand beside each other. */
export const scoreName = (perspective: Perspective, measure: string) => `${perspective} ${measure}`

/** The findings while cases come in, one at a time and in any order; none is kept. Takes the rules of the outcomes. */
export function gathering(
  study: StudyProtocol,
  rules: readonly OutcomeRule[],
): { readonly add: (one: CaseSeen) => void; readonly found: () => Findings } {
  const { waves } = study
  const first = waves[0]?.name ?? ''
  const names = (perspective: Perspective) => {
    const { scales, marks } = measuresOf(study, perspective)
    return [...scales, ...marks]
  }
  const shared = names('client').filter((name) => names('supervisor').includes(name))
  const both = SIDES.flatMap((perspective) => names(perspective).map((name) => scoreName(perspective, name)))
  const sides = waves.flatMap(({ name }) =>
    SIDES.map((perspective) => ({ wave: name, perspective, ...side(study, name, perspective) })),
  )
  const anchored = waves.flatMap((wave) => (wave.window ? [{ wave, from: wave.window.anchor }] : []))
  const changes = anchored.flatMap(({ wave, from }) =>
    SIDES.map((perspective) => ({ wave: wave.name, from, perspective, tallies: empty(names(perspective)) })),
  )
  const pairs = waves.map(({ name }) => ({ wave: name, tallies: empty(shared) }))
  const outcomes = rules.map((rule) => outcome(rule, both))
  const losses = anchored.map(({ wave, from }) => attrition(wave.name, from, both))

  return {
    add: (one) => {
      const scored = new Map<string, SideScores>()
      for (const { wave, perspective, add } of sides) {
        const given = one.measurements.find((m) => m.wave === wave && m.perspective === perspective)
        const scores = given ? add(given) : null
        if (scores) scored.set(keyOf(wave, perspective), scores)
      }
      for (const { wave, from, perspective, tallies } of changes) {
        const [then, now] = [scored.get(keyOf(from, perspective)), scored.get(keyOf(wave, perspective))]
        for (const [name, tally] of tallies) paired(tally, then?.[name], now?.[name])
      }
      for (const { wave, tallies } of pairs) {
        const [client, supervisor] = SIDES.map((perspective) => scored.get(keyOf(wave, perspective)))
        for (const [name, tally] of tallies) paired(tally, client?.[name], supervisor?.[name])
      }
      const atFirst = Object.fromEntries(
        SIDES.flatMap((perspective) =>
          Object.entries(scored.get(keyOf(first, perspective)) ?? {}).map(([name, value]) => [
            scoreName(perspective, name),
            value,
          ]),
        ),
      )
      for (const [at, value] of one.outcomes.entries()) outcomes[at]?.add(value, one, atFirst)
      for (const loss of losses) loss.add(one, atFirst)
    },
    found: () => ({
      sides: sides.map(({ found }) => found()),
      changes: changes.map(({ tallies, ...of }) => ({ ...of, measures: each(tallies, changesOf) })),
      pairs: pairs.map(({ wave, tallies }) => ({ wave, measures: each(tallies, pairedOf) })),
      outcomes: outcomes.map(({ found }) => found()),
      attrition: losses.map(({ found }) => found()),
    }),
  }
}

const keyOf = (wave: string, perspective: Perspective) => `${wave} ${perspective}`
const empty = (names: readonly string[]) => names.map((name) => [name, new Map() as PairTally] as const)
const each = <T>(tallies: readonly (readonly [string, PairTally])[], make: (tally: PairTally) => T) =>
  Object.fromEntries(tallies.map(([name, tally]) => [name, make(tally)]))
