import { describe, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { ended, INCLUDED, report, rowsIn, wholeCase } from './shaped-cases'

describe('one row per event', () => {
  test('in the order of their days, and of one day always the same', () => {
    const facts = [ended(300, 'completed'), report(300), report(30)]
    const rows = rowsIn('events', wholeCase({ events: facts }))
    expect(rowsIn('events', { ...wholeCase({ events: facts.toReversed() }) }).map(({ event }) => event)).toEqual(
      rows.map(({ event }) => event),
    )
    const seen = rows.map((row) => [row.sequence, row.event, row.event_sequence, row.kind, row.day, row.relative])
    expect(seen).toEqual([
      [1, 'early_intervention_report', 1, null, 30, 'before_t2'],
      [2, 'early_intervention_report', 2, null, 300, 'after_t2'],
      [3, 'ended', 1, 'completed', 300, 'after_t2'],
    ])
  })

  test('nothing from after a withdrawal', () => {
    const one = wholeCase({ events: [report(30), report(60)], withdrawnOn: addDays(INCLUDED, 50) })
    expect(rowsIn('events', one).map((row) => row.day)).toEqual([30])
    const time = rowsIn('person_time', one, { outcomes: ['early_intervention_report.published'] })
    expect(time.map((row) => [row.event, row.ended_by, row.to_day])).toEqual([
      [1, 'event', 30],
      [0, 'withdrew', 50],
    ])
  })
})

test('time at risk has its own clock, from the start of supervision, and days of the release beside it', () => {
  const outcomes = ['early_intervention_report.published', 'negative_dropout.published', 'attendance_lapse.published']
  const events = [report(30), report(30), ended(100, 'early_positive', 'goals_reached')]
  const rows = rowsIn('person_time', wholeCase({ events }), { outcomes })
  const seen = rows.map((row) => [
    row.rule,
    row.sequence,
    row.start,
    row.stop,
    row.days,
    row.event,
    row.ended_by,
    row.from_day,
  ])
  expect(seen).toEqual([
    ['early_intervention_report.published', 1, 10, 40.5, 30.5, 1, 'event', 0],
    ['early_intervention_report.published', 2, 40.5, 41, 0.5, 1, 'event', 30],
    ['early_intervention_report.published', 3, 41, 732, 691, 0, 'window_over', 31],
    ['negative_dropout.published', 1, 10, 111, 101, 0, 'ended_early_positive', 0],
  ])
})
