import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, day } from '../../app/protocol/day'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { OutcomeFacts, RegisterFact } from '../../app/protocol/study'
import { deriveOutcome, outcomeRule } from './outcome-rule'

const startedOn = day('2012-02-29')
const lastDay = day('2014-02-28')
const t2 = day('2012-10-01')
const still: OutcomeFacts = {
  startedOn,
  events: [],
  held: { T2: t2 },
  lapses: undefined,
  followedTo: day('2015-12-31'),
}

const event = (name: string, on: string, kind: string | null = null, reason: string | null = null): RegisterFact => ({
  event: name,
  on: day(on),
  kind,
  reason,
})
const negative = (on: string) => event('ended', on, 'negative', 'repeated_absence')
const report = (on: string) => event('early_intervention_report', on)
const action = (on: string, kind: string) => event('formal_action', on, kind)
const derive = (outcome: string, variant: string, facts: Partial<OutcomeFacts>) =>
  deriveOutcome(outcomeRule(werkalliantie, outcome, variant), { ...still, ...facts })
const value = (...given: Parameters<typeof derive>) => derive(...given).value

describe.each([
  ['negative_dropout', negative],
  ['early_intervention_report', report],
])('%s within 24 months of the start (protocol §5)', (outcome, fact) => {
  test('counts the first and the last day, and not the days around them', () => {
    expect(value(outcome, 'published', { events: [fact(startedOn)] })).toBe('yes')
    expect(value(outcome, 'published', { events: [fact(lastDay)] })).toBe('yes')
    expect(value(outcome, 'published', { events: [fact(addDays(lastDay, 1))] })).toBe('no')
    expect(value(outcome, 'published', { events: [fact(addDays(startedOn, -1))] })).not.toBe('yes')
  })

  test('is not yet known while the register may still bring it', () => {
    expect(value(outcome, 'published', { followedTo: addDays(lastDay, -1) })).toBe('not_yet_known')
    expect(value(outcome, 'published', { followedTo: lastDay })).toBe('no')
    expect(value(outcome, 'published', { followedTo: startedOn, events: [fact(startedOn)] })).toBe('yes')
  })

  test('is dated by the first that shows it, before or after T2, or without T2', () => {
    const events = [fact('2013-05-01'), fact('2012-06-01')]
    expect(derive(outcome, 'published', { events })).toMatchObject({ on: '2012-06-01', relative: 'before_t2' })
    expect(derive(outcome, 'published', { events: [fact(t2)] }).relative).toBe('after_t2')
    expect(derive(outcome, 'published', { events, held: {} }).relative).toBe('no_t2')
    expect(derive(outcome, 'published', {})).toMatchObject({ on: null, relative: null, because: [] })
  })

  test('follows a correction: the facts that stand decide', () => {
    const wrong = [fact('2013-01-01')]
    expect(value(outcome, 'published', { events: wrong })).toBe('yes')
    expect(value(outcome, 'published', { events: [fact('2014-06-01')] })).toBe('no')
    expect(value(outcome, 'published', { events: [] })).toBe('no')
  })

  test('after T2: twelve months, the last day included, and missing without T2', () => {
    const end = addMonths(t2, 12)
    expect(value(outcome, 'after_t2', { events: [fact(end)] })).toBe('yes')
    expect(value(outcome, 'after_t2', { events: [fact(addDays(end, 1))] })).toBe('no')
    expect(value(outcome, 'after_t2', { events: [fact(addDays(t2, -1))] })).not.toBe('yes')
    expect(value(outcome, 'after_t2', { followedTo: addDays(end, -1) })).toBe('not_yet_known')
    expect(derive(outcome, 'after_t2', { held: {}, events: [fact('2013-01-01')] })).toMatchObject({
      value: 'missing',
      because: [{ fact: 'no_t2', on: null }],
    })
  })
})

