import type { ReleasedMeasurement } from '../../protocol/released'
import { chosenPlaces, sharedQuestions } from './batteries'
import { retelling } from './coarser'
import { type Column, shaped } from './column'
import { circumstances, dayGiven, perspectiveVariable, samePair, waveVariable } from './measured-columns'
import { answered } from './question'
import { numbers, registerColumns, waveNumbers } from './register-columns'
import { scoreAt, scoredIn, scoreVariable } from './score-columns'
import type { Making, Placed, Seen } from './seen'
import type { Shape } from './shape'

/** One person at one wave. */
type Given = Placed & { readonly found: ReleasedMeasurement }

const found = ({ found }: Given) => found

/** One row per person and wave: what the register knew on that day, every answer, every score. */
export function individual(making: Making): Shape {
  const questions = sharedQuestions(making).map(({ name, question, isAskedAt, places }): Column<Given> => {
    const { variable, valueIn } = answered(question, retelling(making, question.code, places))
    return {
      variable: { ...variable(name) },
      value: ({ found }) => (isAskedAt(found.wave, found.perspective) ? valueIn(found) : null),
    }
  })
  const scores = scoredIn(making).map(
    (one): Column<Given> => ({
      variable: scoreVariable('', one, undefined),
      value: ({ seen, found }) => scoreAt(seen, one, found.wave, found.perspective),
    }),
  )
  const columns: Column<Given>[] = [
    ...numbers(making),
    { variable: waveVariable(making), value: ({ found }) => found.wave },
    { variable: perspectiveVariable, value: ({ found }) => found.perspective },
    ...waveNumbers<Given>(({ found }) => found.wave),
    dayGiven(making, '', undefined, found),
    samePair('', undefined, found),
    ...circumstances('', undefined, found),
    ...registerColumns(making),
    ...questions,
    ...scores,
  ]
  const described = {
    name: 'individual',
    label: { nl: 'Personen', en: 'Persons' },
    grain: { nl: 'Eén rij per persoon en meting', en: 'One row per person and wave' },
    key: ['dyad', 'wave', 'perspective'],
  } as const
  const places = chosenPlaces(making)
  const given = (seen: Seen) =>
    places.flatMap(({ wave, who }): Given[] => {
      const found = seen.measured(wave, who)
      return found ? [{ seen, asOf: found.on, found }] : []
    })
  return shaped(making, described, columns, given)
}
