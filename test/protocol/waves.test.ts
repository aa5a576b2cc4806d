import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../app/protocol/day'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { anchoredBy, type WaveFacts, waveNamed, waveState, windowOf } from '../../app/protocol/waves'

const t1 = waveNamed(werkalliantie, 'T1')
const t2 = waveNamed(werkalliantie, 'T2')
const anchor = day('2012-03-01')
const { opens, closes } = windowOf(t2, anchor)
const nothing: WaveFacts = { anchor: null, begun: null, held: null, lost: null, withdrawn: null }
const anchored: WaveFacts = { ...nothing, anchor }
const stateOn = (on: string, facts: Partial<WaveFacts> = {}) => waveState(t2, { ...anchored, ...facts }, day(on))

describe('where a case stands at the second wave', () => {
  test('follows the window, both days included', () => {
    expect([opens, closes]).toEqual(['2012-09-01', '2012-12-01'])
    expect(stateOn('2012-08-31')).toMatchObject({ state: 'not_yet', opens, closes })
    expect(stateOn('2012-09-01')).toMatchObject({ state: 'open', daysLeft: 91, cite: '§4.2' })
    expect(stateOn('2012-11-02').state).toBe('open')
    expect(stateOn('2012-11-03')).toMatchObject({ state: 'closing', daysLeft: 28, cite: '§4.3' })
    expect(stateOn('2012-12-01')).toMatchObject({ state: 'closing', daysLeft: 0 })
    expect(stateOn('2012-12-02')).toMatchObject({ state: 'missed', daysLeft: null })
  })

  test('is not anchored before the first interview', () => {
    expect(waveState(t2, nothing, day('2013-01-01'))).toMatchObject({
      state: 'not_anchored',
      opens: null,
      closes: null,
    })
    expect(stateOn('2012-02-29').state).toBe('not_anchored')
  })

  test('what was held stays held; a withdrawal says more than a loss', () => {
    const on = day('2012-10-01')
    expect(stateOn('2012-10-02', { held: on, withdrawn: on, lost: on })).toMatchObject({
      state: 'held',
      daysLeft: null,
    })
    expect(stateOn('2012-10-02', { withdrawn: on, lost: on })).toMatchObject({ state: 'withdrawn', cite: '§6' })
    expect(stateOn('2012-10-02', { lost: on })).toMatchObject({ state: 'lost', cite: '§4.4' })
  })

  test('what was begun is not held before it is complete; whoever stops in the middle stopped', () => {
    const begun = day('2012-10-01')
    expect(stateOn('2012-10-02', { begun })).toMatchObject({ state: 'begun', daysLeft: null, cite: '§3' })
    expect(stateOn('2012-10-03', { begun, held: day('2012-10-03') }).state).toBe('held')
    expect(stateOn('2012-10-03', { begun, withdrawn: begun }).state).toBe('withdrawn')
    expect(stateOn('2012-10-03', { begun, lost: begun }).state).toBe('lost')
  })

  test('a fact counts from its own day on', () => {
    const held = day('2012-10-01')
    expect(stateOn('2012-09-30', { held }).state).toBe('open')
    expect(stateOn('2012-10-01', { held }).state).toBe('held')
  })

  test('days left fall by one a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 91 }), (after) => {
        const [now, next] = [stateOn(addDays(opens, after)), stateOn(addDays(opens, after + 1))]
        if (now.daysLeft !== null && next.daysLeft !== null) expect(now.daysLeft - next.daysLeft).toBe(1)
      }),
    )
  })
})

describe('waves of any study', () => {
  test('one without window is open until it is held', () => {
    for (const wave of [t1, waveNamed(talkAid, 'talk')]) {
      expect(waveState(wave, nothing, anchor)).toMatchObject({
        state: 'open',
        opens: null,
        closes: null,
        daysLeft: null,
      })
      expect(waveState(wave, { ...nothing, held: anchor }, anchor).state).toBe('held')
    }
  })

  test('a further wave is one more entry', () => {
    const t3 = { ...t2, name: 'T3', window: { anchor: 'T2', opensAfterMonths: 12, closesAfterMonths: 15 } }
    const longer = { ...werkalliantie, waves: [...werkalliantie.waves, t3] }
    expect(anchoredBy(longer, 'T2')).toEqual([t3])
    expect(anchoredBy(longer, 'T1')).toEqual([t2])
    expect(windowOf(waveNamed(longer, 'T3'), day('2012-02-29'))).toEqual({ opens: '2013-02-28', closes: '2013-05-29' })
  })

  test('a wave that does not exist is no wave', () => {
    expect(() => waveNamed(werkalliantie, 'T9')).toThrow(RangeError)
  })
})