describe('negative dropout and whom it is compared with', () => {
  const early = event('ended', '2013-01-01', 'early_positive', 'goals_reached')
  const clinic = event('ended', '2013-01-01', 'neutral', 'admitted_to_clinic')
  const rule = outcomeRule(werkalliantie, 'negative_dropout')

  test('as published, early positive and neutral endings are left out', () => {
    expect(value('negative_dropout', 'published', { events: [early] })).toBe('missing')
    expect(derive('negative_dropout', 'published', { events: [clinic] })).toMatchObject({
      value: 'missing',
      because: [{ fact: 'ended:neutral', on: null }],
    })
    expect(rule.comparison).toEqual({ leftOut: ['early_positive', 'neutral'] })
  })

  test('a release may count them as no', () => {
    const counted = (facts: RegisterFact, leftOut: string[]) =>
      deriveOutcome(rule, { ...still, events: [facts] }, { leftOut }).value
    expect(counted(clinic, ['early_positive'])).toBe('no')
    expect(counted(early, ['early_positive'])).toBe('missing')
    expect(counted(early, [])).toBe('no')
  })

  test('completed and still running are no; an ending after the 24 months changes nothing', () => {
    expect(value('negative_dropout', 'published', { events: [event('ended', '2013-01-01', 'completed')] })).toBe('no')
    expect(value('negative_dropout', 'published', { events: [{ ...clinic, on: addDays(lastDay, 1) }] })).toBe('no')
  })

  test('after T2, a supervision that had ended before cannot end again', () => {
    const events = [event('ended', '2012-09-01', 'completed')]
    expect(derive('negative_dropout', 'after_t2', { events })).toMatchObject({
      value: 'missing',
      because: [{ fact: 'ended_before', on: null }],
    })
  })

  test('says which event gave it', () => {
    const found = derive('negative_dropout', 'published', { events: [negative('2013-01-01')] })
    expect(found.because).toEqual([{ fact: 'ended:negative:repeated_absence', on: '2013-01-01' }])
  })
})

describe('early-intervention reports during supervision only', () => {
  test('stop at its end, that day included', () => {
    const ended = event('ended', '2013-01-01', 'completed')
    const during = (on: string) =>
      value('early_intervention_report', 'during_supervision', { events: [report(on), ended] })
    expect([during('2013-01-01'), during('2013-01-02')]).toEqual(['yes', 'no'])
    expect(value('early_intervention_report', 'published', { events: [report('2013-01-02'), ended] })).toBe('yes')
  })

  test('are settled once it has ended', () => {
    const facts = { events: [event('ended', '2012-05-01', 'completed')], followedTo: day('2012-06-01') }
    expect(value('early_intervention_report', 'during_supervision', facts)).toBe('no')
    expect(value('early_intervention_report', 'published', facts)).toBe('not_yet_known')
  })
})

describe('formal actions in the register', () => {
  test('with or without reprimand, from the start or after T2', () => {
    const reprimand = { events: [action('2013-01-01', 'reprimand')] }
    expect(value('formal_action', 'register_from_start', reprimand)).toBe('no')
    expect(value('formal_action', 'register_from_start_with_reprimand', reprimand)).toBe('yes')
    expect(value('formal_action', 'register_after_t2', reprimand)).toBe('no')
    expect(value('formal_action', 'register_after_t2_with_reprimand', reprimand)).toBe('yes')
    expect(value('formal_action', 'register_from_start', { events: [action('2012-03-01', 'warning')] })).toBe('yes')
    expect(value('formal_action', 'register_after_t2', { events: [action('2012-03-01', 'warning')] })).toBe('no')
  })

  test('are missing when the register does not hold them', () => {
    const covers = ['ended', 'early_intervention_report']
    expect(value('formal_action', 'register_from_start', { covers })).toBe('missing')
    expect(value('early_intervention_report', 'published', { covers })).toBe('no')
  })
})

describe('any events', () => {
  const anyEvent = fc.record({
    event: fc.constantFrom('ended', 'early_intervention_report', 'formal_action'),
    on: fc.integer({ min: -100, max: 1200 }).map((after) => addDays(startedOn, after)),
    kind: fc.constantFrom('completed', 'early_positive', 'neutral', 'negative', 'warning', 'reprimand', null),
    reason: fc.constant(null),
  })

  test('no rule depends on their order, and a yes or no once known stays as the register goes on', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 6 }), fc.nat(1200), (events, after) => {
        for (const rule of werkalliantie.outcomes) {
          const followedTo = addDays(startedOn, after)
          const known = events.filter(({ on }) => on <= followedTo)
          const then = deriveOutcome(rule, { ...still, events: known, followedTo })
          expect(deriveOutcome(rule, { ...still, events: [...known].reverse(), followedTo }).value).toBe(then.value)
          const later = deriveOutcome(rule, { ...still, events })
          if (then.value === 'yes' || then.value === 'no') expect(later.value).toBe(then.value)
        }
      }),
    )
  })
})
