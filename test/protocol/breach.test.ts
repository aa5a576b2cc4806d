import { expect, test } from 'vitest'
import { breachClock, isLate } from '../../app/protocol/breach'
import { momentAt, wallAt } from '../../app/protocol/moment'

const HOUR = 3_600_000
const OPEN = { reporting: 'open', reportedAt: null } as const

test.each([
  // discovered and three days later, as an Amsterdam wall shows them
  ['an ordinary week', '2012-06-05T10:30', '2012-06-08T10:30'],
  ['across 25 March, when an hour is passed over', '2012-03-24T10:30', '2012-03-27T11:30'],
  ['across 28 October, when an hour comes twice', '2012-10-26T10:30', '2012-10-29T09:30'],
  ['from the hour before the one that is passed over', '2012-03-25T01:59', '2012-03-28T02:59'],
  ['from the hour that comes twice: the first of them', '2012-10-28T02:30', '2012-10-31T01:30'],
  ['across the end of a leap February', '2012-02-27T23:59', '2012-03-01T23:59'],
])('72 hours in %s', (_, discovered, deadline) => {
  const discoveredAt = momentAt(discovered)?.toISOString() ?? ''
  const clock = breachClock({ ...OPEN, discoveredAt }, new Date(discoveredAt))
  expect([wallAt(new Date(clock.deadline)), clock.leftMs, clock.state]).toEqual([deadline, 72 * HOUR, 'running'])
})

test('the clock runs out, a report stops it, and one minute late is late', () => {
  const discoveredAt = '2012-03-24T09:30:00.000Z'
  const after = (ms: number) => new Date(new Date(discoveredAt).getTime() + ms)
  const stateAt = (ms: number) => breachClock({ ...OPEN, discoveredAt }, after(ms))
  expect(stateAt(71 * HOUR)).toMatchObject({ state: 'running', leftMs: HOUR })
  expect(stateAt(72 * HOUR)).toMatchObject({ state: 'running', leftMs: 0 })
  expect(stateAt(72 * HOUR + 60_000)).toMatchObject({ state: 'over', leftMs: -60_000 })
  const reportedAfter = (ms: number) => {
    const reportedAt = after(ms).toISOString()
    const { state, leftMs } = breachClock({ discoveredAt, reporting: 'reported', reportedAt }, after(1_000 * HOUR))
    return [state, leftMs, isLate({ discoveredAt, reportedAt })]
  }
  expect(reportedAfter(72 * HOUR)).toEqual(['in_time', 0, false])
  expect(reportedAfter(72 * HOUR + 60_000)).toEqual(['late', -60_000, true])
  expect(breachClock({ discoveredAt, reporting: 'not_needed', reportedAt: null }, after(0)).state).toBe('not_needed')
})

test.each([
  ['2012-03-25T02:30', 'the hour that is passed over'],
  ['2012-02-30T10:00', 'no day'],
  ['2012-06-05T24:00', 'no hour'],
  ['2012-06-05', 'a day alone'],
  ['1899-12-31T23:59', 'too long ago'],
  ['2012-06-05T10:30Z', 'another shape'],
  ['', 'nothing'],
])('%s is no moment: %s', (wall) => {
  expect(momentAt(wall)).toBeUndefined()
})

test('a moment reads back as the wall showed it, whatever the zone of the machine', () => {
  for (const wall of ['2012-01-01T00:00', '2012-03-25T03:00', '2012-07-15T23:59', '2012-10-28T03:00'])
    expect(wallAt(momentAt(wall) as Date)).toBe(wall)
})
