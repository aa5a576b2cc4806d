import { describe, expect, test } from 'vitest'
import { batteryNow, itemsOf, pinned, pinOf } from '../../../app/protocol/instruments/battery'
import { oldestIn } from '../../../app/protocol/instruments/choices'
import { fits } from '../../../app/protocol/instruments/fits'
import { writtenOf } from '../../../app/protocol/instruments/written'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'
import type { Perspective } from '../../../app/protocol/study'
import { asks, batteries, hanging } from './batteries'

const codes = (wave: 'T1' | 'T2', perspective: Perspective) => itemsOf(asks(wave, perspective)).map(({ code }) => code)
const around = (wave: 'T1' | 'T2', perspective: Perspective) =>
  codes(wave, perspective).filter((code) => !/^i\d\d$/.test(code))
const itemOf = (wave: 'T1' | 'T2', perspective: Perspective, code: string) =>
  itemsOf(asks(wave, perspective)).find((item) => item.code === code)

describe.each(batteries)('the battery of %s', (_, battery) => {
  test('asks each code once, under parts of one name each, and hangs on nothing that comes later', () => {
    const { items, byCode } = writtenOf(battery)
    expect(byCode.size).toBe(items.length)
    expect(new Set(items)).toEqual(new Set(itemsOf(battery)))
    const parts = battery.flatMap(({ blocks = [] }) => blocks.map(({ name }) => name))
    expect(new Set(parts).size).toBe(parts.length)
  })

  test('can come to every question, and leaves no question open that another hangs on', () => {
    const { items, byCode } = writtenOf(battery)
    for (const { askedWhen = [] } of items)
      for (const { item, among } of askedWhen) {
        const on = byCode.get(item)
        expect(on?.required).toBe(true)
        expect(among.length).toBeGreaterThan(0)
        for (const code of among) {
          expect(code >= (on?.min ?? Number.NaN) && code <= (on?.max ?? Number.NaN)).toBe(true)
          expect(on?.options?.some((option) => option.code === code) ?? true).toBe(true)
        }
        // somebody can also come past it
        expect(among.length).toBeLessThan(on?.options?.length ?? (on?.max ?? 0) - (on?.min ?? 0) + 1)
      }
  })

  test('has an end and a beginning that its options agree with, and words for each step', () => {
    for (const { agreement, items } of battery)
      for (const { options, min, max, kind } of items) {
        if (kind === 'agreement') expect([min, max]).toEqual([1, agreement.length])
        if (kind !== 'choice') continue
        const values = options?.map(({ code }) => code) ?? []
        expect([min, max]).toEqual([Math.min(...values), Math.max(...values)])
        expect(new Set(values).size).toBe(values.length)
        expect(new Set(options?.map(({ name }) => name)).size).toBe(values.length)
      }
  })
})

