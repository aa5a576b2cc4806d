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

test('a KOPPEL_NOW that is no time is refused', () => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  vi.stubEnv('KOPPEL_NOW', 'yesterday')
  expect(now).toThrow('KOPPEL_NOW')
})
