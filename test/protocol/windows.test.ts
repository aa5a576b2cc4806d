import { describe, expect, test } from 'vitest'
import { type Day, day } from '../../app/protocol/day'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { waveNamed, windowOf } from '../../app/protocol/waves'
import { isLeap, lastSunday, monthLength, monthsLater, seeded, text, type Ymd } from './calendar'

const t2 = waveNamed(werkalliantie, 'T2')
const DRAWS = 1_000_000

const springForward = (year: number): Ymd => lastSunday(year, 3)
const fallBack = (year: number): Ymd => lastSunday(year, 10)
const monthEnd = (year: number, month: number): Ymd => ({ year, month, day: monthLength(year, month) })
const leapDay = (year: number): Ymd => monthEnd(year - (year % 4), 2)
const HARD = [springForward, fallBack, monthEnd, leapDay]

/** A window on plain numbers, from what protocol §4.2 says and not from the study. */
const expected = (anchor: Ymd) => `${text(monthsLater(anchor, 6))} ${text(monthsLater(anchor, 9))}`
/** Two hundred years have 73,049 days: each that is drawn is asked once, and its answer compared at every draw. */
const asked = new Map<string, string>()
const given = (anchor: string): string => {
  const before = asked.get(anchor)
  if (before !== undefined) return before
  const { opens, closes } = windowOf(t2, anchor as Day)
  asked.set(anchor, `${opens} ${closes}`)
  return `${opens} ${closes}`
}

describe('the window of the second wave (protocol §4.2)', () => {
  test('is six to nine calendar months after the interview, on a million random dates', () => {
    const random = seeded(20111201)
    const upTo = (count: number) => Math.floor(random() * count)
    const seen = { leapDays: 0, monthEnds: 0, clockChanges: 0 }
    const wrong: string[] = []
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const year = 1950 + upTo(200)
      const month = 1 + upTo(12)
      // One in eight is a day on which calendars go wrong.
      const hard = draw % 8 === 0 ? HARD[upTo(HARD.length)] : undefined
      const anchor = hard?.(year, month) ?? { year, month, day: 1 + upTo(monthLength(year, month)) }
      if (anchor.month === 2 && anchor.day === 29) seen.leapDays += 1
      if (anchor.day === monthLength(anchor.year, anchor.month)) seen.monthEnds += 1
      if (hard === springForward || hard === fallBack) seen.clockChanges += 1
      const written = text(anchor)
      if (given(written) !== expected(anchor)) wrong.push(written)
    }
    expect(wrong).toEqual([])
    expect(asked.size).toBeGreaterThan(73_000)
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(DRAWS / 100)
  })

  test('clamps to the end of a shorter month', () => {
    expect(windowOf(t2, day('2011-08-31'))).toEqual({ opens: '2012-02-29', closes: '2012-05-31' })
    expect(windowOf(t2, day('2012-08-31'))).toEqual({ opens: '2013-02-28', closes: '2013-05-31' })
    expect(windowOf(t2, day('2012-08-29'))).toEqual({ opens: '2013-02-28', closes: '2013-05-29' })
    expect(windowOf(t2, day('2012-05-31'))).toEqual({ opens: '2012-11-30', closes: '2013-02-28' })
    expect(windowOf(t2, day('2012-02-29'))).toEqual({ opens: '2012-08-29', closes: '2012-11-29' })
  })

  test('the calendar that the million is compared with knows its leap years', () => {
    expect([1900, 2000, 2011, 2012, 2100].map(isLeap)).toEqual([false, true, false, true, false])
    expect(text(lastSunday(2012, 3))).toBe('2012-03-25')
    expect(text(lastSunday(2012, 10))).toBe('2012-10-28')
    expect(text(lastSunday(1999, 10))).toBe('1999-10-31')
  })

  test('a wave without window has none', () => {
    expect(() => windowOf(waveNamed(werkalliantie, 'T1'), day('2012-01-01'))).toThrow(RangeError)
  })
})
