import { parseDay } from '../../protocol/day'

/** Seconds from 14 October 1582, where SPSS begins to count, to 1970. */
const FROM_1582 = 12_219_379_200

/** A day (YYYY-MM-DD) as SPSS counts it; NaN when it is no day of the calendar. */
export const secondsOf = (text: string): number =>
  parseDay(text) ? Date.parse(`${text}T00:00:00Z`) / 1000 + FROM_1582 : Number.NaN
