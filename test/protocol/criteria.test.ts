import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeCriteria } from '../../app/protocol/criteria'
import { day } from '../../app/protocol/day'
import { reasonCodes, stepOfReply } from '../../app/protocol/reasons'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { CaseFacts } from '../../app/protocol/study'

const registered: CaseFacts = {
  status: 'running',
  startedOn: day('2012-01-10'),
  modality: 'conditional',
  electronicMonitoring: false,
  penitentiaryProgramme: false,
  isSupervisor: null,
  contacts: null,
  reason: undefined,
}
const replied: CaseFacts = { ...registered, isSupervisor: true, contacts: 2, reason: null }
const judge = (facts: Partial<CaseFacts>) => judgeCriteria(werkalliantie, { ...replied, ...facts })

describe('the criteria (protocol §2.1)', () => {
  test('are met by a reply that ticks nothing', () => {
    expect(judge({})).toMatchObject({ verdict: 'met', failed: [], unknown: [], reason: null })
  })

  test('are unknown before the reply, as far as the register does not say', () => {
    const { verdict, failed, unknown } = judgeCriteria(werkalliantie, registered)
    expect({ verdict, failed }).toEqual({ verdict: 'unknown', failed: [] })
    expect(unknown).toEqual(['supervision_started', 'new_client', 'few_contacts', 'enough_dutch', 'ambulatory'])
  })

  test('can fail before the reply', () => {
    const monitored = judgeCriteria(werkalliantie, { ...registered, electronicMonitoring: true })
    expect(monitored).toMatchObject({ verdict: 'not_met', reason: 'electronic_monitoring' })
    const inside = judgeCriteria(werkalliantie, { ...registered, penitentiaryProgramme: true })
    expect(inside).toMatchObject({ verdict: 'not_met', reason: 'penitentiary_programme' })
    const waiting = judgeCriteria(werkalliantie, { ...registered, status: 'waiting_list' })
    expect(waiting).toMatchObject({ verdict: 'not_met', reason: 'supervision_not_started' })
  })

  test('another modality is unknown until a reply without a reason confirms it', () => {
    expect(judgeCriteria(werkalliantie, { ...registered, modality: 'other' }).unknown).toContain('conditional_sanction')
    expect(judge({ modality: 'other' }).verdict).toBe('met')
    expect(judge({ modality: 'other', reason: 'client_circumstances' }).verdict).toBe('met')
    expect(judge({ modality: 'other', reason: 'no_dutch' }).unknown).toContain('conditional_sanction')
  })

  test('an empty field of the register is unknown, never guessed', () => {
    expect(judge({ electronicMonitoring: null })).toMatchObject({
      verdict: 'unknown',
      unknown: ['no_electronic_monitoring'],
      reason: null,
    })
    expect(judge({ startedOn: null }).unknown).toEqual(['supervision_started'])
    expect(judge({ isSupervisor: false })).toMatchObject({ verdict: 'unknown', unknown: ['supervision_started'] })
  })

  test('name the first that fails, in the order of the study, and all of them', () => {
    const { first, failed } = judge({ contacts: 6, penitentiaryProgramme: true, reason: 'in_clinic' })
    expect([first, failed]).toEqual([
      'no_penitentiary_programme',
      ['no_penitentiary_programme', 'few_contacts', 'ambulatory'],
    ])
    expect(judge({}).first).toBe(null)
  })

  test('what somebody found out goes before what the reply or a tick says', () => {
    const found = judgeCriteria(werkalliantie, { ...replied, reason: 'no_dutch' }, { enough_dutch: 'met' })
    expect(found).toMatchObject({ verdict: 'met', first: null, reason: null })
    expect(judgeCriteria(werkalliantie, replied, { ambulatory: 'not_met' })).toMatchObject({
      first: 'ambulatory',
      reason: 'in_clinic',
    })
    expect(
      judgeCriteria(werkalliantie, { ...replied, isSupervisor: false }, { supervision_started: 'met' }).verdict,
    ).toBe('met')
    expect(judgeCriteria(werkalliantie, replied, { new_client: 'unknown' })).toMatchObject({ verdict: 'unknown' })
    // a tick that belongs to no criterion is nobody's to find out
    expect(judgeCriteria(werkalliantie, { ...replied, reason: 'abroad' }, { enough_dutch: 'met' }).reason).toBe(
      'abroad',
    )
  })

  test('more than three contacts fail without a tick, and a tick decides the code', () => {
    expect(judge({ contacts: 3 }).verdict).toBe('met')
    expect(judge({ contacts: 4 })).toMatchObject({
      verdict: 'not_met',
      failed: ['few_contacts'],
      reason: 'too_many_contacts',
    })
    expect(judge({ contacts: 4, reason: 'too_many_contacts_late_registration' })).toMatchObject({
      failed: ['few_contacts'],
      reason: 'too_many_contacts_late_registration',
    })
    expect(judge({ contacts: 9, reason: 'in_clinic' })).toMatchObject({
      failed: ['few_contacts', 'ambulatory'],
      reason: 'in_clinic',
    })
  })

  test('too many contacts outweigh a reason of step 4', () => {
    expect(judge({ contacts: 4, reason: 'supervisor_workload' }).reason).toBe('too_many_contacts')
  })

  test('each reason of step 3 means not met, under its own code', () => {
    for (const reason of reasonCodes(werkalliantie, 'criteria')) {
      const against = werkalliantie.criteria.filter((c) => (c.reasons as readonly string[]).includes(reason))
      expect(judge({ reason })).toMatchObject({ verdict: 'not_met', reason, failed: against.map(({ name }) => name) })
    }
  })

  test('each reason of step 4 means that the criteria were met', () => {
    for (const reason of reasonCodes(werkalliantie, 'judgement')) {
      expect(stepOfReply(werkalliantie, reason)).toBe('judgement')
      expect(judge({ reason })).toMatchObject({ verdict: 'met', reason: null })
    }
  })

  test('a reason that the study does not know is no reason', () => {
    for (const reason of ['nonsense', 'constructor', 'toString', ''])
      expect(() => judge({ reason })).toThrow(RangeError)
  })
})

