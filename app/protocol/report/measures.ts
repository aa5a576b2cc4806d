import type { Item, Perspective, ScaleDefinition, StudyProtocol } from '../study'

/** Everything of one side that has a mean: the scales, their total, and the marks (protocol §7.1, §7.2). */
export type Measures = {
  readonly scales: readonly string[]
  readonly marks: readonly Item['code'][]
}
type Study = Pick<StudyProtocol, 'scaleDefinitions' | 'instruments'>

/** The definition on which scores are told, and the one on which reliability is (protocol §7.1); the first where a study has but one. */
export function definitionsOf({ scaleDefinitions }: Study): { scores: ScaleDefinition; reliability: ScaleDefinition } {
  const named = (name: string) => scaleDefinitions.find((one) => one.name === name) ?? scaleDefinitions[0]
  const [scores, reliability] = [named('published'), named('alpha')]
  if (!scores || !reliability) throw new RangeError('a study without scales has no report')
  return { scores, reliability }
}

export function measuresOf(study: Study, perspective: Perspective): Measures {
  const { scales, total } = definitionsOf(study).scores
  const marks = study.instruments
    .filter((instrument) => instrument.perspective === perspective)
    .flatMap(({ items }) => items.filter(({ kind }) => kind === 'mark').map(({ code }) => code))
  return {
    scales: [...scales[perspective].map(({ name }) => name), total[perspective].name],
    marks: [...new Set(marks)],
  }
}

/** The codes of all answers that the report looks at: of no others it has to be told. */
export function codesOf(study: Study, itemCode: (item: number) => string): string[] {
  const { scores, reliability } = definitionsOf(study)
  const both: readonly Perspective[] = ['client', 'supervisor']
  const scales = both.flatMap((side) => [
    ...[...scores.scales[side], scores.total[side], ...reliability.scales[side]].flatMap(({ items }) =>
      items.map(({ item }) => itemCode(item)),
    ),
    ...measuresOf(study, side).marks,
  ])
  return [...new Set(scales)]
}
