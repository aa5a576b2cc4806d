import { describe, expect, test } from 'vitest'
import { scopesLacking, scopesNeeded } from '../../app/protocol/consent'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import { instrumentNamed, isAnswer, isMissing } from '../../app/protocol/instruments/instrument'
import { reasonCodes, reasonNamed } from '../../app/protocol/reasons'
import { unknownInRegister } from '../../app/protocol/register'
import { RETAINED } from '../../app/protocol/retained'
import { itemCode } from '../../app/protocol/scoring'
import { protocolOf, studyProtocols } from '../../app/protocol/studies/registry'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { waveNamed } from '../../app/protocol/waves'
import { outcomeRule } from './outcome-rule'

/** All `{ nl, en }` inside something, with the way to it. */
function words(inside: unknown, path: string): { path: string; nl: unknown; en: unknown }[] {
  if (typeof inside !== 'object' || inside === null) return []
  const here = 'nl' in inside || 'en' in inside ? [{ path, nl: undefined, en: undefined, ...inside }] : []
  return [...here, ...Object.entries(inside).flatMap(([key, value]) => words(value, `${path}.${key}`))]
}

/** All `cite` inside something. */
function cites(inside: unknown): unknown[] {
  if (typeof inside !== 'object' || inside === null) return []
  return [...('cite' in inside ? [inside.cite] : []), ...Object.values(inside).flatMap(cites)]
}

