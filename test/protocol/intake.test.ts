import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placesFree } from '../../app/protocol/caseload'
import { contactsLeft, mayApproach, mayInterview } from '../../app/protocol/contacts'
import { isNonResponse } from '../../app/protocol/no-shows'
import { type RegisterFacts, registerStep } from '../../app/protocol/register-step'
import { beforeOf } from '../../app/protocol/second-supervision'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const zeroToSix = [0, 1, 2, 3, 4, 5, 6]

describe('the contact rule (protocol §3)', () => {
  test('two to four contacts at the interview, at most three at the approach', () => {
    expect(zeroToSix.filter((contacts) => mayInterview(werkalliantie, contacts))).toEqual([2, 3, 4])
    expect(zeroToSix.filter((contacts) => mayApproach(werkalliantie, contacts))).toEqual([0, 1, 2, 3])
  })

  test('counts down to the fifth', () => {
    expect(zeroToSix.map((contacts) => contactsLeft(werkalliantie, contacts))).toEqual([4, 3, 2, 1, 0, 0, 0])
  })

  test('whoever may be approached can still be interviewed after the next contacts', () => {
    for (const contacts of zeroToSix.filter((n) => mayApproach(werkalliantie, n))) {
      const later = zeroToSix.filter((more) => more > contacts && mayInterview(werkalliantie, more))
      expect(later.length).toBeGreaterThan(0)
    }
  })

  test('another study may ask for none', () => {
    expect([0, 100].every((contacts) => mayApproach(talkAid, contacts) && mayInterview(talkAid, contacts))).toBe(true)
  })
})

describe('the caseload (protocol §2.1, 2)', () => {
  test('three places, never fewer than none free', () => {
    expect([0, 1, 2, 3, 4].map((taken) => placesFree(werkalliantie, taken))).toEqual([3, 2, 1, 0, 0])
    fc.assert(fc.property(fc.nat(100), (taken) => placesFree(werkalliantie, taken) >= 0))
  })
})

describe('no-shows (protocol §3)', () => {
  test('three in all make a non-response', () => {
    expect([0, 1, 2, 3, 4].map((count) => isNonResponse(werkalliantie, count))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
    expect(isNonResponse(talkAid, 1000)).toBe(false)
  })
})

describe('step 1, from the register (protocol §2)', () => {
  const clear: RegisterFacts = { status: 'running', places: 3, open: 'open', before: null, doNotAsk: false }
  const step = (facts: Partial<RegisterFacts>) => {
    const found = registerStep(werkalliantie, { ...clear, ...facts })
    return found.open ? 'open' : found.reason
  }

  test('closes on what keeps a case waiting', () => {
    expect(step({ places: 1 })).toBe('open')
    expect(step({ places: 0 })).toBe('supervisor_full')
    expect(step({ status: 'not_started', places: 0 })).toBe('not_started')
    expect(step({ status: 'waiting_list' })).toBe('waiting_list')
    expect(step({ open: 'location_not_open' })).toBe('location_not_open')
  })

  test('closes on what does not change, before anything that a case waits for', () => {
    const waits = { status: 'waiting_list', places: 0 } as const
    expect(step({ ...waits, open: 'outside_inclusion_period' })).toBe('outside_inclusion_period')
    expect(step({ ...waits, before: 'took_part_before' })).toBe('took_part_before')
    expect(step({ ...waits, open: 'location_not_open', before: 'refused_before' })).toBe('refused_before')
    expect(step({ before: 'withdrew', doNotAsk: true })).toBe('do_not_ask')
  })

  test('knows only the reasons that the study has', () => {
    const facts = { status: 'waiting_list', places: 0, open: 'location_not_open', before: 'withdrew' } as const
    expect(registerStep(talkAid, { ...facts, doNotAsk: true })).toEqual({ open: true })
  })
})

describe('a second supervision of a client (protocol §6)', () => {
  const earlier = (facts: Partial<Parameters<typeof beforeOf>[1]>) =>
    beforeOf(werkalliantie, { withdrawn: false, interviewed: false, leftAtApproach: [], ...facts })

  test('who took part, refused or withdrew is not asked again', () => {
    expect(earlier({ interviewed: true, leftAtApproach: ['no_time'] })).toBe('took_part_before')
    expect(earlier({ leftAtApproach: ['practical', 'no_time'] })).toBe('refused_before')
    expect(earlier({ withdrawn: true, interviewed: true })).toBe('withdrew')
  })

  test('who could not be met is asked as anybody', () => {
    expect(earlier({})).toBeNull()
    expect(
      earlier({ leftAtApproach: ['no_show_three_times', 'practical', 'supervisor_full', 'fifth_contact_held'] }),
    ).toBeNull()
  })
})
