import type { Instrument, Item, Perspective, StudyProtocol } from '../study'

/** The instrument with this name. Throws a RangeError when the study has none. */
export function instrumentNamed(study: Pick<StudyProtocol, 'instruments'>, name: string): Instrument {
  const instrument = study.instruments.find((candidate) => candidate.name === name)
  if (!instrument) throw new RangeError(`no instrument ${name}`)
  return instrument
}

/** What somebody fills in at a wave, in the words of their field of work when the study has fields (protocol §9). */
export function instrumentAt(
  study: Pick<StudyProtocol, 'instruments' | 'fields' | 'waves'>,
  waveName: string,
  perspective: Perspective,
  fieldName?: string,
): Instrument {
  const wave = study.waves.find(({ name }) => name === waveName)
  if (!wave) throw new RangeError(`no wave ${waveName}`)
  const field = study.fields.find(({ name }) => name === fieldName)
  return instrumentNamed(study, (field ?? wave).instruments[perspective])
}

/** Whether a number is an answer to this item: one of its options, or a whole number between its ends. */
export const isAnswer = (item: Item, value: number): boolean =>
  item.options
    ? item.options.some(({ code }) => code === value)
    : Number.isInteger(value) && value >= item.min && value <= item.max

/** Whether an answer is a missing value to the analyst, such as "don't know" (protocol §5). */
export const isMissing = (item: Item, value: number): boolean => item.missing?.includes(value) ?? false
