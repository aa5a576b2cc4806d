import type { Language } from './language'

// Written out here, not asked of Intl: server and browser carry different calendars of abbreviations.
const MONTHS = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} satisfies Record<Language, readonly string[]>
const WEEKDAYS = {
  nl: 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
} satisfies Record<Language, readonly string[]>

/** The name of a weekday by its number: 1 is Monday. */
export const weekdayName = (language: Language, weekday: number): string => WEEKDAYS[language][weekday % 7] ?? ''

const parts = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month: Number(month) - 1, date: String(Number(date)) }
}

/** A day in full: woensdag 15 augustus 2012. Takes YYYY-MM-DD. */
export function longDay(language: Language, day: string): string {
  const weekday = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()]
  return `${weekday} ${plainDay(language, day)}`
}

/** A day in a sentence: 15 augustus 2012. Takes YYYY-MM-DD. */
export function plainDay(language: Language, day: string): string {
  const { year, month, date } = parts(day)
  return `${date} ${MONTHS[language][month]} ${year}`
}

/** A day in a table: 15 aug 2012. Takes YYYY-MM-DD. */
export function shortDay(language: Language, day: string): string {
  const { year, month, date } = parts(day)
  const name = language === 'nl' && month === 2 ? 'mrt' : MONTHS[language][month]?.slice(0, 3)
  return `${date} ${name} ${year}`
}

/** A month in full: augustus 2012. Takes YYYY-MM. */
export function longMonth(language: Language, month: string): string {
  const { year, month: place } = parts(month)
  return `${MONTHS[language][place]} ${year}`
}

/** How far away a day is: vandaag, over 3 dagen, 3 dagen geleden. */
export function distance(language: Language, days: number): string {
  const size = Math.abs(days)
  if (language === 'nl') {
    if (days === 0) return 'vandaag'
    if (days === 1) return 'morgen'
    if (days === -1) return 'gisteren'
    return days > 0 ? `over ${size} dagen` : `${size} dagen geleden`
  }
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${size} days` : `${size} days ago`
}
