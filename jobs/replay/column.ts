import { systemToday } from '../../app/platform/clock'
import { type Day, parseDay } from '../../app/protocol/day'

/** A value that cannot be what its column says; the row refuses itself (never the file). */
export class BadValue extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

/** Reads the text of one cell; throws BadValue with a code of the catalogue. */
export type Reader<T> = (text: string) => T

/** Text that must be there. */
export const filled: Reader<string> = (text) => {
  const value = text.trim()
  if (value === '') throw new BadValue('required')
  return value
}

/** An empty cell is null; anything else is read as told. */
export const optional =
  <T>(read: Reader<T>): Reader<T | null> =>
  (text) =>
    text.trim() === '' ? null : read(text)

/** A day written YYYY-MM-DD; none that is still to come, since a file tells what has been. */
export const isoDay: Reader<Day> = (text) => {
  const day = parseDay(filled(text))
  if (!day) throw new BadValue('not_a_day')
  if (day > systemToday()) throw new BadValue('day_out_of_reach')
  return day
}

/** A day written dd-mm-yyyy, as Dutch registers do. */
export const dutchDay: Reader<Day> = (text) => {
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(filled(text)) ?? []
  return isoDay(day ? `${year}-${month}-${day}` : 'not a day')
}

/** A whole number between two bounds, both included. */
export const whole =
  (min: number, max: number): Reader<number> =>
  (text) => {
    const value = filled(text)
    if (!/^-?\d{1,6}$/.test(value)) throw new BadValue('not_a_number')
    if (Number(value) < min || Number(value) > max) throw new BadValue('out_of_range')
    return Number(value)
  }

/** One of the words of a list, and what it means. */
export const oneOf =
  <T>(meanings: Readonly<Record<string, T>>): Reader<T> =>
  (text) => {
    const value = filled(text)
    if (!Object.hasOwn(meanings, value)) throw new BadValue('unknown_value')
    return meanings[value] as T
  }

export const yesOrNo = oneOf({ yes: true, no: false })
