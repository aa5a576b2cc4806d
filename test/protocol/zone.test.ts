import { describe, expect, test } from 'vitest'

/** Minutes that local time lies behind UTC, in winter and summer of 2012, of the zones that these tests run in. */
const OFFSETS: Readonly<Record<string, readonly [number, number]>> = {
  'Europe/Amsterdam': [-60, -120],
  'Pacific/Auckland': [-780, -720],
  'America/New_York': [300, 240],
}

describe('the zone of the process', () => {
  test('is one of the three and really applied', () => {
    const zone = process.env.TZ ?? ''
    expect(Object.keys(OFFSETS)).toContain(zone)
    const offsets = ['2012-01-15T12:00:00Z', '2012-07-15T12:00:00Z'].map((at) => new Date(at).getTimezoneOffset())
    expect(offsets).toEqual(OFFSETS[zone])
  })
})
