import type { StudyRef } from '../platform/occasion'
import { reliability } from '../protocol/scale-figures'
import { dyadDifference, type Scores, scaleDefinitionNamed, score } from '../protocol/scoring'
import { describe, pearson } from '../protocol/statistics'
import { PERSPECTIVES, type Perspective } from '../protocol/study'
import type { Description } from '../protocol/tally'
import type { Answered } from './answers'

/** Descriptives of every scale for one side at one wave. */
export type ScaleDescriptions = Readonly<Record<string, Description>>
/** How the two of a pair agree on one scale: Pearson's r, and their differences (protocol §7.1). */
export type Agreement = {
  readonly n: number
  readonly r: number | null
  readonly absolute: Description
  readonly relative: Description
}

/** What the study found so far, on the published scales; reliability on the definition of its own (protocol §7.1). */
export type Results = {
  readonly scores: Readonly<Record<string, ScaleDescriptions>>
  readonly alpha: Readonly<Record<string, Readonly<Record<string, number | null>>>>
  readonly dyads: Readonly<Record<string, Readonly<Record<string, Agreement>>>>
}

/** Scores of every completed measurement by the published scales, keyed by case, wave and side. */
export function scored({ protocol }: StudyRef, measurements: readonly Answered[]): Map<string, Scores> {
  const published = scaleDefinitionNamed(protocol, 'published')
  return new Map(measurements.map((one) => [keyOf(one), score(published, one.perspective, one.answers)]))
}

/** The key of a measurement in `scored`. */
export const keyOf = ({
  registrationId,
  wave,
  perspective,
}: Pick<Answered, 'registrationId' | 'wave' | 'perspective'>) => `${registrationId} ${wave} ${perspective}`

/** Descriptives, reliability and agreement per wave. Takes the completed measurements; reads and writes nothing. */
export function results(study: StudyRef, measurements: readonly Answered[]): Results {
  const scores = scored(study, measurements)
  const alphas = scaleDefinitionNamed(study.protocol, 'alpha')
  const sides = study.protocol.waves.flatMap(({ name }) =>
    PERSPECTIVES.map((perspective) => ({ wave: name, perspective })),
  )
  const of = (side: { wave: string; perspective: Perspective }) =>
    measurements.filter((one) => one.wave === side.wave && one.perspective === side.perspective)
  const named = <T>(make: (side: (typeof sides)[number]) => T) =>
    Object.fromEntries(sides.map((side) => [`${side.perspective}_${side.wave.toLowerCase()}`, make(side)]))
  return {
    scores: named((side) => descriptions(of(side).map((one) => scores.get(keyOf(one)) as Scores))),
    alpha: named((side) => {
      const found = reliability(
        alphas,
        side.perspective,
        of(side).map(({ answers }) => answers),
      )
      return Object.fromEntries(Object.entries(found).map(([scale, { alpha }]) => [scale, alpha]))
    }),
    dyads: Object.fromEntries(
      study.protocol.waves.map(({ name }) => [
        name.toLowerCase(),
        agreements(scores, of({ wave: name, perspective: 'client' })),
      ]),
    ),
  }
}

const scaleNames = (rows: readonly Scores[]) => Object.keys(rows[0] ?? {})

function descriptions(rows: readonly Scores[]): ScaleDescriptions {
  return Object.fromEntries(scaleNames(rows).map((scale) => [scale, describe(present(rows.map((row) => row[scale])))]))
}

const present = (values: readonly (number | null | undefined)[]) =>
  values.filter((value): value is number => value != null)

/** Agreement of the pairs of which both sides answered at this wave. */
function agreements(scores: ReadonlyMap<string, Scores>, clients: readonly Answered[]): Record<string, Agreement> {
  const pairs = clients.flatMap((client) => {
    const theirs = scores.get(keyOf({ ...client, perspective: 'supervisor' }))
    return theirs ? [{ client: scores.get(keyOf(client)) as Scores, supervisor: theirs }] : []
  })
  return Object.fromEntries(
    scaleNames(pairs.map(({ client }) => client)).map((scale) => {
      const both = pairs.flatMap(({ client, supervisor }) => {
        const difference = dyadDifference(client[scale], supervisor[scale])
        return difference ? [{ difference, values: [client[scale], supervisor[scale]] as [number, number] }] : []
      })
      const { n, r } = pearson(both.map(({ values }) => values))
      const absolute = describe(both.map(({ difference }) => difference.absolute))
      const relative = describe(both.map(({ difference }) => difference.relative))
      return [scale, { n, r, absolute, relative }]
    }),
  )
}
