import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedItems } from '../../../app/protocol/instruments/asked'
import { itemsOf } from '../../../app/protocol/instruments/battery'
import { checkGiven } from '../../../app/protocol/instruments/check'
import { orderOf } from '../../../app/protocol/instruments/order'
import { askedInOrder, firstOpen, nextItem, previousItem, progressOf } from '../../../app/protocol/instruments/progress'
import type { Given } from '../../../app/protocol/study'
import { asks, batteries, givenTo, hanging, valuesOf } from './batteries'

const codesOf = (battery: Parameters<typeof itemsOf>[0]) => itemsOf(battery).map(({ code }) => code)

describe.each(batteries)('going through %s', (_, battery) => {
  const given = givenTo(battery)
  const order = codesOf(battery)

  test('no question hangs on one that is not asked', () => {
    fc.assert(
      fc.property(given, (answers) => {
        const asked = new Set(askedItems(battery, answers).map(({ code }) => code))
        for (const { code, askedWhen = [] } of itemsOf(battery)) {
          const because = askedWhen.every(
            ({ item, among }) => asked.has(item) && among.some((one) => answers[item] === one),
          )
          expect(asked.has(code)).toBe(because)
        }
      }),
    )
  })

  test('every question can be come to', () => {
    for (const item of itemsOf(battery)) {
      const towards: Given = Object.fromEntries((item.askedWhen ?? []).map((on) => [on.item, on.among[0] ?? 0]))
      expect(askedItems(battery, towards)).toContain(item)
    }
  })

  test('forward and back are the same way, and it ends', () => {
    fc.assert(
      fc.property(given, fc.nat(2 ** 32 - 1), (answers, seed) => {
        const mine = orderOf(battery, seed)
        const way: string[] = []
        for (let at = nextItem(battery, mine, answers, null); at; at = nextItem(battery, mine, answers, at))
          way.push(at)
        expect(way).toEqual(askedInOrder(battery, mine, answers))
        const back: string[] = []
        for (let at = previousItem(battery, mine, answers, null); at; at = previousItem(battery, mine, answers, at))
          back.unshift(at)
        expect(back).toEqual(way)
        const { done, of } = progressOf(battery, answers)
        expect(of).toBe(way.length)
        expect(done === of).toBe(firstOpen(battery, mine, answers) === null)
      }),
      { numRuns: 50 },
    )
  })

  test('what was checked is checked, and says of each question that is not asked that it is not', () => {
    fc.assert(
      fc.property(given, fc.boolean(), (answers, signing) => {
        const checked = checkGiven(battery, answers, { signing })
        if (!checked.ok) {
          expect(signing).toBe(true)
          for (const [code, mistake] of Object.entries(checked.mistakes)) {
            expect(mistake).toBe('required')
            expect(answers[code]).toBeUndefined()
          }
          return
        }
        expect(checkGiven(battery, checked.answers, { signing })).toEqual({ ...checked, dropped: [] })
        const asked = new Set(askedItems(battery, answers).map(({ code }) => code))
        for (const code of order) expect(checked.answers[code]).toBe(asked.has(code) ? answers[code] : 'not_asked')
        expect(checked.dropped).toEqual(checked.dropped.filter((code) => !asked.has(code) && code in answers))
      }),
    )
  })

  test('takes each answer that is offered and none beside', () => {
    for (const item of itemsOf(battery)) {
      const towards: Given = Object.fromEntries((item.askedWhen ?? []).map((on) => [on.item, on.among[0] ?? 0]))
      const check = (value: number) => checkGiven(battery, { ...towards, [item.code]: value }, { signing: false })
      for (const value of valuesOf(item)) expect(check(value).ok).toBe(true)
      for (const value of [item.min - 1, item.max + 1, item.min + 0.5, Number.NaN, '1' as unknown as number])
        expect(check(value)).toMatchObject({ ok: false, mistakes: { [item.code]: 'out_of_range' } })
    }
  })
})

describe('checking', () => {
  const client = asks('T1', 'client')
  const check = (given: Parameters<typeof checkGiven>[1], signing = false) => checkGiven(client, given, { signing })

  test('an unknown question is a mistake, also with a name that objects have', () => {
    expect(check({ i99: 1 })).toEqual({ ok: false, mistakes: { i99: 'unknown_item' } })
    expect(check({ constructor: 1 })).toEqual({ ok: false, mistakes: { constructor: 'unknown_item' } })
    const odd = [hanging('fixed', [['constructor'], ['b', 'constructor']])]
    expect(checkGiven(odd, {}, { signing: true })).toEqual({ ok: true, answers: { b: 'not_asked' }, dropped: [] })
  })

  test('an answer to what is not asked is dropped, whatever it was', () => {
    expect(check({ detained: 0, detention_staff_how: 88 })).toMatchObject({
      ok: true,
      answers: { detained: 0, detention_staff_how: 'not_asked' },
      dropped: ['detention_staff_how'],
    })
    const chain = [hanging('fixed', [['a'], ['b', 'a'], ['c', 'b']])]
    const checked = checkGiven(chain, { a: 0, b: 1, c: 1 }, { signing: false })
    expect(checked).toMatchObject({ ok: true, answers: { a: 0, b: 'not_asked', c: 'not_asked' }, dropped: ['b', 'c'] })
  })

  test('"not asked" is never taken from outside: the answers say it', () => {
    expect(check({ detained: 'not_asked', i01: 'not_asked' })).toMatchObject({ ok: true, dropped: [] })
    const { answers } = check({ detained: 1, detention_staff_how: 'not_asked' }) as { answers: Given }
    expect(answers.detention_staff_how).toBeUndefined()
  })

  test('who signs leaves open what nothing hangs on, and may pass over the rest', () => {
    const lacking = check({}, true)
    const gates = ['earlier_supervision', 'supervisor_changes', 'detained', 'court_case']
    const required = [...gates, 'community_service', 'advice_report']
    expect(lacking).toEqual({ ok: false, mistakes: Object.fromEntries(required.map((code) => [code, 'required'])) })
    const passed = check(Object.fromEntries(required.map((code) => [code, 'no_answer' as const])), true)
    expect(passed).toMatchObject({ ok: true, answers: { detained: 'no_answer', detention_staff_how: 'not_asked' } })
  })
})
