import { describe, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { LAPSE_CODES, lapses } from '../../app/protocol/instruments/lapses'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { OutcomeFacts } from '../../app/protocol/study'
import { deriveOutcome, outcomeRule } from './outcome-rule'

type Often = keyof typeof LAPSE_CODES
const often = Object.keys(LAPSE_CODES) as Often[]
const on = day('2012-10-20')

const facts = (answers: Readonly<Record<string, Often>>, held: OutcomeFacts['held'] = {}): OutcomeFacts => ({
  startedOn: day('2012-01-10'),
  events: [],
  held,
  lapses: { on, answers: Object.fromEntries(Object.entries(answers).map(([item, code]) => [item, LAPSE_CODES[code]])) },
  followedTo: on,
})
const derive = (outcome: string, variant: string, answers: Readonly<Record<string, Often>>) =>
  deriveOutcome(outcomeRule(werkalliantie, outcome, variant), facts(answers)).value

/** Once is one, several times two; don't know adds nothing and is not known (protocol §5). */
const times = { no: 0, once: 1, several_times: 2, dont_know: null } satisfies Record<Often, number | null>

describe('lapses as the supervisor tells them at T2 (protocol §5)', () => {
  test('attendance: every pair of answers', () => {
    for (const late of often)
      for (const absent of often) {
        const known = [times[late], times[absent]].filter((count) => count !== null)
        const sum = known.reduce((total, count) => total + count, 0)
        const from = (least: number) => (known.length === 0 ? 'missing' : sum >= least ? 'yes' : 'no')
        const answers = { late_without_notice: late, did_not_appear: absent }
        expect(derive('attendance_lapse', 'published', answers)).toBe(from(2))
        expect(derive('attendance_lapse', 'more_than_twice', answers)).toBe(from(3))
      }
  })

  test('formal action: every triple of answers', () => {
    for (const formal_consultation of often)
      for (const official_warning of often)
        for (const instruction of often) {
          const answers = { formal_consultation, official_warning, instruction }
          const given = Object.values(answers)
          const some = given.some((code) => code === 'once' || code === 'several_times')
          const none = given.every((code) => code === 'dont_know')
          expect(derive('formal_action', 'published', answers)).toBe(some ? 'yes' : none ? 'missing' : 'no')
        }
  })

  test('an unanswered question is as unknown as "don’t know", and no questionnaire is missing', () => {
    expect(derive('attendance_lapse', 'published', { did_not_appear: 'several_times' })).toBe('yes')
    expect(derive('attendance_lapse', 'published', { did_not_appear: 'once' })).toBe('no')
    expect(derive('attendance_lapse', 'published', { instruction: 'once' })).toBe('missing')
    const rule = outcomeRule(werkalliantie, 'formal_action')
    expect(deriveOutcome(rule, { ...facts({}), lapses: undefined })).toMatchObject({ value: 'missing', on: null })
  })

  test('carry the day of the questionnaire and the answers that counted', () => {
    const rule = outcomeRule(werkalliantie, 'attendance_lapse')
    const answers = { late_without_notice: 'several_times', did_not_appear: 'no' } as const
    const because = [{ fact: 'late_without_notice', on }]
    expect(deriveOutcome(rule, facts(answers))).toEqual({ value: 'yes', on, relative: 'no_t2', because })
    const afterwards = deriveOutcome(rule, facts(answers, { T2: day('2012-10-19') }))
    expect(afterwards.relative).toBe('after_t2')
  })

  test('are asked with four answers of which one is missing', () => {
    expect(lapses.items).toHaveLength(5)
    for (const item of lapses.items) {
      expect(item.options?.map(({ name }) => name)).toEqual(often)
      expect(item.missing).toEqual([LAPSE_CODES.dont_know])
    }
  })
})
