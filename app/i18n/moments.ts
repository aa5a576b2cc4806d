import { shortDay } from './days'
import type { Language } from './language'

const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' })

/** A moment as an Amsterdam wall shows it: 25 mrt 2012, 14:05. Takes an instant in ISO form. */
export function wallMoment(language: Language, instant: string): string {
  const [day = '', time = ''] = WALL.format(new Date(instant)).split(' ')
  return `${shortDay(language, day)}, ${time}`
}
