import { weekdayOf } from './appointments/week'
import { addDays, type Day, day } from './day'

/**
 * What may be taken for a day of rest in the Netherlands. **Decided:** those of the Algemene termijnenwet, art. 3, which
 * is how the law counts working days: with Good Friday, and with 5 May each year (only each fifth is a paid day off in
 * some collective agreements).
 */
export type Holiday =
  | 'new_year'
  | 'good_friday'
  | 'easter'
  | 'kings_day'
  | 'liberation_day'
  | 'ascension'
  | 'pentecost'
  | 'christmas'

const SATURDAY = 6
const SUNDAY = 7
const at = (year: number, monthAndDay: string): Day => day(`${year}-${monthAndDay}`)

/** Easter Sunday, by the rule of the Gregorian calendar (Meeus, Jones and Butcher): nineteen years of the moon, and its corrections by century. */
function easter(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonFell = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonFell + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const march = epact + toSunday - 7 * late + 22
  return addDays(at(year, '03-01'), march - 1)
}

/** 27 April since 2014, before that 30 April; the Saturday before when that is a Sunday, as since 1980. */
function kingsDay(year: number): Day {
  const birthday = at(year, year >= 2014 ? '04-27' : '04-30')
  return weekdayOf(birthday) === SUNDAY ? addDays(birthday, -1) : birthday
}

/** The public holidays of a year with their days, in the order of the calendar of most years. */
export function holidaysOf(year: number): readonly { readonly on: Day; readonly holiday: Holiday }[] {
  const sunday = easter(year)
  return [
    { on: at(year, '01-01'), holiday: 'new_year' },
    { on: addDays(sunday, -2), holiday: 'good_friday' },
    { on: sunday, holiday: 'easter' },
    { on: addDays(sunday, 1), holiday: 'easter' },
    { on: kingsDay(year), holiday: 'kings_day' },
    { on: at(year, '05-05'), holiday: 'liberation_day' },
    { on: addDays(sunday, 39), holiday: 'ascension' },
    { on: addDays(sunday, 49), holiday: 'pentecost' },
    { on: addDays(sunday, 50), holiday: 'pentecost' },
    { on: at(year, '12-25'), holiday: 'christmas' },
    { on: at(year, '12-26'), holiday: 'christmas' },
  ]
}

const restDays = new Map<number, ReadonlySet<Day>>()

function restDaysOf(year: number): ReadonlySet<Day> {
  const known = restDays.get(year)
  if (known) return known
  const days = new Set(holidaysOf(year).map(({ on }) => on))
  restDays.set(year, days)
  return days
}

/** Whether people are at work: no Saturday, Sunday or public holiday. */
export const workingDay = (on: Day): boolean => weekdayOf(on) < SATURDAY && !restDaysOf(Number(on.slice(0, 4))).has(on)

/** The last day on which people were at work: this one, or the nearest before it. */
export const lastWorkingDay = (on: Day): Day => (workingDay(on) ? on : lastWorkingDay(addDays(on, -1)))
