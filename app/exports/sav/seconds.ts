import { parseDay } from '../../protocol/day'

/** Seconds from 14 October 1582, where SPSS begins to count, to 1970. */
const FROM_1582 = 12_219_379_200

/** Days (YYYY-MM-DD) as SPSS counts them, undefined when there is no such day; each is worked out once, and few differ. */
export function daysInSeconds(): (text: string) => number | undefined {
  const known = new Map<string, number>()
  return (text) => {
    const had = known.get(text)
    if (had !== undefined || !parseDay(text)) return had
    const seconds = Date.parse(`${text}T00:00:00Z`) / 1000 + FROM_1582
    known.set(text, seconds)
    return seconds
  }
}
