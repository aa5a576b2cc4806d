/** A calendar of its own for the tests: whole numbers only, no Date, no library, so that it cannot share a mistake. */
export type Ymd = { readonly year: number; readonly month: number; readonly day: number }

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] as number)

export const text = ({ year, month, day }: Ymd): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The same day of the month so many months on, or that month's last day when it is shorter. */
export function monthsLater({ year, month, day }: Ymd, months: number): Ymd {
  const index = year * 12 + (month - 1) + months
  const later = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return { ...later, day: Math.min(day, monthLength(later.year, later.month)) }
}

/** The next day, by counting. */
export function nextDay({ year, month, day }: Ymd): Ymd {
  if (day < monthLength(year, month)) return { year, month, day: day + 1 }
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 }
}

/** Days since 1 March of the year 0: leap days come last in years that begin in March. */
export function dayNumber({ year, month, day }: Ymd): number {
  const since = month > 2 ? year : year - 1
  const fromMarch = (month + 9) % 12
  const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400)
  return since * 365 + leaps + Math.floor((fromMarch * 153 + 2) / 5) + day - 1
}

/** The last Sunday of a month, when the clocks change in March and October. 1 March 2000 was a Wednesday. */
export function lastSunday(year: number, month: number): Ymd {
  const wednesday = dayNumber({ year: 2000, month: 3, day: 1 })
  const day = monthLength(year, month)
  const weekday = (((dayNumber({ year, month, day }) - wednesday + 3) % 7) + 7) % 7
  return { year, month, day: day - weekday }
}

/** Numbers that look random and come the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