describe('the rest of the battery (protocol §7.2)', () => {
  const addiction = ['alcohol', 'cannabis', 'hard_drugs', 'gambling'].map((name) => `addiction_${name}`)

  test('asks the client at T1 what is listed there, and no more', () => {
    expect(around('T1', 'client')).toEqual([
      ...['gender', 'age_band', 'work', 'living', 'earlier_supervision', 'earlier_supervision_how'],
      ...['supervisor_changes', 'supervisor_change_how', 'detained', 'detention_staff_how'],
      ...['court_case', 'court_case_how', 'community_service', 'community_service_how'],
      ...['advice_report', 'adviser_how', 'mark'],
    ])
  })

  test('asks the client at T2 what changed', () => {
    expect(around('T2', 'client')).toEqual([
      ...['supervisor_changes', 'work', 'living', 'court_case', 'community_service', 'community_service_how'],
      ...['motivation_change', 'mark'],
    ])
    for (const code of ['work', 'living'])
      expect(itemOf('T1', 'client', code)).toEqual({ ...itemOf('T2', 'client', code), block: 'you' })
  })

  test('asks the supervisor at T1 about themselves and about the client', () => {
    expect(around('T1', 'supervisor')).toEqual([
      ...['gender', 'age_band', 'education', 'years_probation', 'years_justice', 'years_care', 'years_total'],
      ...['earlier_supervision', 'earlier_supervision_how', 'court_case', 'court_case_how'],
      ...['community_service', 'community_service_how', 'advice_report', 'advice_report_how', 'legal_framework'],
      ...addiction,
      ...['intellectual_disability', 'above_average_intelligence', 'normal_conscience'],
      ...['harder_than_most', 'competence', 'mark'],
    ])
  })

  test('asks the supervisor at T2 what changed, and at last about lapses', () => {
    expect(around('T2', 'supervisor')).toEqual([
      ...['same_supervisor', 'work_changed', 'living_changed', 'legal_framework_changed', ...addiction, 'competence'],
      ...['risk_raised', 'risk_with_client', 'risk_with_network', 'risk_with_professionals'],
      ...['risk_with_practice_sup', 'risk_with_authority', 'event_lost_work', 'event_lost_home'],
      ...['event_lost_partner', 'event_death', 'event_illness', 'event_moved', 'mark'],
      ...['formal_consultation', 'official_warning', 'instruction', 'late_without_notice', 'did_not_appear'],
    ])
    for (const code of [...addiction, 'competence'])
      expect(itemOf('T2', 'supervisor', code)?.text).toEqual(itemOf('T1', 'supervisor', code)?.text)
  })

  test('asks "how" on seven steps, of whom went through it', () => {
    const how = (['client', 'supervisor'] as const).flatMap((side) =>
      itemsOf(asks('T1', side)).filter(({ code }) => code.endsWith('_how')),
    )
    expect(how).toHaveLength(10)
    for (const { options, askedWhen } of how) {
      expect(options?.slice(0, 7).map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7])
      expect([options?.[0]?.name, options?.[6]?.name]).toEqual(['very_negative', 'very_positive'])
      expect(askedWhen).toHaveLength(1)
    }
  })

  test('has bands of age without a gap', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(oldestIn)).toEqual([
      17,
      22,
      30,
      40,
      50,
      60,
      Number.POSITIVE_INFINITY,
      undefined,
    ])
    expect(itemOf('T1', 'client', 'age_band')?.options).toEqual(itemOf('T1', 'supervisor', 'age_band')?.options)
  })
})

describe('pins (protocol §7)', () => {
  test('name the version that was asked', () => {
    const battery = batteryNow(werkalliantie, 'T2', 'supervisor')
    const pins = battery.map(pinOf)
    expect(pins).toEqual(['changes-supervisor@1', 'wa-gk-supervisor@1', 'lapses@1'])
    expect(pinned(werkalliantie, pins)).toEqual(battery)
    expect(() => pinned(werkalliantie, ['lapses@2'])).toThrow(RangeError)
  })
})

describe('a battery that was written down wrong', () => {
  test.each([
    ['a code twice', [hanging('fixed', [['a'], ['a']])]],
    ['a code in two instruments', [hanging('fixed', [['a']]), hanging('fixed', [['a']], 'other')]],
    ['hanging on nothing', [hanging('fixed', [['a', 'b']])]],
    ['hanging on what comes later', [hanging('random', [['a', 'b'], ['b']])]],
    ['hanging on itself', [hanging('fixed', [['a', 'a']])]],
    ['an unknown part', [{ ...hanging('fixed', [['a']]), blocks: [] }]],
  ])('%s is refused', (_, battery) => expect(() => writtenOf(battery)).toThrow(RangeError))

  test('is also one whose parts are asked in another order than its questions were written', () => {
    const parts = ['one', 'two'].map((name) => ({ name, title: { nl: 'Deel', en: 'Part' }, order: 'fixed' as const }))
    const at = ['one', 'two', 'one']
    const { items, ...rest } = hanging('fixed', [['a'], ['b', 'a'], ['c', 'b']])
    const apart = { ...rest, blocks: parts, items: items.map((item, line) => ({ ...item, block: at[line] ?? 'one' })) }
    expect(() => writtenOf([apart])).toThrow(RangeError)
    const refusal = { code: 'hangs_on_unasked', item: 'c', on: 'b', pin: 'hanging@1' }
    expect(fits([apart], 'client')).toEqual({ ok: false, refusal })
    expect(fits([hanging('fixed', [['a'], ['b', 'a']])], 'client').ok).toBe(true)
  })

  test('is found for the same instruments only', () => {
    const [a, b] = [hanging('fixed', [['a']]), hanging('fixed', [['b']], 'other')]
    expect(writtenOf([a, b])).toBe(writtenOf([a, b]))
    expect(writtenOf([a]).items).toEqual(a.items)
    expect(writtenOf([]).items).toEqual([])
    // read anew each time, as one that was imported: it is worked out anew
    for (let time = 0; time < 20; time++) expect(writtenOf([a, { ...b }]).items).toEqual([...a.items, ...b.items])
  })
})
