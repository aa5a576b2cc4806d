import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placesFree } from '../../app/protocol/caseload'
import { contactsLeft, mayApproach, mayInterview } from '../../app/protocol/contacts'
import { registerStep } from '../../app/protocol/criteria'
import { isNonResponse } from '../../app/protocol/no-shows'
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
  test('closes on what keeps a case waiting', () => {
    const step = (status: 'running' | 'not_started' | 'waiting_list', places: number) =>
      registerStep(werkalliantie, { status, places })
    expect(step('running', 1)).toEqual({ open: true })
    expect(step('running', 0)).toEqual({ open: false, reason: 'supervisor_full' })
    expect(step('not_started', 0)).toEqual({ open: false, reason: 'not_started' })
    expect(step('waiting_list', 3)).toEqual({ open: false, reason: 'waiting_list' })
  })

  test('knows only the reasons that the study has', () => {
    expect(registerStep(talkAid, { status: 'waiting_list', places: 0 })).toEqual({ open: true })
  })
})
