import type { Perspective, Scale, ScaleDefinition, StudyProtocol } from './study'

/** Answers by item code; an item without a key was not answered. */
export type Answers = Readonly<Record<string, number>>
/** One score a scale, and `total`; null is missing. */
export type Scores = Record<string, number | null>

const CODES: string[] = []

/** The code under which an item of a scale is answered: 4 → i04. Written once: a release asks for it millions of times. */
export function itemCode(item: number): string {
  const known = CODES[item]
  if (known !== undefined) return known
  const code = `i${String(item).padStart(2, '0')}`
  CODES[item] = code
  return code
}

/** The answer that the item of a scale gives, turned round when the scale says so; undefined when not answered (protocol §7.1). */
function scoredAnswer(
  points: number,
  { item, reversed }: Scale['items'][number],
  answers: Answers,
): number | undefined {
  const value = answers[itemCode(item)]
  if (value === undefined) return undefined
  if (!Number.isInteger(value) || value < 1 || value > points) throw new RangeError(`${itemCode(item)} is out of range`)
  return reversed ? points + 1 - value : value
}

/** The answers that items of a scale give, without those that were not answered. */
export function scoredAnswers(
  { points }: Pick<ScaleDefinition, 'points'>,
  items: Scale['items'],
  answers: Answers,
): number[] {
  const given: number[] = []
  for (const item of items) {
    const value = scoredAnswer(points, item, answers)
    if (value !== undefined) given.push(value)
  }
  return given
}

/** The scale definition with this name. Throws a RangeError when the study has none. */
export function scaleDefinitionNamed(study: Pick<StudyProtocol, 'scaleDefinitions'>, name: string): ScaleDefinition {
  const definition = study.scaleDefinitions.find((candidate) => candidate.name === name)
  if (!definition) throw new RangeError(`no scale definition ${name}`)
  return definition
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * One person's scores (protocol §7.1): the mean of the answered items, missing when more than half are missing;
 * the total, over its items each once, is missing when any scale is. Throws a RangeError on an answer outside the scale.
 */
export function score(definition: ScaleDefinition, perspective: Perspective, answers: Answers): Scores {
  const given = ({ items }: Scale) => scoredAnswers(definition, items, answers)
  const scores: Scores = {}
  for (const scale of definition.scales[perspective]) {
    const values = given(scale)
    scores[scale.name] = values.length * 2 < scale.items.length ? null : mean(values)
  }
  const whole = Object.values(scores).every((value) => value !== null)
  const total = definition.total[perspective]
  scores[total.name] = whole ? mean(given(total)) : null
  return scores
}

/** How two members of a dyad differ on a score: relative = client − supervisor, absolute = its size; null without both. */
export function dyadDifference(
  client: number | null | undefined,
  supervisor: number | null | undefined,
): { readonly relative: number; readonly absolute: number } | null {
  if (client == null || supervisor == null) return null
  const relative = client - supervisor
  return { relative, absolute: Math.abs(relative) }
}

/** How somebody's score changed: the later one minus the earlier; null without both (protocol §7.1). */
export function change(earlier: number | null | undefined, later: number | null | undefined): number | null {
  return earlier == null || later == null ? null : later - earlier
}
