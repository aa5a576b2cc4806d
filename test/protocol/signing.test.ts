import { describe, expect, test } from 'vitest'
import { type FormVersion, formNamed } from '../../app/protocol/consent-forms'
import { day } from '../../app/protocol/day'
import { type Signing, whatStandsInTheWay } from '../../app/protocol/signing'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const form = formNamed(werkalliantie, 'tablet-1') as FormVersion
const onPaper = formNamed(werkalliantie, 'paper-2011') as FormVersion

const complete: Signing = {
  on: day('2012-06-01'),
  way: 'tablet',
  answers: { 1: 'yes', 2: 'yes', 3: 'no', 4: 'yes', 5: 'no' },
  telephone: true,
  ageOn: 30,
  capacity: { about: true, voluntary: true, stopping: true },
  signed: { client: true, interviewer: true, guardian: false },
}
const codes = (change: Partial<Signing>, of = form) =>
  whatStandsInTheWay(of, { ...complete, ...change }).map(({ code }) => code)
const signed = (change: Partial<Signing['signed']>) => ({ signed: { ...complete.signed, ...change } })

describe('a signing (protocol §6)', () => {
  test.each<[string, Partial<Signing>, string[]]>([
    ['complete', {}, []],
    ['no to everything is a form too', { answers: { 1: 'no', 2: 'no', 3: 'no', 4: 'no', 5: 'no' } }, []],
    ['before the form was published', { on: day('2011-10-31') }, ['form_not_valid']],
    ['not signed by the client', signed({ client: false }), ['client_not_signed']],
    ['not signed by the interviewer', signed({ interviewer: false }), ['interviewer_not_signed']],
    ['a box not looked at', { answers: { 1: 'yes', 2: 'yes', 3: 'no', 4: 'no' } }, ['box_unanswered']],
    ['a box blank on the tablet', { answers: { ...complete.answers, 5: 'blank' } }, ['box_unanswered']],
    ['a box blank on paper', { way: 'paper', answers: { ...complete.answers, 5: 'blank' } }, []],
    ['may be telephoned, no number', { telephone: false }, ['telephone_missing']],
    ['may not be telephoned, no number', { telephone: false, answers: { ...complete.answers, 4: 'no' } }, []],
    ['understanding not asked', { capacity: { about: true } }, ['capacity_not_asked', 'guardian_not_signed']],
    ['17, alone', { ageOn: 17 }, ['guardian_not_signed']],
    ['17, with a guardian', { ageOn: 17, ...signed({ guardian: true }) }, []],
    ['not understood, alone', { capacity: { ...complete.capacity, about: false } }, ['guardian_not_signed']],
    [
      'not understood, with a guardian',
      { capacity: { ...complete.capacity, about: false }, ...signed({ guardian: true }) },
      [],
    ],
    [
      'a guardian does not sign instead of the client',
      { ageOn: 17, ...signed({ guardian: true, client: false }) },
      ['client_not_signed'],
    ],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))

  test('with nothing on it says everything at once, each with its field', () => {
    const nothing = { client: false, interviewer: false, guardian: false }
    const refusals = whatStandsInTheWay(form, { ...complete, answers: {}, capacity: {}, ageOn: 17, signed: nothing })
    expect(refusals.map(({ code, field }) => [code, field])).toEqual([
      ['capacity_not_asked', 'capacity'],
      ['box_unanswered', 'box_1'],
      ['client_not_signed', 'signature_client'],
      ['interviewer_not_signed', 'signature_interviewer'],
      ['guardian_not_signed', 'signature_guardian'],
    ])
    expect(refusals[1]?.boxes).toEqual(['1', '2', '3', '4', '5'])
  })

  test('the form of 2011 is for paper, up to its last day', () => {
    expect(codes({}, onPaper)).toEqual(['form_on_paper_only'])
    expect(codes({ way: 'paper', capacity: {}, on: day('2014-12-31') }, onPaper)).toEqual([])
    expect(codes({ way: 'paper', on: day('2015-01-01') }, onPaper)).toEqual(['form_not_valid'])
  })
})
