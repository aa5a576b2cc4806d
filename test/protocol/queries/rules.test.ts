import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../app/protocol/day'
import { itemsOf } from '../../../app/protocol/instruments/battery'
import { checkGiven } from '../../../app/protocol/instruments/check'
import { orderOf } from '../../../app/protocol/instruments/order'
import { QUERY_REASONS } from '../../../app/protocol/queries/reasons'
import type { Measured } from '../../../app/protocol/queries/rule'
import { doubtsAbout, QUERY_RULES } from '../../../app/protocol/queries/rules'
import { reversedItems } from '../../../app/protocol/queries/straight-lining'
import { published } from '../../../app/protocol/studies/werkalliantie/scales'
import { asks, batteries, givenTo } from '../instruments/batteries'

const supervisor = asks('T1', 'supervisor')
const later = asks('T2', 'supervisor')
const reversed = reversedItems(published, 'supervisor')

/** A measurement about which nothing is doubtful, but for what is said. */
const measured = (change: Partial<Measured> = {}): Measured => {
  const { battery = supervisor } = change
  return {
    battery,
    given: { mark: 8 },
    order: itemsOf(battery).map(({ code }) => code),
    reversed,
    seconds: null,
    minutes: 9,
    complete: true,
    days: { heldOn: day('2012-03-16'), receivedOn: day('2012-03-18'), startedOn: day('2012-01-10') },
    ...change,
  }
}
const doubts = (change: Partial<Measured> = {}) =>
  doubtsAbout(measured(change)).map(({ rule, item }) => `${rule} ${item}`)

test('nothing is doubtful about what is in order', () => expect(doubts()).toEqual([]))

describe('answers', () => {
  test('outside what the question takes', () => {
    expect(doubts({ given: { i01: 8, i04: 0, gender: 2, earlier_supervision: 5, mark: 10 } })).toEqual([
      'out_of_range earlier_supervision',
      'out_of_range i01',
      'out_of_range i04',
    ])
  })

  test('of a questionnaire without any', () => {
    expect(doubts({ given: {} })).toEqual(['nothing_answered '])
    expect(doubts({ given: { mark: 'no_answer', earlier_supervision_how: 'not_asked' } })).toEqual([
      'nothing_answered ',
    ])
  })

  test('that cannot both be true', () => {
    expect(doubts({ given: { intellectual_disability: 1, above_average_intelligence: 1 } })).toEqual([
      'contradictory above_average_intelligence',
    ])
    expect(doubts({ given: { intellectual_disability: 9, above_average_intelligence: 1 } })).toEqual([])
    const given = { work_changed: 0, living_changed: 0, event_lost_work: 1, event_lost_home: 1, event_moved: 0 }
    expect(doubts({ battery: later, given })).toEqual([
      'contradictory event_lost_work',
      'contradictory event_lost_home',
    ])
  })
})

describe('years and days', () => {
  test('a part is no longer than the whole', () => {
    const years = { years_probation: 6, years_justice: 5, years_care: 0, years_total: 5 }
    expect(doubts({ given: years })).toEqual(['impossible_years years_probation'])
    expect(doubts({ given: { ...years, years_total: 6 } })).toEqual([])
    expect(doubts({ given: { years_probation: 6 } })).toEqual([])
  })

  test('nobody worked longer than their age allows', () => {
    const at = (age_band: number, years_total: number) => doubts({ given: { age_band, years_total } })
    expect([at(3, 15), at(3, 16)]).toEqual([[], ['impossible_years years_total']])
    expect(at(7, 60)).toEqual([])
    expect(doubts({ given: { age_band: 'no_answer', years_total: 60 } })).toEqual([])
  })

  test('the day lies in supervision and not after it was told', () => {
    const on = (heldOn: string, receivedOn: string | null, startedOn: string | null) => {
      const days = [heldOn, receivedOn, startedOn].map((text) => (text === null ? null : day(text)))
      return doubts({
        days: { heldOn: days[0] ?? day('2012-01-01'), receivedOn: days[1] ?? null, startedOn: days[2] ?? null },
      })
    }
    expect(on('2012-01-10', '2012-01-10', '2012-01-10')).toEqual([])
    expect(on('2012-01-09', '2012-01-10', '2012-01-10')).toEqual(['impossible_date '])
    expect(on('2012-01-11', '2012-01-10', '2012-01-10')).toEqual(['impossible_date '])
    expect(on('2012-01-11', null, null)).toEqual([])
  })
})

