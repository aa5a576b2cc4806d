import { afterEach, expect, test, vi } from 'vitest'
import { now, systemToday } from '../../app/platform/clock'

afterEach(() => vi.unstubAllEnvs())

test('the machine says what time it is', () => {
  expect(Math.abs(now().getTime() - performance.timeOrigin - performance.now())).toBeLessThan(5_000)
})

test.each(['demo', 'test'])('in %s mode KOPPEL_NOW stands in for it', (mode) => {
  vi.stubEnv('KOPPEL_MODE', mode)
  vi.stubEnv('KOPPEL_NOW', '2012-06-30T21:59:00Z')
  expect(now().toISOString()).toBe('2012-06-30T21:59:00.000Z')
  expect(systemToday()).toBe('2012-06-30')
})

test('the day is the one on an Amsterdam wall', () => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  vi.stubEnv('KOPPEL_NOW', '2012-06-30T22:01:00Z')
  expect(systemToday()).toBe('2012-07-01')
  vi.stubEnv('KOPPEL_NOW', '2012-12-31T22:30:00Z')
  expect(systemToday()).toBe('2012-12-31')
  vi.stubEnv('KOPPEL_NOW', '2012-07-15')
  expect(systemToday()).toBe('2012-07-15')
})

test.each(['production', 'development', ''])('in mode "%s" KOPPEL_NOW is ignored', (mode) => {
  vi.stubEnv('KOPPEL_MODE', mode)
  vi.stubEnv('KOPPEL_NOW', '2012-06-30')
  expect(now().getUTCFullYear()).toBeGreaterThan(2020)
})

test.each(['yesterday', 'yesterday+', '+'])('a KOPPEL_NOW that is no time is refused: %s', (text) => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  vi.stubEnv('KOPPEL_NOW', text)
  expect(now).toThrow('KOPPEL_NOW')
})

test('with a + behind it time runs on from there, over the change to summer time too', async () => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  vi.stubEnv('KOPPEL_NOW', '2027-03-28T00:59:59.950Z+')
  const first = now().getTime()
  expect(first).toBe(Date.parse('2027-03-28T00:59:59.950Z'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  const later = now().getTime()
  expect(later - first).toBeGreaterThanOrEqual(90)
  expect(systemToday()).toBe('2027-03-28')
  vi.stubEnv('KOPPEL_NOW', '2027-03-28T22:00:00Z+')
  expect(systemToday()).toBe('2027-03-29')
})

test('a clock that does not run on stands still', async () => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  vi.stubEnv('KOPPEL_NOW', '2027-03-28T00:59:30Z')
  const first = now().getTime()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(now().getTime()).toBe(first)
})
