import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type Day, day, daysBetween } from '../../app/protocol/day'
import { personTime } from '../../app/protocol/outcomes/person-time'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { Counted, OutcomeFacts, RegisterFact } from '../../app/protocol/study'
import { outcomeRule } from './outcome-rule'

const startedOn = day('2012-01-01')
const includedOn = day('2012-01-11')
/** 24 months after the start, the last day included: day 731 of a leap year and another. */
const over = day('2014-01-01')
const still: OutcomeFacts = {
  startedOn,
  events: [],
  held: { T1: includedOn },
  lapses: undefined,
  followedTo: day('2015-12-31'),
}

const on = (after: number) => addDays(startedOn, after)
const ended = (after: number, kind: string, reason: string | null = null): RegisterFact => ({
  event: 'ended',
  on: on(after),
  kind,
  reason,
})
const report = (after: number): RegisterFact => ({
  event: 'early_intervention_report',
  on: on(after),
  kind: null,
  reason: null,
})
const action = (after: number, kind: string): RegisterFact => ({
  event: 'formal_action',
  on: on(after),
  kind,
  reason: null,
})

function countedBy(outcome: string, variant = 'published'): Counted {
  const { counted } = outcomeRule(werkalliantie, outcome, variant)
  if (!counted) throw new RangeError('not counted in the register')
  return counted
}
const dropout = countedBy('negative_dropout')
const reports = countedBy('early_intervention_report')

/** Stretches as they are written down: from, to, whether it happened, and why it ended. */
const stretches = (
  counted: Counted,
  facts: Partial<OutcomeFacts>,
  watched: { includedOn?: Day; withdrawnOn?: Day } = {},
) =>
  personTime(counted, { ...still, ...facts }, { includedOn, withdrawnOn: null, ...watched }).map(
    ({ start, stop, event, end }) => [start, stop, event, end],
  )

describe('what happens once', () => {
  test('is awaited from inclusion to the last day of the period, both days in it', () => {
    expect(daysBetween(startedOn, over)).toBe(731)
    expect(stretches(dropout, {})).toEqual([[10, 732, 0, 'window_over']])
  })

  test('ends the time with its day', () => {
    expect(stretches(dropout, { events: [ended(100, 'negative')] })).toEqual([[10, 101, 1, 'event']])
    expect(stretches(dropout, { events: [ended(731, 'negative')] })).toEqual([[10, 732, 1, 'event']])
    expect(stretches(dropout, { events: [ended(732, 'negative')] })).toEqual([[10, 732, 0, 'window_over']])
  })

  test('on the day of inclusion is a day, not nothing', () => {
    expect(stretches(dropout, { events: [ended(10, 'negative')] })).toEqual([[10, 11, 1, 'event']])
    expect(stretches(dropout, { events: [ended(9, 'negative')] })).toEqual([])
  })

  test.each(['completed', 'early_positive', 'neutral'])('is prevented when supervision ended otherwise: %s', (kind) => {
    expect(stretches(dropout, { events: [ended(100, kind)] })).toEqual([[10, 101, 0, `ended_${kind}`]])
    expect(stretches(dropout, { events: [ended(9, kind)] })).toEqual([])
  })

  test('is not seen any further after a withdrawal, a death, or the end of what is known', () => {
    const followedTo = on(50)
    expect(stretches(dropout, { followedTo })).toEqual([[10, 51, 0, 'known_no_further']])
    expect(stretches(dropout, { followedTo }, { withdrawnOn: on(50) })).toEqual([[10, 51, 0, 'withdrew']])
    expect(stretches(dropout, { events: [ended(40, 'neutral', 'deceased')] })).toEqual([[10, 41, 0, 'deceased']])
    expect(stretches(dropout, { followedTo: on(9) })).toEqual([])
  })

  test('is waited for where a register tells of two endings, as the rule does', () => {
    const events = [ended(60, 'completed'), ended(90, 'negative')]
    expect(stretches(dropout, { events })).toEqual([[10, 91, 1, 'event']])
    expect(stretches(dropout, { events: [ended(60, 'completed'), ended(60, 'negative')] })).toEqual([
      [10, 61, 1, 'event'],
    ])
  })

  test('after T2: from that interview on, on the same clock', () => {
    const t2 = on(200)
    const afterT2 = countedBy('negative_dropout', 'after_t2')
    const stop = daysBetween(startedOn, addMonths(t2, 12)) + 1
    expect(stretches(afterT2, { held: { T2: t2 } })).toEqual([[200, stop, 0, 'window_over']])
    expect(stretches(afterT2, {})).toEqual([])
    expect(stretches(afterT2, { held: { T2: t2 }, events: [ended(199, 'completed')] })).toEqual([])
  })
})

