import { pinOf } from '../../protocol/instruments/battery'
import { isMissing } from '../../protocol/instruments/instrument'
import type { Place, ReleasedMeasurement } from '../../protocol/released'
import type { Item } from '../../protocol/study'
import type { Coded } from '../table/table'
import { chosenBattery, chosenPlaces } from './batteries'
import { type Retold, retoldAt } from './coarser'
import { type Column, coded, shaped, text, whole } from './column'
import { dayGiven, perspectiveVariable, samePair, waveVariable } from './measured-columns'
import { answered, questionsOf } from './question'
import { numbers, registerColumns, waveNumbers } from './register-columns'
import type { Making, Placed, Seen } from './seen'
import type { Shape } from './shape'
import { UNANSWERED } from './unanswered'

/** A question of an instrument that somebody had before them. */
type Put = {
  readonly item: Item
  readonly pin: string
  /** How its answers are told where they are told less precisely. */
  readonly retold: Retold | undefined
}
/** One question in one measurement. */
type Answer = Placed & Put & { readonly found: ReleasedMeasurement }

const WHY_NOT: readonly Coded<string>[] = [
  { code: 'not_asked', label: UNANSWERED.not_asked },
  { code: 'no_answer', label: UNANSWERED.no_answer },
  { code: 'no_value', label: { nl: 'antwoord dat geen waarde is', en: 'an answer that is no value' } },
  { code: 'left_open', label: { nl: 'opengelaten', en: 'left open' } },
  // a column of codes of all questions has no room for groups of one of them
  { code: 'less_precise', label: { nl: 'minder precies uitgegeven, of niet', en: 'released less precisely, or not' } },
]
/** Codes of items are short, but a file may bring long ones. */
const CODE_WIDTH = 60
/** name@version: a name has 60 characters at most. */
const PIN_WIDTH = 66

/** One row for each question that stood in the questionnaire of a person at a wave, with its answer or why there is none. */
export function items(making: Making): Shape {
  const columns: Column<Answer>[] = [
    ...numbers(making),
    { variable: waveVariable(making), value: ({ found }) => found.wave },
    { variable: perspectiveVariable, value: ({ found }) => found.perspective },
    {
      variable: text('instrument', { nl: 'Vragenlijst en versie', en: 'Instrument and version' }, PIN_WIDTH),
      value: ({ pin }) => pin,
    },
    { variable: text('item', { nl: 'Vraag', en: 'Item' }, CODE_WIDTH), value: ({ item }) => item.code },
    {
      variable: whole('value', { nl: 'Antwoord; leeg zonder waarde', en: 'Answer; empty without a value' }),
      value: (answer) => {
        const code = codeIn(answer)
        return code === null || isMissing(answer.item, code) ? null : code
      },
    },
    {
      variable: whole('code', { nl: 'Antwoord zoals gegeven', en: 'Answer as it was given' }),
      value: codeIn,
    },
    {
      variable: coded('missing', { nl: 'Waarom er geen waarde is', en: 'Why there is no value' }, WHY_NOT),
      value: (answer) => {
        const { item, found, retold } = answer
        const code = codeIn(answer)
        if (code !== null) return isMissing(item, code) ? 'no_value' : null
        if (retold === null || found.answers[item.code] !== undefined) return 'less_precise'
        return found.unanswered[item.code] ?? 'left_open'
      },
    },
    ...waveNumbers<Answer>(({ found }) => found.wave),
    dayGiven(making, '', undefined, ({ found }) => found),
    samePair('', undefined, ({ found }) => found),
    ...registerColumns(making),
  ]
  const described = {
    name: 'items',
    label: { nl: 'Antwoorden', en: 'Answers' },
    grain: { nl: 'Eén rij per vraag, persoon en meting', en: 'One row per item, person and wave' },
    key: ['dyad', 'wave', 'perspective', 'instrument', 'item'],
  } as const
  const places = chosenPlaces(making).map((place) => ({ ...place, putIn: putsAt(making, place) }))
  const answers = (seen: Seen) =>
    places.flatMap(({ wave, who, putIn }): Answer[] => {
      const found = seen.measured(wave, who)
      return found ? putIn(found).map((put) => ({ seen, asOf: found.on, found, ...put })) : []
    })
  return shaped(making, described, columns, answers)
}

/** The answer as it was given; null without one, and where it is told less precisely. */
function codeIn({ item, found, retold }: Answer): number | null {
  const code = found.answers[item.code]
  if (code === undefined) return null
  return retold === undefined || retold?.get(code) === code ? code : null
}

/** The questions of the versions that a measurement had, by instrument and code. Throws a RangeError for one that is answered in words. */
function putsAt(making: Making, place: Place): (found: ReleasedMeasurement) => readonly Put[] {
  const battery = chosenBattery(making, place)
  for (const question of questionsOf(battery)) answered(question)
  const byPin = new Map(
    battery.map((instrument) => {
      const pin = pinOf(instrument)
      return [
        pin,
        instrument.items.map((item) => ({ item, pin, retold: retoldAt(making, place, item.code) })).sort(byCode),
      ] as const
    }),
  )
  return ({ battery: pins }) => pins.toSorted().flatMap((pin) => byPin.get(pin) ?? [])
}

const byCode = ({ item: one }: Put, { item: other }: Put) => (one.code < other.code ? -1 : 1)
