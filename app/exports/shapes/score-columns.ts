import { rounded } from '../../protocol/rounding'
import { change, dyadDifference } from '../../protocol/scoring'
import {
  PERSPECTIVES,
  type Perspective,
  type Scale,
  type ScaleDefinition,
  type Wave,
  type Words,
} from '../../protocol/study'
import type { Value, Variable } from '../table/table'
import type { Column } from './column'
import { named, scaleName } from './named'
import type { Making, Placed, Seen } from './seen'

/** What the two sides are called in names and labels. */
export const SIDES: Readonly<Record<Perspective, { readonly name: string; readonly label: Words }>> = {
  client: { name: 'client', label: { nl: 'cliënt', en: 'client' } },
  supervisor: { name: 'sup', label: { nl: 'toezichthouder', en: 'supervisor' } },
}

/** A scale of a chosen definition, the total among them (protocol §7.1). */
export type Scored = { readonly definition: ScaleDefinition; readonly scale: string }

/** The scales of the definitions that were chosen; both sides have the same. */
export const scoredIn = ({ study, chosen }: Making): Scored[] =>
  study.scaleDefinitions
    .filter(({ name }) => chosen.definitions.includes(name))
    .flatMap((definition) =>
      [...new Set(PERSPECTIVES.flatMap((who) => scalesOf(definition, who).map(({ name }) => name)))].map((scale) => ({
        definition,
        scale,
      })),
    )

const scalesOf = (definition: ScaleDefinition, who: Perspective): Scale[] => [
  ...definition.scales[who],
  definition.total[who],
]

/** The variable of a score, with what must be said of it wherever it shows: the cautions of whichever sides are in it. */
export function scoreVariable(
  prefix: string,
  { definition, scale }: Scored,
  at: Words | undefined,
  sides: readonly Perspective[] = PERSPECTIVES,
): Variable {
  const cautions = new Set(
    sides.flatMap((who) => scalesOf(definition, who).find(({ name }) => name === scale)?.caution ?? []),
  )
  const says = (language: keyof Words) => [...cautions].map((caution) => caution[language]).join(' ')
  const label = (language: keyof Words) =>
    `${at ? `${at[language]}: ` : ''}${scale} (${definition.name} v${definition.version})`
  return {
    name: named(prefix, scaleName(scale), definition.name),
    label: { nl: label('nl'), en: label('en') },
    kind: 'number',
    measure: 'scale',
    width: 0,
    cite: definition.cite,
    ...(cautions.size > 0 && { note: { nl: says('nl'), en: says('en') } }),
  }
}

/** The score of one side at a wave; null is missing. */
export const scoreAt = (seen: Seen, { definition, scale }: Scored, wave: string, who: Perspective): number | null =>
  seen.scores(definition, wave, who)[scale] ?? null

/** One side's scores at a wave, and from the second wave on how they changed since the first. */
export function sideScores(making: Making, wave: Wave, who: Perspective, at: Words): Column<Placed>[] {
  const [first] = making.study.waves
  const { name } = SIDES[who]
  const prefix = `${wave.name}_${name}`
  const scored = scoredIn(making)
  const scores = scored.map((one) => ({
    variable: scoreVariable(prefix, one, at, [who]),
    value: ({ seen }: Placed): Value => scoreAt(seen, one, wave.name, who),
  }))
  if (!first || wave === first) return scores
  const since = { nl: `${at.nl} min ${first.label.nl}`, en: `${at.en} minus ${first.label.en}` }
  const changes = scored.map((one) => ({
    variable: scoreVariable(`${prefix}_chg`, one, since, [who]),
    value: ({ seen }: Placed): Value => {
      // another supervisor did not change: it is somebody else
      const isOther = who === 'supervisor' && seen.measured(wave.name, who)?.samePair === false
      const by = isOther ? null : change(scoreAt(seen, one, first.name, who), scoreAt(seen, one, wave.name, who))
      return by === null ? null : rounded(by, 6)
    },
  }))
  return [...scores, ...changes]
}

/** How client and supervisor differ at a wave: relative = client − supervisor, absolute = its size (protocol §7.1). */
export const dyadDifferences = (making: Making, wave: Wave): Column<Placed>[] =>
  scoredIn(making).flatMap((one) => {
    const column = (kind: 'relative' | 'absolute', prefix: string, label: Words): Column<Placed> => ({
      variable: scoreVariable(`${wave.name}_${prefix}`, one, {
        nl: `${wave.label.nl}: ${label.nl}`,
        en: `${wave.label.en}: ${label.en}`,
      }),
      value: ({ seen }) => {
        const between = dyadDifference(
          scoreAt(seen, one, wave.name, 'client'),
          scoreAt(seen, one, wave.name, 'supervisor'),
        )
        return between && rounded(between[kind], 6)
      },
    })
    return [
      column('relative', 'rel', { nl: 'cliënt min toezichthouder', en: 'client minus supervisor' }),
      column('absolute', 'abs', { nl: 'verschil in het koppel', en: 'size of the difference in the dyad' }),
    ]
  })
