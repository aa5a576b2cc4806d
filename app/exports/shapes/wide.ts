import type { Perspective, Wave, Words } from '../../protocol/study'
import { type Column, dated, shaped, whole } from './column'
import { named } from './named'
import { outcomeColumns } from './outcome-columns'
import { answered, questionsOf } from './question'
import { FIRST_SUPERVISOR, NUMBERS, numbersOf, registerColumns } from './register-columns'
import { dyadDifferences, PERSPECTIVES, SIDES, sideScores } from './score-columns'
import type { Making, Placed } from './seen'
import type { Shape } from './shape'

const YES_NO = [
  { code: 0, label: { nl: 'nee', en: 'no' } },
  { code: 1, label: { nl: 'ja', en: 'yes' } },
]

/** One row a dyad: who, what the register knew on the day of inclusion, each wave and side, how they differ, outcomes. */
export function wide(making: Making): Shape {
  const waves = making.study.waves.filter(({ name }) => making.chosen.waves.includes(name))
  const columns: Column<Placed>[] = [
    ...NUMBERS,
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
  const day: Column<Placed> = {
    variable: dated(making.chosen, named(prefix, 'day'), { nl: `${at.nl}: dag`, en: `${at.en}: day` }),
    value: ({ seen }) => seen.written(seen.measured(wave.name, who)?.on),
  }
  // only a later wave can have another supervisor in it
  const pair: Column<Placed> = {
    variable: whole(
      named(prefix, 'same_pair'),
      { nl: `${at.nl}: zelfde koppel als bij de eerste meting`, en: `${at.en}: same dyad as at the first wave` },
      { values: YES_NO },
    ),
    value: ({ seen }) => {
      const same = seen.measured(wave.name, who)?.samePair
      return same == null ? null : Number(same)
    },
  }
  const questions = questionsOf(chosenBattery(making, wave.name, who)).map((question): Column<Placed> => {
    const { variable, valueIn } = answered(question)
    return {
      variable: variable(named(prefix, question.code), at),
      value: ({ seen }) => valueIn(seen.measured(wave.name, who)),
    }
  })
  return [day, ...(wave.window ? [pair] : []), ...questions, ...sideScores(making, wave, who, at)]
}

/** What was chosen of what a side was ever asked at a wave. */
export const chosenBattery = ({ asked, chosen: { instruments } }: Making, wave: string, who: Perspective) =>
  asked(wave, who).filter(({ name }) => instruments === null || instruments.includes(name))
