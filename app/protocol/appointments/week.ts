import { addDays, type Day, toColumn } from '../day'

/** The days of a week by number: 1 is Monday, as in ISO 8601. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Which day of the week a day is. */
export const weekdayOf = (day: Day): number => toColumn(day).getUTCDay() || 7

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The seven days from a Monday on. */
export const daysFrom = (monday: Day): Day[] => WEEKDAYS.map((weekday) => addDays(monday, weekday - 1))