describe('the time it took', () => {
  test('is at least three minutes, in all or part by part', () => {
    expect([doubts({ minutes: 3 }), doubts({ minutes: 2 })]).toEqual([[], ['too_fast ']])
    const seconds = (alliance: number) => doubts({ minutes: null, seconds: { alliance, mark: 10 } })
    expect([seconds(170), seconds(169)]).toEqual([[], ['too_fast ']])
    // whole minutes round 179 seconds up: the seconds are what was measured
    expect(doubts({ minutes: 3, seconds: { alliance: 179 } })).toEqual(['too_fast '])
    expect(doubts({ minutes: 3, seconds: { alliance: 180 } })).toEqual([])
    expect(doubts({ minutes: 2, seconds: {} })).toEqual(['too_fast '])
  })

  test('is asked of what was finished, and of what was timed', () => {
    expect(doubts({ minutes: 1, complete: false })).toEqual([])
    expect(doubts({ minutes: null, seconds: null })).toEqual([])
  })
})

describe('the same answer in a row', () => {
  const run = (codes: readonly string[], answer = 6) => Object.fromEntries(codes.map((code) => [code, answer]))
  const inOrder = (given: Measured['given'], order: readonly string[]) => doubts({ given, order })

  test('the items that some scale turns round', () =>
    expect([...reversed].sort()).toEqual(['i04', 'i06', 'i13', 'i14', 'i17']))

  test('five times, with what means the opposite among them', () => {
    const order = ['i01', 'i04', 'i05', 'i07', 'i08', 'i10', 'mark']
    expect(inOrder(run(order.slice(0, 5)), order)).toEqual(['same_answer i01'])
    expect(inOrder(run(order.slice(0, 4)), order)).toEqual([])
    expect(inOrder(run(order.slice(0, 6)), order)).toEqual(['same_answer i01'])
    expect(inOrder({ ...run(order), i01: 5 }, order)).toEqual(['same_answer i04'])
  })

  test('in the order in which they were asked', () => {
    const given = run(['i01', 'i04', 'i05', 'i07', 'i08'])
    expect(inOrder({ ...given, i32: 1 }, ['i01', 'i04', 'i32', 'i05', 'i07', 'i08'])).toEqual([])
  })

  test('is no wonder where all mean the same', () => {
    const positive = ['i01', 'i05', 'i07', 'i08', 'i10', 'i11']
    expect(inOrder(run(positive), positive)).toEqual([])
    const negative = ['i04', 'i06', 'i13', 'i14', 'i17']
    expect(inOrder(run(negative, 1), negative)).toEqual([])
  })

  test('ends where no step was given, but not at what was not asked', () => {
    const order = ['i01', 'i04', 'i05', 'mark', 'i07', 'i08']
    const given = run(['i01', 'i04', 'i05', 'i07', 'i08'])
    expect(inOrder({ ...given, mark: 6 }, order)).toEqual([])
    expect(inOrder(given, order)).toEqual([])
    expect(inOrder({ ...given, mark: 'no_answer' }, order)).toEqual([])
    expect(inOrder({ ...given, mark: 'not_asked' }, order)).toEqual(['same_answer i01'])
  })
})

test('what was taken in is never out of range, and each doubt is told once, about a question that is there', () => {
  for (const [, battery] of batteries)
    fc.assert(
      fc.property(givenTo(battery), fc.nat(2 ** 32 - 1), (answers, seed) => {
        const checked = checkGiven(battery, answers, { signing: false })
        if (!checked.ok) throw new Error('these were answers')
        const found = doubts({ battery, given: checked.answers, order: orderOf(battery, seed) })
        expect(found.filter((doubt) => doubt.startsWith('out_of_range'))).toEqual([])
        expect(new Set(found).size).toBe(found.length)
        const codes = ['', ...itemsOf(battery).map(({ code }) => code)]
        for (const doubt of found) expect(codes).toContain(doubt.split(' ')[1])
      }),
      { numRuns: 25 },
    )
})

test('each rule and each reason has words in both languages, and each rule a section', () => {
  for (const { cite, label } of Object.values(QUERY_RULES)) {
    expect(cite).toMatch(/^§\d(\.\d)*$/)
    for (const sentence of Object.values(label)) expect(sentence).toMatch(/^[A-Z].+\.$/)
  }
  for (const words of Object.values(QUERY_REASONS))
    for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[A-Z].+\.$/)
})
