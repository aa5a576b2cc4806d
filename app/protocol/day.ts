/** A calendar day in Europe/Amsterdam, written YYYY-MM-DD. Days compare and sort as text. Protocol time is nothing else. */
export type Day = string & { readonly __day: unique symbol }

/** The zone in which the study's calendar runs (protocol §4.2). */
export const ZONE = 'Europe/Amsterdam'

/** Milliseconds of a day: UTC knows no summer time. */
const DAY = 24 * 3_600_000
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })
const SHAPE = /^\d{4}-\d{2}-\d{2}$/
/** Nothing of a study lies outside these years: such a day is a slip of the pen. */
const YEARS = { first: '1900', last: '2199' } as const

const atMidnight = (day: Day) => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date) => date.toISOString().slice(0, 10) as Day

/** Reads `YYYY-MM-DD`; undefined when the text is no existing calendar day (31 February, other shapes) of 1900 to 2199. */
export function parseDay(text: string): Day | undefined {
  const year = text.slice(0, 4)
  if (!SHAPE.test(text) || year < YEARS.first || year > YEARS.last) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && dayOf(date) === text ? (text as Day) : undefined
}

/** A day written in code or read from a column. Throws a RangeError when it is none. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed) throw new RangeError('not a calendar day')
  return parsed
}

/** The day that the clock on an Amsterdam wall shows at this instant. */
export const dayAt = (instant: Date): Day => wall.format(instant) as Day

/** The day `count` days later; earlier when negative. */
export const addDays = (from: Day, count: number): Day => dayOf(new Date(atMidnight(from).getTime() + count * DAY))

/** The day `count` calendar months later, clamped to the month's end (protocol §4.2: 31 August + 6 = 28 or 29 February). */
export function addMonths(from: Day, count: number): Day {
  const date = atMidnight(from)
  const wanted = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + count)
  // what a month lacks, a calendar carries over into the next
  if (date.getUTCDate() !== wanted) date.setUTCDate(0)
  return dayOf(date)
}

/** The month of a day, as YYYY-MM. */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** Days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number => (atMidnight(to).getTime() - atMidnight(from).getTime()) / DAY

/** Whole years from one day to another, as people count their age: born on 29 February, one is older on 1 March. */
export const yearsBetween = (from: Day, to: Day): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

/** How `@db.Date` columns travel: UTC midnight, whatever the zone of the process. */
export const toColumn = atMidnight
/** The day of a `@db.Date` column. */
export const fromColumn = dayOf