describe('the three values, on any facts', () => {
  const anyFacts: fc.Arbitrary<CaseFacts> = fc.record({
    status: fc.constantFrom('running', 'not_started', 'waiting_list'),
    startedOn: fc.constantFrom(null, day('2012-01-10')),
    modality: fc.constantFrom('conditional', 'other'),
    electronicMonitoring: fc.constantFrom(null, true, false),
    penitentiaryProgramme: fc.constantFrom(null, true, false),
    isSupervisor: fc.constantFrom(null, true, false),
    contacts: fc.option(fc.nat(12), { nil: null }),
    reason: fc.constantFrom(
      undefined,
      null,
      ...reasonCodes(werkalliantie, 'criteria'),
      ...reasonCodes(werkalliantie, 'judgement'),
    ),
  })

  test('one that fails decides, else one that is unknown, else all are met', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { verdict, failed, unknown, reason, findings } = judgeCriteria(werkalliantie, facts)
        expect(findings.map((f) => f.criterion)).not.toContain('clear_headed')
        if (failed.length > 0) expect(verdict).toBe('not_met')
        if (verdict === 'not_met') expect(reasonCodes(werkalliantie, 'criteria')).toContain(reason)
        else expect({ failed, reason }).toEqual({ failed: [], reason: null })
        expect(verdict === 'met' && unknown.length > 0).toBe(false)
        if (verdict === 'met') expect(findings.every((f) => f.verdict === 'met')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('a study without criteria asks nothing', () => {
    fc.assert(
      fc.property(anyFacts, ({ reason: _, ...facts }) => {
        expect(judgeCriteria(talkAid, { ...facts, reason: null }).verdict).toBe('met')
      }),
    )
  })
})
