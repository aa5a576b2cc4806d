import type { ReleasedMeasurement } from '../../protocol/released'
import { PERSPECTIVES, type Perspective, type Words } from '../../protocol/study'
import { sharedQuestions } from './batteries'
import { retelling } from './coarser'
import { type Column, shaped, whole } from './column'
import { dayGiven, perspectiveVariable, samePair, waveVariable } from './measured-columns'
import { named } from './named'
import { answered } from './question'
import { numbers, registerColumns, waveNumbers } from './register-columns'
import { SIDES, scoreAt, scoredIn, scoreVariable } from './score-columns'
import type { Making, Placed, Seen } from './seen'
import type { Shape } from './shape'

/** One side of a pair at a wave, beside the other. */
type Side = Placed & { readonly wave: string; readonly actor: Perspective; readonly partner: Perspective }

const ROLES = { client: -1, supervisor: 1 } as const
const PARTS = [
  { part: 'actor', at: { nl: 'zelf', en: 'actor' } },
  { part: 'partner', at: { nl: 'de ander', en: 'partner' } },
] as const satisfies readonly { part: 'actor' | 'partner'; at: Words }[]

const givenBy =
  (part: 'actor' | 'partner') =>
  (side: Side): ReleasedMeasurement | undefined =>
    side.seen.measured(side.wave, side[part])

/**
 * Two rows per pair and wave, each side once as actor and once as partner (actor–partner interdependence model): scores, and
 * the questions that both are asked. Of a pair of which one side answered both rows stand here; what is not there is empty.
 */
export function pairwise(making: Making): Shape {
  const waves = making.study.waves.filter(({ name }) => making.chosen.waves.includes(name))
  const both = sharedQuestions(making).filter(({ sides }) => sides.size === PERSPECTIVES.length)
  const questions = both.flatMap(({ name, question, isAskedAt, places }) => {
    const { variable, valueIn } = answered(question, retelling(making, question.code, places))
    return PARTS.map(
      ({ part, at }): Column<Side> => ({
        variable: variable(named(part, name.slice('q_'.length)), at),
        value: (side) => (isAskedAt(side.wave, side[part]) ? valueIn(givenBy(part)(side)) : null),
      }),
    )
  })
  const scores = scoredIn(making).flatMap((one) =>
    PARTS.map(
      ({ part, at }): Column<Side> => ({
        variable: scoreVariable(part, one, at),
        value: (side) => scoreAt(side.seen, one, side.wave, side[part]),
      }),
    ),
  )
  const columns: Column<Side>[] = [
    ...numbers(making),
    { variable: waveVariable(making), value: ({ wave }) => wave },
    { variable: perspectiveVariable, value: ({ actor }) => actor },
    { variable: ROLE, value: ({ actor }) => ROLES[actor] },
    ...waveNumbers<Side>(({ wave }) => wave),
    // a later wave can be of another pair: then both rows are of that one
    samePair('', undefined, ({ seen, wave }: Side) => seen.measured(wave, 'client')),
    ...PARTS.map(({ part, at }) => dayGiven(making, part, at, givenBy(part))),
    ...registerColumns(making),
    ...scores,
    ...questions,
  ]
  const described = {
    name: 'pairwise',
    label: { nl: 'Koppels van twee kanten', en: 'Dyads from both sides' },
    grain: { nl: 'Twee rijen per koppel en meting', en: 'Two rows per dyad and wave' },
    key: ['dyad', 'wave', 'perspective'],
  } as const
  const sides = (seen: Seen) =>
    waves.flatMap(({ name: wave }): Side[] => {
      // nothing of a supervisor is released without the client of that wave
      const met = seen.measured(wave, 'client')
      if (!met) return []
      return [
        { seen, asOf: met.on, wave, actor: 'client', partner: 'supervisor' },
        { seen, asOf: met.on, wave, actor: 'supervisor', partner: 'client' },
      ]
    })
  return shaped(making, described, columns, sides)
}

const ROLE = whole(
  'role',
  { nl: 'Rol van de rij, als getal', en: 'Role of the row, as a number' },
  { values: PERSPECTIVES.map((who) => ({ code: ROLES[who], label: SIDES[who].label })) },
)
