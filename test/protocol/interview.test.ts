import { expect, test } from 'vitest'
import { type Day, day } from '../../app/protocol/day'
import { brokenOffBy, mayGoOn } from '../../app/protocol/interview'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { waveNamed } from '../../app/protocol/waves'

const opened = day('2012-03-13')
const later = day('2012-03-16')

test.each<[string, { lastOn?: Day; brokenOffOn?: Day; today: Day }, Day | null]>([
  ['on the day that it was opened it goes on', { today: opened }, null],
  ['the day after it was left open on the day of opening', { today: day('2012-03-14') }, opened],
  ['or on the day of its last talk', { lastOn: later, today: day('2012-03-17') }, later],
  ['while it is talked on it goes on', { lastOn: later, today: later }, null],
  ['what came of it before it was opened says nothing', { lastOn: day('2012-03-12'), today: later }, opened],
  ['what was said goes before', { lastOn: opened, brokenOffOn: later, today: later }, later],
])('%s', (_, { lastOn = null, brokenOffOn = null, today }, on) => {
  expect(brokenOffBy({ openedOn: opened, lastOn, brokenOffOn }, today)).toBe(on)
})

const T1 = waveNamed(werkalliantie, 'T1')
const T2 = waveNamed(werkalliantie, 'T2')
const bounds = { closes: null, next: null, contacts: null }

test.each([
  [T1, bounds, true],
  [T1, { ...bounds, contacts: 4 }, true],
  [T1, { ...bounds, contacts: 5 }, false],
  [T1, { ...bounds, next: day('2012-03-17') }, true],
  [T1, { ...bounds, next: later }, false],
  [T2, bounds, false],
  [T2, { ...bounds, closes: later, contacts: 9 }, true],
  [T2, { ...bounds, closes: day('2012-03-15') }, false],
])('at %o with %o it may be gone on with: %s', (wave, known, may) => {
  expect(mayGoOn(werkalliantie, wave, known, later)).toBe(may)
})