describe('what can happen again', () => {
  test('has a stretch up to each time, and one after the last', () => {
    expect(stretches(reports, { events: [report(300), report(100)] })).toEqual([
      [10, 101, 1, 'event'],
      [101, 301, 1, 'event'],
      [301, 732, 0, 'window_over'],
    ])
    expect(stretches(reports, { events: [report(731)] })).toEqual([[10, 732, 1, 'event']])
  })

  test('twice on one day shares the day', () => {
    expect(stretches(reports, { events: [report(10), report(10), report(11)] })).toEqual([
      [10, 10.5, 1, 'event'],
      [10.5, 11, 1, 'event'],
      [11, 12, 1, 'event'],
      [12, 732, 0, 'window_over'],
    ])
  })

  test('goes on after supervision, unless the client died or only supervision counts', () => {
    const events = [ended(50, 'completed'), report(60)]
    expect(stretches(reports, { events })).toEqual([
      [10, 61, 1, 'event'],
      [61, 732, 0, 'window_over'],
    ])
    const during = countedBy('early_intervention_report', 'during_supervision')
    expect(stretches(during, { events })).toEqual([[10, 51, 0, 'ended_completed']])
    expect(stretches(during, { events: [ended(50, 'completed'), report(50)] })).toEqual([[10, 51, 1, 'event']])
    expect(stretches(reports, { events: [ended(50, 'neutral', 'deceased')] })).toEqual([[10, 51, 0, 'deceased']])
  })

  test('is not in it when the register does not hold it, and can leave kinds out', () => {
    const actions = countedBy('formal_action', 'register_from_start')
    const all = countedBy('formal_action', 'register_from_start_with_reprimand')
    const events = [action(20, 'reprimand')]
    expect(stretches(actions, { covers: ['ended'] })).toEqual([])
    expect(stretches(actions, { events })).toEqual([[10, 732, 0, 'window_over']])
    expect(stretches(all, { events })).toEqual([
      [10, 21, 1, 'event'],
      [21, 732, 0, 'window_over'],
    ])
  })
})

test('stretches are in order and do not overlap, their days are the time at risk, and each event has its own', () => {
  const fact = fc.oneof(
    fc.nat(900).map(report),
    fc.tuple(fc.nat(900), fc.constantFrom('warning', 'reprimand')).map(([after, kind]) => action(after, kind)),
    fc
      .tuple(fc.nat(900), fc.constantFrom('completed', 'early_positive', 'neutral', 'negative'), fc.boolean())
      .map(([after, kind, died]) => ended(after, kind, died && kind === 'neutral' ? 'deceased' : null)),
  )
  const rules = werkalliantie.outcomes.flatMap(({ counted }) => counted ?? [])
  expect(rules).toHaveLength(9)
  const course = fc.record({
    events: fc.array(fact, { maxLength: 8 }),
    followedTo: fc.integer({ min: -5, max: 900 }).map(on),
    t2: fc.option(fc.integer({ min: 100, max: 300 }).map(on), { nil: undefined }),
  })
  fc.assert(
    fc.property(course, fc.constantFrom(...rules), ({ events, followedTo, t2 }, counted) => {
      const held: Record<string, Day> = t2 ? { T1: includedOn, T2: t2 } : { T1: includedOn }
      const facts = { ...still, held, followedTo, events: events.filter((one) => one.on <= followedTo) }
      const found = personTime(counted, facts, { includedOn, withdrawnOn: null })
      const [first, last] = [found[0], found.at(-1)]
      if (!first || !last) return
      for (const [at, { start, stop, from, to, event, end }] of found.entries()) {
        expect(stop).toBeGreaterThan(start)
        expect(from <= to).toBe(true)
        if (at > 0) expect(start).toBe(found[at - 1]?.stop)
        expect(event === 1).toBe(end === 'event')
        expect(event === 1 || at === found.length - 1).toBe(true)
      }
      expect(first.from >= includedOn).toBe(true)
      const days = found.reduce((sum, { start, stop }) => sum + stop - start, 0)
      expect(days).toBeCloseTo(daysBetween(first.from, last.to) + 1, 6)
      const inTime = facts.events.filter(
        (one) => one.event === counted.event && counted.counts(one) && one.on >= first.from && one.on <= last.to,
      )
      const happened = found.filter(({ event }) => event === 1)
      expect(happened).toHaveLength(counted.repeated ? inTime.length : Math.min(1, inTime.length))
      // nobody is seen beyond the period, the register, or the day of an ending that makes it impossible
      expect(last.to <= followedTo).toBe(true)
      const gone = facts.events.filter((one) => counted.endsWith(one) && one.on < last.to)
      if (counted.repeated) expect(gone).toEqual([])
    }),
  )
})
