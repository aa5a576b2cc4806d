import { expect, test } from 'vitest'
import { qualityOf, shareMissing } from '../../app/protocol/quality'
import { asks } from './instruments/batteries'

test('figures of an interviewer are medians and shares over what is known', () => {
  const interviews = [
    { minutes: 20, missing: 0, straightLined: false },
    { minutes: 31, missing: 0.5, straightLined: true },
    { minutes: null, missing: 0.1, straightLined: null },
    { minutes: 24, missing: null, straightLined: false },
  ]
  expect(qualityOf(interviews)).toEqual({ interviews: 4, minutes: 24, missing: 0.1, straightLined: 1 / 3 })
})

test('nothing is said about what nobody knows', () => {
  expect(qualityOf([])).toEqual({ interviews: 0, minutes: null, missing: null, straightLined: null })
  const unknown = { minutes: null, missing: null, straightLined: null }
  expect(qualityOf([unknown])).toEqual({ interviews: 1, minutes: null, missing: null, straightLined: null })
})

test('missing is counted over what was asked', () => {
  const client = asks('T2', 'client')
  // 6 of the changes, the 19 and the mark; "how" hangs on community service
  const [asked, withHow] = [26, 27]
  expect(shareMissing(client, {})).toBe(1)
  expect(shareMissing(client, { mark: 8, i01: 'no_answer' })).toBe((asked - 1) / asked)
  expect(shareMissing(client, { community_service: 1 })).toBe((withHow - 1) / withHow)
  expect(shareMissing(client, { community_service: 0, community_service_how: 3 })).toBe((asked - 1) / asked)
  expect(shareMissing([], {})).toBeNull()
})

test('"I don’t know" is missing too', () => {
  const supervisor = asks('T1', 'supervisor')
  const all = shareMissing(supervisor, {})
  expect([all, shareMissing(supervisor, { normal_conscience: 9 })]).toEqual([1, 1])
  expect(shareMissing(supervisor, { normal_conscience: 1 })).toBeLessThan(1)
})