describe.each(studyProtocols.map((study) => [study.code, study] as const))('the study %s', (code, study) => {
  test('is found by its code', () => expect(protocolOf(code)).toBe(study))

  test('has words in both languages and a section for each rule', () => {
    const found = words(study, code)
    expect(found.length).toBeGreaterThan(20)
    const lacking = found.filter(({ nl, en }) => [nl, en].some((w) => typeof w !== 'string' || w.trim() === ''))
    expect(lacking.map(({ path }) => path)).toEqual([])
    for (const cite of cites(study)) expect(cite).toMatch(/^§\d(\.\d)*$/)
  })

  test('points at nothing that it does not have', () => {
    const waveNames = study.waves.map(({ name }) => name)
    const criteria = study.criteria.map(({ name }) => name)
    for (const wave of study.waves) {
      if (wave.window) expect(waveNames.slice(0, waveNames.indexOf(wave.name))).toContain(wave.window.anchor)
      for (const scope of wave.needs) expect(study.scopes).toContain(scope)
      for (const criterion of wave.criteria) expect(criteria).toContain(criterion)
      for (const loss of wave.losses) expect(reasonNamed(study, wave.name, loss)).toBeDefined()
      for (const perspective of ['client', 'supervisor'] as const)
        for (const asked of batteryNow(study, wave.name, perspective)) expect(asked.perspective).toBe(perspective)
    }
    const codes = ['criteria', 'approach'].flatMap((step) => reasonCodes(study, step))
    for (const criterion of study.criteria)
      for (const reason of [...criterion.reasons, criterion.reasonFromFacts]) expect(codes).toContain(reason)
    expect(Object.keys(study.consent.scopes)).toEqual(study.scopes)
    for (const scope of study.consent.altogether) expect(study.scopes).toContain(scope)
    expect(Object.keys(study.retention)).toEqual(RETAINED)
    for (const scope of study.takingPart) expect(study.scopes).toContain(scope)
    for (const { outcome } of study.outcomes) expect(outcomeRule(study, outcome).variant).toBe('published')
  })

  test('asks each item of its scales, with the points that they are scored by', () => {
    for (const definition of study.scaleDefinitions)
      for (const wave of study.waves)
        for (const perspective of ['client', 'supervisor'] as const) {
          const battery = batteryNow(study, wave.name, perspective)
          const items = itemsOf(battery)
          for (const { agreement } of battery) expect([0, definition.points]).toContain(agreement.length)
          for (const scale of [...definition.scales[perspective], definition.total[perspective]])
            for (const { item } of scale.items) {
              const asked = items.find(({ code: name }) => name === itemCode(item))
              expect(asked).toMatchObject({ kind: 'agreement', min: 1, max: definition.points })
            }
        }
  })

  test('has instruments with codes of their own and whole sentences', () => {
    const names = study.instruments.map(({ name, version }) => `${name} ${version}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { items } of study.instruments) {
      expect(new Set(items.map((item) => item.code)).size).toBe(items.length)
      for (const { code } of items) expect(code).toMatch(/^[a-z][a-z0-9_]{0,25}$/)
      for (const text of items.flatMap((item) => [item.text.nl, item.text.en]))
        expect(text).toMatch(/^[A-Z][^{}]+[.?:]$/)
    }
  })

  test('is data that nothing changes by accident: one rule an outcome and variant', () => {
    const rules = study.outcomes.map(({ outcome, variant }) => `${outcome} ${variant}`)
    expect(new Set(rules).size).toBe(rules.length)
  })
})

describe('the questionnaire of the first study (protocol §7)', () => {
  const numbers = (name: string) => instrumentNamed(werkalliantie, name).items.map(({ code }) => code)
  const parallel = [1, 4, 5, 6, 7, 8, 10, 11, 13, 14, 17, 18, 19, 20, 21, 26, 27, 30, 32].map(itemCode)

  test('has parallel items, three of the supervisor alone, a mark, and the lapses', () => {
    expect(numbers('wa-gk-client')).toEqual([...parallel, 'mark'])
    expect(numbers('wa-gk-supervisor')).toEqual([...parallel, 'i23', 'i24', 'i25', 'mark'])
    expect(numbers('lapses')).toEqual([
      'formal_consultation',
      'official_warning',
      'instruction',
      'late_without_notice',
      'did_not_appear',
    ])
  })

  test('takes the answers that it offers and no others', () => {
    const items = itemsOf(batteryNow(werkalliantie, 'T2', 'supervisor'))
    const accepted = (code: string) =>
      [-1, 0, 1, 1.5, 2, 3, 7, 8, 9, 10, 11].filter((value) => items.some((i) => i.code === code && isAnswer(i, value)))
    expect(accepted('i01')).toEqual([1, 2, 3, 7])
    expect(accepted('mark')).toEqual([1, 2, 3, 7, 8, 9, 10])
    expect(accepted('instruction')).toEqual([0, 1, 2, 9])
    const offering = items.filter(({ options }) => options?.some(({ name }) => name === 'dont_know'))
    expect(offering.length).toBeGreaterThan(5)
    expect(items.filter((item) => isMissing(item, 9))).toEqual(offering)
  })
})

describe('consent (protocol §6)', () => {
  const granted = { take_part: true, pseudonymous_processing: true, approach_again: false, register_linkage: true }

  test('what is not said yes to, is lacking', () => {
    expect(scopesLacking(werkalliantie, granted, 'interview')).toEqual([])
    expect(scopesLacking(werkalliantie, granted, 'release_outcomes')).toEqual([])
    expect(scopesLacking(werkalliantie, granted, 'telephone')).toEqual(['phone'])
    expect(scopesLacking(werkalliantie, {}, 'interview')).toEqual(['take_part', 'pseudonymous_processing'])
    expect(scopesLacking(werkalliantie, { ...granted, register_linkage: false }, 'release')).toEqual([])
  })

  test('each further wave needs to be allowed', () => {
    expect(scopesLacking(werkalliantie, granted, 'interview', waveNamed(werkalliantie, 'T1'))).toEqual([])
    expect(scopesLacking(werkalliantie, granted, 'interview', waveNamed(werkalliantie, 'T2'))).toEqual([
      'approach_again',
    ])
    expect(scopesNeeded(werkalliantie, 'next_wave', waveNamed(werkalliantie, 'T2'))).toEqual([
      'take_part',
      'approach_again',
    ])
  })
})

describe('the register', () => {
  test('knows its events, kinds and reasons, and names what it does not know', () => {
    const unknown = (event: string, kind: string | null, reason: string | null) =>
      unknownInRegister(werkalliantie, { event, kind, reason })
    expect(unknown('ended', 'negative', 'repeated_absence')).toBeNull()
    expect(unknown('ended', 'completed', null)).toBeNull()
    expect(unknown('early_intervention_report', null, null)).toBeNull()
    expect(unknown('promoted', null, null)).toBe('event')
    expect(unknown('ended', null, null)).toBe('kind')
    expect(unknown('ended', 'toString', null)).toBe('kind')
    expect(unknown('ended', 'negative', 'moved')).toBe('reason')
    expect(unknown('early_intervention_report', 'night', null)).toBe('kind')
    expect(unknown('early_intervention_report', null, 'night')).toBe('reason')
  })
})

describe('a second study (protocol §9)', () => {
  test('has five fields with words of their own and shares the answers', () => {
    const first = talkAid.fields.map(({ name }) => itemsOf(batteryNow(talkAid, 'talk', 'client', name))[0]?.text.nl)
    expect(new Set(first).size).toBe(5)
    expect([talkAid.answersShared, werkalliantie.answersShared]).toEqual([true, false])
    expect(scopesLacking(talkAid, {}, 'release')).toEqual(['research_storage'])
  })

  test('a study that does not exist is none', () => {
    expect(() => protocolOf('other')).toThrow(RangeError)
    expect(() => outcomeRule(talkAid, 'negative_dropout')).toThrow(RangeError)
    expect(() => instrumentNamed(talkAid, 'wa-gk-client')).toThrow(RangeError)
    expect(() => batteryNow(talkAid, 'T1', 'client')).toThrow(RangeError)
  })
})
