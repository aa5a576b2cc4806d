import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayAt } from '../../app/protocol/day'
import { workingDay } from '../../app/protocol/holidays'
import {
  ANY_TIME,
  backOffMs,
  givenUp,
  heldBackSince,
  maySend,
  readHours,
  type Sending,
} from '../../app/protocol/sending'

const OFFICE: Sending = { ...ANY_TIME, hours: { from: 7 * 60, until: 19 * 60 }, workingDays: true }
const at = (iso: string) => new Date(iso)
const may = (iso: string, sending = OFFICE) => maySend(sending, dayAt(at(iso)), at(iso))

describe('mail may leave', () => {
  test('within the hours of an Amsterdam wall, the last minute not included, in winter and in summer', () => {
    expect(['05:59', '06:00', '17:59', '18:00'].map((time) => may(`2012-03-05T${time}Z`))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(['04:59', '05:00', '16:59', '17:00'].map((time) => may(`2012-06-04T${time}Z`))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('not on a Saturday, a Sunday or a public holiday', () => {
    for (const on of ['2012-03-03', '2012-03-04', '2012-04-30', '2012-05-28'])
      expect(may(`${on}T10:00Z`), on).toBe(false)
    expect(may('2012-05-29T10:00Z')).toBe(true)
  })

  test('on the day of the study, where its clock is not that of the machine', () => {
    const monday = at('2026-11-23T10:00Z')
    expect(maySend(OFFICE, day('2012-04-30'), monday)).toBe(false)
    expect(maySend(OFFICE, day('2012-05-01'), monday)).toBe(true)
    expect(maySend({ ...OFFICE, hours: null }, day('2012-05-01'), at('2026-11-23T03:00Z'))).toBe(true)
  })

  test('at any time where nothing is set', () => {
    expect(may('2012-12-25T02:00Z', ANY_TIME)).toBe(true)
  })
})

test('hours are read as they are written, and only such as end after they begin', () => {
  expect(readHours('07:00-19:00')).toEqual({ from: 420, until: 1140 })
  expect(readHours(' 00:00-24:00 ')).toEqual({ from: 0, until: 1440 })
  for (const wrong of ['7-19', '07:00', '19:00-07:00', '07:00-07:00', '07:60-19:00', '24:00-24:00', '07:00–19:00', ''])
    expect(readHours(wrong), wrong).toBeUndefined()
})

test('a message that did not get through waits longer each time, and not as long as its neighbour', () => {
  const minutes = (attempts: number, random: number) => backOffMs(attempts, random) / 60_000
  expect([1, 2, 3, 4, 5, 6, 100].map((attempts) => minutes(attempts, 0))).toEqual([1, 5, 15, 60, 240, 240, 240])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
      expect(minutes(attempts, random)).toBeGreaterThanOrEqual(minutes(attempts, 0))
      expect(minutes(attempts, random)).toBeLessThanOrEqual(minutes(attempts, 0) * 1.5)
    }),
  )
})

test('a recipient who is refused for five days is given up, not before each pause was kept once', () => {
  const planned = at('2012-03-05T06:00Z')
  expect(givenUp(20, planned, at('2012-03-10T05:59Z'))).toBe(false)
  expect(givenUp(20, planned, at('2012-03-10T06:00Z'))).toBe(true)
  // nobody tried for a fortnight
  expect([1, 5, 6].map((attempts) => givenUp(attempts, planned, at('2012-03-19T06:00Z')))).toEqual([false, false, true])
})

test('what was planned the evening before the longest rest did not stand still when it leaves', () => {
  for (let on = day('2010-01-01'); on < '2050-01-01'; on = addDays(on, 1)) {
    let leaves = addDays(on, 1)
    while (!workingDay(leaves)) leaves = addDays(leaves, 1)
    expect(on >= heldBackSince(leaves), on).toBe(true)
  }
  expect('2038-04-22' >= heldBackSince(day('2038-04-28'))).toBe(true)
  expect('2038-04-21' >= heldBackSince(day('2038-04-28'))).toBe(false)
})
