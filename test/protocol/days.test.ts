import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, dayAt, daysBetween, fromColumn, parseDay, toColumn } from '../../app/protocol/day'
import { dayNumber, lastSunday, monthLength, nextDay, seeded, text, type Ymd } from './calendar'

const anyDay = fc
  .tuple(fc.integer({ min: 1950, max: 2149 }), fc.integer({ min: 1, max: 12 }), fc.nat())
  .map(([year, month, n]): Ymd => ({ year, month, day: 1 + (n % monthLength(year, month)) }))

/** The day in Amsterdam by the rule of the law: an hour on UTC, two from 01:00 UTC of the last Sunday of March to that of October. */
function amsterdam(utc: Ymd, minute: number): string {
  const at = dayNumber(utc) * 1440 + minute
  const change = (month: number) => dayNumber(lastSunday(utc.year, month)) * 1440 + 60
  const offset = at >= change(3) && at < change(10) ? 120 : 60
  return text(minute + offset >= 1440 ? nextDay(utc) : utc)
}

const instant = (utc: Ymd, minute: number) => new Date(Date.parse(`${text(utc)}T00:00:00Z`) + minute * 60_000)

describe('a day', () => {
  test('is one that exists, written YYYY-MM-DD', () => {
    for (const wrong of ['2012-02-30', '2011-02-29', '2012-13-01', '2012-00-10', '2012-1-1', '01-02-2012', '', 'x'])
      expect(parseDay(wrong)).toBeUndefined()
    expect(parseDay('2012-02-29')).toBe('2012-02-29')
    expect(() => day('2012-02-30')).toThrow(RangeError)
  })

  test('lies in 1900 to 2199: another year is a slip of the pen', () => {
    for (const slip of ['0000-01-01', '0211-08-15', '1899-12-31', '2200-01-01', '9999-12-31'])
      expect(parseDay(slip)).toBeUndefined()
    expect([parseDay('1900-01-01'), parseDay('2199-12-31')]).toEqual(['1900-01-01', '2199-12-31'])
  })

  test('travels to a column and back', () => {
    fc.assert(fc.property(anyDay, (ymd) => fromColumn(toColumn(day(text(ymd)))) === text(ymd)))
  })

  test('follows the day before it, and lies as far off as counted', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(day(text(a)), 1)).toBe(text(nextDay(a)))
        const apart = dayNumber(b) - dayNumber(a)
        expect(daysBetween(day(text(a)), day(text(b)))).toBe(apart)
        expect(addDays(day(text(a)), apart)).toBe(text(b))
      }),
    )
  })

  test('sorts as text', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => text(a) < text(b) === dayNumber(a) < dayNumber(b)))
  })
})

describe('the day on an Amsterdam wall', () => {
  test('is right each quarter of an hour of the days on which the clocks change', () => {
    for (let year = 1997; year <= 2037; year += 4) {
      for (const sunday of [lastSunday(year, 3), lastSunday(year, 10)]) {
        const before = { ...sunday, day: sunday.day - 1 }
        for (const utc of [before, sunday, nextDay(sunday)])
          for (let minute = 0; minute < 1440; minute += 15)
            expect(dayAt(instant(utc, minute))).toBe(amsterdam(utc, minute))
      }
    }
  })

  test('is right at random instants', () => {
    const random = seeded(25)
    const wrong: string[] = []
    for (let draw = 0; draw < 10_000; draw += 1) {
      const [year, month] = [1997 + Math.floor(random() * 40), 1 + Math.floor(random() * 12)]
      const utc = { year, month, day: 1 + Math.floor(random() * monthLength(year, month)) }
      const minute = Math.floor(random() * 1440)
      if (dayAt(instant(utc, minute)) !== amsterdam(utc, minute)) wrong.push(`${text(utc)} ${minute}`)
    }
    expect(wrong).toEqual([])
  })

  test('turns at midnight there, not in the zone of the process', () => {
    const at = (iso: string): Day => dayAt(new Date(iso))
    expect([at('2012-03-24T22:59:59Z'), at('2012-03-24T23:00:00Z')]).toEqual(['2012-03-24', '2012-03-25'])
    expect([at('2012-03-25T21:59:59Z'), at('2012-03-25T22:00:00Z')]).toEqual(['2012-03-25', '2012-03-26'])
    expect([at('2012-10-28T22:59:59Z'), at('2012-10-28T23:00:00Z')]).toEqual(['2012-10-28', '2012-10-29'])
  })
})
