import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, day } from '../../app/protocol/day'
import { LAPSE_CODES } from '../../app/protocol/instruments/lapses'
import { personTime } from '../../app/protocol/outcomes/person-time'
import { ruleName } from '../../app/protocol/release-spec'
import { studyProtocols } from '../../app/protocol/studies/registry'
import type { OutcomeFacts, RegisterFact } from '../../app/protocol/study'

/**
 * What each rule says of the same cases: releases name the version, so whoever changes a rule makes a new one and adds its
 * digest here (protocol §5).
 */
const SAID: Readonly<Record<string, string>> = {
  'attendance_lapse.more_than_twice@1 lapses_3_or_more': '8e1b9ea7091e373a',
  'attendance_lapse.published@1 lapses': 'e8789b6ff32f657e',
  'early_intervention_report.after_t2@1 report_t2': 'c5d3f5e81bd69503',
  'early_intervention_report.during_supervision@1 report_supervision': 'a90022c719efa6ea',
  'early_intervention_report.published@1 report_24m': 'fa27fa2858b983b6',
  'formal_action.published@1 action_told': '3bebfb11d3b63bc7',
  'formal_action.register_after_t2@1 action_t2': 'd279849e363f2cad',
  'formal_action.register_after_t2_with_reprimand@1 action_t2_reprimand': '6d177d8139113b21',
  'formal_action.register_from_start@1 action_24m': '775717087f8708a4',
  'formal_action.register_from_start_with_reprimand@1 action_24m_reprimand': '8e5cfa9494eda749',
  'negative_dropout.after_t2@1 dropout_t2': 'dc7009d66b5fbba7',
  'negative_dropout.published@1 dropout_24m': '98494088e803a727',
}

const startedOn = day('2012-02-29')
const t2 = day('2012-10-01')
const over = day('2014-02-28')
const includedOn = addDays(startedOn, 20)

/** Days around every edge: the start, inclusion, T2, and the ends of both periods. */
const EDGES = [startedOn, includedOn, t2, day('2013-10-01'), over].flatMap((on) =>
  [-1, 0, 1].map((by) => addDays(on, by)),
)
const KINDS: readonly Omit<RegisterFact, 'on'>[] = [
  { event: 'early_intervention_report', kind: null, reason: null },
  ...['consultation', 'warning', 'instruction', 'reprimand'].map((kind) => ({
    event: 'formal_action',
    kind,
    reason: null,
  })),
  ...['completed', 'early_positive', 'neutral', 'negative'].map((kind) => ({ event: 'ended', kind, reason: null })),
  { event: 'ended', kind: 'neutral', reason: 'deceased' },
]
const SINGLE = EDGES.flatMap((on) => KINDS.map((kind) => [{ ...kind, on }]))
/** Two facts of a course: each pair of kinds, an edge apart. */
const PAIRS = KINDS.flatMap((one) =>
  KINDS.map((other) => [
    { ...one, on: addDays(t2, -30) },
    { ...other, on: addDays(t2, 30) },
  ]),
)
const COURSES: readonly (readonly RegisterFact[])[] = [[], ...SINGLE, ...PAIRS]

const STANDINGS: readonly Pick<OutcomeFacts, 'held' | 'followedTo' | 'covers'>[] = [
  { held: { T1: includedOn, T2: t2 }, followedTo: day('2015-12-31') },
  { held: { T1: includedOn }, followedTo: day('2015-12-31') },
  { held: { T1: includedOn, T2: t2 }, followedTo: addDays(t2, 60) },
  { held: { T1: includedOn, T2: t2 }, followedTo: day('2015-12-31'), covers: ['ended'] },
]

const often = [undefined, ...Object.values(LAPSE_CODES)]
const ITEMS = ['late_without_notice', 'did_not_appear', 'formal_consultation', 'official_warning', 'instruction']
/** Each pair of questions with every pair of answers, the others left open. */
const LAPSES = ITEMS.flatMap((one) =>
  ITEMS.flatMap((other) =>
    often.flatMap((first) =>
      often.map((second) =>
        Object.fromEntries([[one, first] as const, [other, second] as const].filter(([, code]) => code !== undefined)),
      ),
    ),
  ),
)

const CASES: readonly OutcomeFacts[] = [
  ...STANDINGS.flatMap((standing) =>
    COURSES.map((events) => known({ startedOn, events, lapses: undefined, ...standing })),
  ),
  ...LAPSES.map((answers) => ({
    ...{ startedOn, events: [], held: { T1: includedOn, T2: t2 }, followedTo: over },
    lapses: { on: addDays(t2, 4), answers: answers as Record<string, number> },
  })),
]

function known(facts: OutcomeFacts): OutcomeFacts {
  return { ...facts, events: facts.events.filter(({ on }) => on <= facts.followedTo) }
}

test('no rule was changed without a new version', () => {
  expect(CASES.length).toBeGreaterThan(1000)
  const said = studyProtocols.flatMap(({ outcomes }) =>
    outcomes.map((rule) => {
      const results = CASES.map((facts) => {
        const comparisons = rule.comparison ? [undefined, { leftOut: [] }, { leftOut: ['neutral'] }] : [undefined]
        const time = rule.counted && personTime(rule.counted, facts, { includedOn, withdrawnOn: null })
        return [comparisons.map((comparison) => rule.derive(facts, comparison)), time]
      })
      const digest = createHash('sha256').update(JSON.stringify(results)).digest('hex').slice(0, 16)
      return [`${ruleName(rule)}@${rule.version} ${rule.column}`, digest] as const
    }),
  )
  expect(Object.fromEntries(said)).toEqual(SAID)
  // each says something of its own
  expect(new Set(said.map(([, digest]) => digest)).size).toBe(said.length)
})
