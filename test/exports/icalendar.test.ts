import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEvent, icalendar } from '../../app/exports/icalendar'
import { addDays, day } from '../../app/protocol/day'

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '01980000-0000-7000-8000-000000000001@koppel',
  seq: 2,
  summary: 'Interview 7KM-2QX-9RA',
  location: 'Utrecht, Kamer 1',
  on: day('2012-03-13'),
  at: 600,
  minutes: 45,
  cancelled: false,
  changedOn: day('2012-03-06'),
  ...changes,
})

/** The events as somebody else's reader has them. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
    const { uid, sequence, summary, location, startDate, endDate } = new ICAL.Event(one)
    return {
      uid,
      sequence,
      summary,
      location,
      status: one.getFirstPropertyValue('status'),
      wholeDay: startDate.isDate,
      start: startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString(),
      end: endDate.isDate ? endDate.toString() : endDate.toJSDate().toISOString(),
    }
  })

test('another’s reader finds what was planned, in winter and in summer', () => {
  const summer = event({ on: day('2012-07-03'), at: 875 })
  expect(read(icalendar('Koppel I7', [event(), summer]))).toMatchObject([
    {
      uid: event().uid,
      sequence: 2,
      summary: 'Interview 7KM-2QX-9RA',
      location: 'Utrecht, Kamer 1',
      status: 'CONFIRMED',
      start: '2012-03-13T09:00:00.000Z',
      end: '2012-03-13T09:45:00.000Z',
    },
    { start: '2012-07-03T12:35:00.000Z', end: '2012-07-03T13:20:00.000Z' },
  ])
})

test('without a time it takes the day; so does the hour that the clock passes over', () => {
  const wholeDay = { wholeDay: true, start: '2012-03-25', end: '2012-03-26' }
  const on = day('2012-03-25')
  expect(read(icalendar('Koppel', [event({ on, at: null }), event({ on, at: 150 })]))).toMatchObject([
    wholeDay,
    wholeDay,
  ])
})

test('what was taken back is told as such, and nothing planned is a calendar too', () => {
  expect(read(icalendar('Koppel', [event({ cancelled: true })]))).toMatchObject([{ status: 'CANCELLED' }])
  expect(read(icalendar('Koppel', []))).toEqual([])
})

test('any text comes back as it was, in lines of at most 75 bytes that end as they should', () => {
  const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(day('2011-01-01'), n))
  const plain = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replaceAll(/\p{Cc}/gu, ''))
  fc.assert(
    fc.property(plain, plain, days, fc.option(fc.integer({ min: 0, max: 1_439 })), (name, location, on, at) => {
      const text = icalendar(name, [event({ location, on, at })])
      expect(text.endsWith('\r\n')).toBe(true)
      const lines = text.slice(0, -2).split('\r\n')
      expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([])
      const found = read(text)
      expect(found).toHaveLength(1)
      expect(found[0]?.location).toBe(location)
      expect(
        found[0]?.wholeDay || Date.parse(found[0]?.end ?? '') - Date.parse(found[0]?.start ?? '') === 45 * 60_000,
      ).toBe(true)
    }),
  )
})

test('a line break or a colon in a name begins no line of its own', () => {
  const text = icalendar('a\r\nATTACH:http://evil.example', [event({ location: 'b\nATTENDEE:x\u0000' })])
  expect(text.split('\r\n').filter((line) => /^(ATTACH|ATTENDEE)/.test(line))).toEqual([])
})
