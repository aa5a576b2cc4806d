import { expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { bySource, knownSince, type RegisterFile } from '../../app/protocol/register-known'
import { at, held, MET, MET_ONCE, piece } from './planner/one-case'

const file = (source: string, on: string, knownTo: string): RegisterFile => ({
  source,
  on: day(on),
  knownTo: day(knownTo),
})
const TO = day('2014-02-01')
const IRIS = file('IRIS', '2014-02-10', '2014-02-01')
const LAGS = file('Politie', '2014-03-01', '2013-12-31')
const CAUGHT_UP = file('politie ', '2014-04-01', '2014-03-31')

test('the register is known since the last of its sources knows it', () => {
  expect(knownSince([], TO)).toBeUndefined()
  expect(knownSince([{ ...IRIS, knownTo: day('2014-01-31') }], TO)).toBeUndefined()
  expect(knownSince([IRIS], TO)).toBe('2014-02-10')
  expect(knownSince([IRIS, LAGS], TO)).toBeUndefined()
  expect(knownSince([CAUGHT_UP, LAGS, IRIS], TO)).toBe('2014-04-01')
  // one that says less than the one before takes nothing back
  expect(knownSince([IRIS, { ...IRIS, on: day('2014-05-01'), knownTo: day('2013-01-01') }], TO)).toBe('2014-02-10')
  expect(bySource([IRIS, LAGS, CAUGHT_UP]).map((theirs) => theirs.length)).toEqual([1, 2])
})

test('follow-up is work until every source knows the register to its end', () => {
  const ended = (registerKnown: readonly RegisterFile[]) =>
    piece({ ...at(MET_ONCE, 'T1', held(MET)), registerKnown }, 'follow_up')?.ended
  expect(ended([IRIS])).toEqual({ how: 'done', fact: 'register_known', on: '2014-02-10' })
  expect(ended([IRIS, LAGS])).toBeNull()
  expect(ended([IRIS, LAGS, CAUGHT_UP])).toEqual({ how: 'done', fact: 'register_known', on: '2014-04-01' })
})
