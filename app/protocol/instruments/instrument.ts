import type { Instrument, Item, StudyProtocol } from '../study'

/** The newest version of the instrument with this name. Throws a RangeError when the study has none. */
export function instrumentNamed(study: Pick<StudyProtocol, 'instruments'>, name: string): Instrument {
  const versions = study.instruments.filter((candidate) => candidate.name === name)
  const [newest] = versions.sort((a, b) => b.version - a.version)
  if (!newest) throw new RangeError(`no instrument ${name}`)
  return newest
}

/** Whether a number is an answer to this item: one of its options, or a whole number between its ends. */
export const isAnswer = (item: Item, value: number): boolean =>
  item.options
    ? item.options.some(({ code }) => code === value)
    : Number.isInteger(value) && value >= item.min && value <= item.max

/** Whether an answer is a missing value to the analyst, such as "don't know" (protocol §5). */
export const isMissing = (item: Item, value: number): boolean => item.missing?.includes(value) ?? false
