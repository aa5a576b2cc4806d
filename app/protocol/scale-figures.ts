import { addRow, type Consistency, consistencyOf, noSums } from './consistency'
import { type Answers, type Scores, score, scoredAnswers } from './scoring'
import type { Perspective, ScaleDefinition, Words } from './study'
import { type Description, descriptionOf, type Tally, tallied } from './tally'

/** What one side's answers come to by one definition, while they come in one person at a time; no person is kept. */
export type Figures = {
  /** Takes one person's answers in and gives their scores. Throws a RangeError on an answer outside the scale. */
  readonly add: (answers: Answers) => Scores
  /** By scale, and of the total. */
  readonly descriptives: () => Record<string, Description>
  /** By scale, over the people who are complete on its items (protocol §7.1). */
  readonly consistency: () => Record<string, Consistency>
}

/** How the items of one side's scales hang together, and nothing else of what their answers come to. */
export function hanging(definition: ScaleDefinition, perspective: Perspective) {
  const scales = definition.scales[perspective].map((scale) => ({ ...scale, sums: noSums(scale.items.length) }))
  return {
    add: (answers: Answers): void => {
      for (const { items, sums } of scales) {
        const given = scoredAnswers(definition, items, answers)
        if (given.length === items.length) addRow(sums, given)
      }
    },
    consistency: () => Object.fromEntries(scales.map(({ name, sums }) => [name, consistencyOf(sums)])),
  } satisfies { add: (answers: Answers) => void; consistency: Figures['consistency'] }
}

/** Nobody's answers yet. */
export function figures(definition: ScaleDefinition, perspective: Perspective): Figures {
  const together = hanging(definition, perspective)
  const names = [...definition.scales[perspective], definition.total[perspective]].map(({ name }) => name)
  const tallies = names.map((name) => [name, new Map() as Tally] as const)
  return {
    add: (answers) => {
      const scores = score(definition, perspective, answers)
      for (const [name, tally] of tallies) {
        const value = scores[name] ?? null
        if (value !== null) tallied(tally, value)
      }
      together.add(answers)
      return scores
    },
    descriptives: () => Object.fromEntries(tallies.map(([name, tally]) => [name, descriptionOf(tally)])),
    consistency: together.consistency,
  }
}

/** α and what belongs to it by scale. Takes one record of answers a person. */
export function reliability(
  definition: ScaleDefinition,
  perspective: Perspective,
  rows: readonly Answers[],
): Record<string, Consistency> {
  const found = figures(definition, perspective)
  for (const answers of rows) found.add(answers)
  return found.consistency()
}

/** What must be said wherever these scores show, by scale; scales of which nothing must be said are not in it (protocol §7.1). */
export function cautions(definition: ScaleDefinition, perspective: Perspective): Record<string, Words> {
  const all = [...definition.scales[perspective], definition.total[perspective]]
  return Object.fromEntries(all.flatMap(({ name, caution }) => (caution ? [[name, caution]] : [])))
}
