import { describe, expect, test } from 'vitest'
import {
  CLASS_NAMES,
  DISPOSITION_NAMES,
  DISPOSITIONS,
  type Disposition,
  dispositionOf,
} from '../../app/protocol/dispositions'
import {
  classCounts,
  estimatedEligible,
  formulaOf,
  RATE_NAMES,
  ratesOf,
  responseOfApproached,
} from '../../app/protocol/rates'
import { reasonCodes } from '../../app/protocol/reasons'
import { rounded } from '../../app/protocol/rounding'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import expected from '../cohort/expected.json' with { type: 'json' }

const none = classCounts({})

describe('dispositions', () => {
  test('have numbers of their own, whose first digit is that of their class', () => {
    const numbers = DISPOSITION_NAMES.map((name) => DISPOSITIONS[name].number)
    expect(new Set(numbers).size).toBe(numbers.length)
    const firstDigit = { I: '1', P: '1', R: '2', NC: '2', O: '2', UH: '3', UO: '3', NE: '4' } as const
    for (const { class: of, number } of Object.values(DISPOSITIONS)) expect(number[0]).toBe(firstDigit[of])
  })

  test.each(studyProtocols.map((study) => [study.code, study] as const))(
    'are there for each reason of %s',
    (_, study) => {
      for (const step of ['register', 'inquiry', 'criteria', 'judgement', 'approach'])
        expect(Object.keys(study.dispositions[step] ?? {})).toEqual(reasonCodes(study, step))
    },
  )

  test('follow from where a case stands or left', () => {
    const at = (
      stage: Parameters<typeof dispositionOf>[1]['stage'],
      leftStep: string | null,
      leftReason: string | null,
    ) => dispositionOf(werkalliantie, { stage, leftStep, leftReason, partial: false })
    expect(at('awaiting_reply', null, null)).toBe('not_screened')
    expect(at('planned', null, null)).toBe('not_reached')
    expect(at('interviewed', null, null)).toBe('complete')
    expect(
      dispositionOf(werkalliantie, { stage: 'interviewed', leftStep: null, leftReason: null, partial: true }),
    ).toBe('partial')
    expect(at('left', 'approach', 'no_time')).toBe('refusal')
    expect(() => at('left', 'approach', 'made_up')).toThrow(RangeError)
  })
})

describe('outcome rates', () => {
  // One of each class and three more of some: worked out by hand from the formulas as AAPOR prints them.
  const counts = { I: 4, P: 2, R: 1, NC: 1, O: 2, UH: 3, UO: 2, NE: 10 }

  test('are what the printed formulas give', () => {
    const e = 10 / 20
    expect(estimatedEligible(counts)).toBe(e)
    const byHand = {
      RR1: 4 / 15,
      RR2: 6 / 15,
      RR3: 4 / 12.5,
      RR4: 6 / 12.5,
      RR5: 4 / 10,
      RR6: 6 / 10,
      COOP1: 4 / 9,
      COOP2: 6 / 9,
      COOP3: 4 / 7,
      COOP4: 6 / 7,
      REF1: 1 / 15,
      REF2: 1 / 12.5,
      REF3: 1 / 10,
      CON1: 9 / 15,
      CON2: 9 / 12.5,
      CON3: 9 / 10,
    }
    expect(Object.fromEntries(ratesOf(counts).map(({ name, value }) => [name, value]))).toEqual(byHand)
  })

  test('are written as they are computed', () => {
    expect(formulaOf('RR1')).toBe('I / (I + P + R + NC + O + UH + UO)')
    expect(formulaOf('RR4')).toBe('(I + P) / (I + P + R + NC + O + e × (UH + UO))')
    expect(formulaOf('COOP3')).toBe('I / (I + P + R)')
    for (const { formula, numerator, denominator } of ratesOf(counts)) {
      const put = (text: string) =>
        text.replaceAll(/\b(UH|UO|NC|I|P|R|O)\b/g, (name) => `${counts[name as keyof typeof counts]}`)
      const value = (text: string) =>
        put(text.replace('e × ', '0.5*'))
          .split('+')
          .reduce((total, part) => total + Number(part.replaceAll(/[() ]/g, '')), 0)
      const [over = '', under = ''] = formula.split(' / ')
      expect(value(over)).toBe(numerator)
      if (!under.includes('e ×')) expect(value(under)).toBe(denominator)
    }
  })

  test('are null where there is nothing to divide by', () => {
    expect(estimatedEligible(none)).toBeNull()
    for (const { value } of ratesOf(none)) expect(value).toBeNull()
    const unknown = ratesOf({ ...none, UH: 5 })
    expect(Object.fromEntries(unknown.map(({ name, value }) => [name, value]))).toMatchObject({
      RR1: 0,
      RR3: null,
      RR5: null,
    })
  })

  test('stand in order on any counts: what adds to the denominator makes less', () => {
    for (let seed = 1; seed < 500; seed += 1) {
      const random = Object.fromEntries(
        CLASS_NAMES.map((name, i) => [name, (seed * (i * 7 + 3)) % 23]),
      ) as typeof counts
      const value = Object.fromEntries(ratesOf(random).map((one) => [one.name, one.value ?? 0])) as Record<
        string,
        number
      >
      for (const [less, more] of [
        ['RR1', 'RR3'],
        ['RR3', 'RR5'],
        ['RR5', 'COOP1'],
        ['COOP1', 'COOP3'],
        ['REF1', 'REF2'],
        ['REF2', 'REF3'],
        ['CON1', 'CON2'],
        ['CON2', 'CON3'],
      ] as const)
        expect(value[less]).toBeLessThanOrEqual((value[more] as number) + 1e-12)
      for (const name of RATE_NAMES) expect(value[name]).toBeLessThanOrEqual(1)
    }
  })

  test('of the published study are computed from its reasons', () => {
    const { not_included: left, funnel } = expected
    const dispositions: Partial<Record<Disposition, number>> = { complete: funnel.interviewed }
    const add = (step: string, reasons: Readonly<Record<string, number>>) => {
      for (const [leftReason, count] of Object.entries(reasons)) {
        const name = dispositionOf(werkalliantie, { stage: 'left', leftStep: step, leftReason, partial: false })
        dispositions[name] = (dispositions[name] ?? 0) + count
      }
    }
    add('register', left.register)
    add('inquiry', { no_reply: left.no_reply })
    add('criteria', left.criteria)
    add('judgement', left.supervisor_judgement)
    const { no_show_three_times, practical } = left
    add('approach', { ...left.refused, no_show_three_times, practical })
    const counts = classCounts(dispositions)
    expect(counts).toEqual({ I: 302, P: 0, R: 143, NC: 196, O: 18, UH: 0, UO: 370, NE: 1472 })
    const told = rounded(Object.fromEntries(ratesOf(counts).map(({ name, value }) => [name, value])), 4)
    expect(told).toMatchObject({ RR1: 0.2935, RR3: 0.3905, RR5: 0.4583, COOP1: 0.6523, REF3: 0.217, CON3: 0.7026 })
    const approached = funnel.interviewed + 143 + no_show_three_times + practical
    expect(rounded(responseOfApproached({ interviewed: funnel.interviewed, approached }), 3)).toMatchObject({
      numerator: 302,
      denominator: 482,
      value: 0.627,
    })
    expect(responseOfApproached({ interviewed: 0, approached: 0 }).value).toBeNull()
  })
})
