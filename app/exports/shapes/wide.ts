import { PERSPECTIVES, type Perspective, type Wave, type Words } from '../../protocol/study'
import { chosenBattery } from './batteries'
import { retelling } from './coarser'
import { type Column, shaped } from './column'
import { circumstances, dayGiven, samePair } from './measured-columns'
import { named } from './named'
import { outcomeColumns } from './outcome-columns'
import { answered, questionsOf } from './question'
import { FIRST_SUPERVISOR, numbers, numbersOf, registerColumns } from './register-columns'
import { dyadDifferences, SIDES, sideScores } from './score-columns'
import type { Making, Placed } from './seen'
import type { Shape } from './shape'

/** One row a dyad: who, what the register knew on the day of inclusion, each wave and side, how they differ, outcomes. */
export function wide(making: Making): Shape {
  const waves = making.study.waves.filter(({ name }) => making.chosen.waves.includes(name))
  const columns: Column<Placed>[] = [
    ...numbers(making),
    FIRST_SUPERVISOR,
    ...waves.flatMap(numbersOf),
    ...registerColumns(making),
    ...waves.flatMap((wave) => [
      ...PERSPECTIVES.flatMap((who) => sideColumns(making, wave, who)),
      ...dyadDifferences(making, wave),
    ]),
    ...outcomeColumns(making),
  ]
  const described = {
    name: 'wide',
    label: { nl: 'Koppels', en: 'Dyads' },
    grain: { nl: 'Eén rij per koppel', en: 'One row per dyad' },
    key: ['dyad'],
  } as const
  return shaped(making, described, columns, (seen) => [{ seen, asOf: seen.one.includedOn }])
}

/** One side at one wave: when, in which pair, every answer, every score. */
function sideColumns(making: Making, wave: Wave, who: Perspective): Column<Placed>[] {
  const { name, label } = SIDES[who]
  const prefix = `${wave.name}_${name}`
  const at: Words = { nl: `${wave.label.nl}, ${label.nl}`, en: `${wave.label.en}, ${label.en}` }
  const found = ({ seen }: Placed) => seen.measured(wave.name, who)
  const place = { wave: wave.name, who }
  const questions = questionsOf(chosenBattery(making, place)).map((question): Column<Placed> => {
    const { variable, valueIn } = answered(question, retelling(making, question.code, [place]))
    return { variable: variable(named(prefix, question.code), at), value: (one) => valueIn(found(one)) }
  })
  return [
    dayGiven(making, prefix, at, found),
    // only a later wave can have another supervisor in it
    ...(wave.window ? [samePair(prefix, at, found)] : []),
    ...circumstances(prefix, at, found, who),
    ...questions,
    ...sideScores(making, wave, who, at),
  ]
}
