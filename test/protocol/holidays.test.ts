import { expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { type Holiday, holidaysOf, lastWorkingDay, workingDay } from '../../app/protocol/holidays'
import { dayNumber, monthLength, text } from './calendar'

const daysOf = (year: number, sought: Holiday) =>
  holidaysOf(year).flatMap(({ on, holiday }) => (holiday === sought ? [on] : []))

test('the holidays of a year in the field, as the calendar of 2012 had them', () => {
  expect(holidaysOf(2012).map(({ on }) => on)).toEqual([
    '2012-01-01',
    '2012-04-06',
    '2012-04-08',
    '2012-04-09',
    '2012-04-30',
    '2012-05-05',
    '2012-05-17',
    '2012-05-27',
    '2012-05-28',
    '2012-12-25',
    '2012-12-26',
  ])
})

// as printed calendars have them, with the earliest and the latest there can be
test.each([
  [1913, '1913-03-23'],
  [1943, '1943-04-25'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2013, '2013-03-31'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
  [2160, '2160-03-23'],
])('Easter of %i', (year, sunday) => {
  expect(daysOf(year, 'easter')[0]).toBe(sunday)
})

/** Easter by the way of Gauss, with his two exceptions and the correction of 1816: another road to the same Sunday. */
function gauss(year: number): string {
  const k = Math.floor(year / 100)
  const m = (15 + k - Math.floor((8 * k + 13) / 25) - Math.floor(k / 4)) % 30
  const n = (4 + k - Math.floor(k / 4)) % 7
  const d = (19 * (year % 19) + m) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
  const april = d + e - 9
  if (april <= 0) return text({ year, month: 3, day: 31 + april })
  const shifted = (d === 29 && e === 6) || (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) ? april - 7 : april
  return text({ year, month: 4, day: shifted })
}

test('Easter is where Gauss finds it, each year that a study may have', () => {
  for (let year = 1900; year <= 2199; year++) expect(daysOf(year, 'easter')[0], `${year}`).toBe(gauss(year))
})

test("Queen's Day was 30 April, King's Day is 27 April; the Saturday before a Sunday", () => {
  const days = [2006, 2012, 2013, 2014, 2015, 2025, 2026].map((year) => daysOf(year, 'kings_day')[0])
  const expected = ['2006-04-29', '2012-04-30', '2013-04-30', '2014-04-26', '2015-04-27', '2025-04-26', '2026-04-27']
  expect(days).toEqual(expected)
})

test('5 May is one each year, not only each fifth; Ascension is a Thursday and may be that day too', () => {
  expect([2011, 2012, 2015].map((year) => daysOf(year, 'liberation_day')[0])).toEqual([
    '2011-05-05',
    '2012-05-05',
    '2015-05-05',
  ])
  expect(daysOf(2016, 'ascension')).toEqual(['2016-05-05'])
})

test('people are at work on what is no weekend and no holiday', () => {
  const rest = ['2012-03-03', '2012-03-04', '2012-04-06', '2012-04-09', '2012-04-30', '2012-05-17', '2012-12-25']
  for (const on of rest) expect(workingDay(day(on)), on).toBe(false)
  for (const on of ['2012-03-05', '2012-04-05', '2012-04-10', '2012-05-04', '2012-12-24', '2012-12-31'])
    expect(workingDay(day(on)), on).toBe(true)
})

test.each([
  ['2012-04-10', '2012-04-10'],
  ['2012-04-09', '2012-04-05'],
  ['2012-03-04', '2012-03-02'],
  ['2013-01-01', '2012-12-31'],
])('the last working day by %s was %s', (on, last) => {
  expect(lastWorkingDay(day(on))).toBe(last)
})

test('each Saturday and Sunday is a day of rest, whatever the zone of the process', () => {
  const saturday = dayNumber({ year: 2012, month: 3, day: 3 })
  for (let year = 2010; year <= 2014; year++)
    for (let month = 1; month <= 12; month++)
      for (let date = 1; date <= monthLength(year, month); date++) {
        const since = (((dayNumber({ year, month, day: date }) - saturday) % 7) + 7) % 7
        if (since < 2) expect(workingDay(day(text({ year, month, day: date })))).toBe(false)
      }
})
