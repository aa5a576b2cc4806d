import fc from 'fast-check'
import type { Person } from '../../../app/protocol/disclosure/disclosure'
import { leftOut, type QuasiIdentifier, type QuasiValue } from '../../../app/protocol/disclosure/quasi-identifier'

const words = (text: string) => ({ nl: text, en: text })

/** Three quasi-identifiers with ladders of two, three and one rungs. */
export const identifiers: readonly QuasiIdentifier[] = [
  {
    name: 'letter',
    cite: '',
    label: words('letter'),
    from: [],
    values: {},
    ladder: [
      {
        name: 'pairs',
        label: words('pairs'),
        cost: 1,
        groups: [
          { name: 'ab', label: words('a or b'), holds: ['a', 'b'] },
          { name: 'cd', label: words('c or d'), holds: ['c', 'd'] },
        ],
      },
      leftOut(3),
    ],
  },
  {
    name: 'years',
    cite: '',
    label: words('years'),
    from: [],
    values: {},
    ladder: [
      {
        name: 'bands',
        label: words('bands'),
        cost: 1,
        groups: [
          { name: 'young', label: words('young'), holds: { from: 0, to: 2 } },
          { name: 'old', label: words('old'), holds: { from: 3, to: 5 } },
        ],
      },
      {
        name: 'one_band',
        label: words('one band'),
        cost: 2,
        groups: [{ name: 'any', label: words('any'), holds: ['young', 'old'] }],
      },
      leftOut(2),
    ],
  },
  { name: 'place', cite: '', label: words('place'), from: [], values: {}, ladder: [leftOut(2)] },
]
/** Of who shares no number with anybody. */
export const NO_NUMBERS = { supervisor: [], interviewer: [] } as const
export const OUTCOMES = ['dropout', 'report'] as const

const orUnknown = <T extends QuasiValue>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 6 })
const came = fc.constantFrom('yes', 'no', 'missing', 'not_yet_known' as const)

const someOf = (...all: string[]) => fc.subarray(all, { maxLength: 2 })

/** Anybody, of few enough kinds that some are alike. */
export const person: fc.Arbitrary<Person> = fc.record({
  values: fc.record({
    letter: orUnknown(fc.constantFrom('a', 'b', 'c', 'd')),
    years: orUnknown(fc.nat(5)),
    place: orUnknown(fc.constantFrom('here', 'there')),
  }),
  numbers: fc.record({ supervisor: someOf('s1', 's2', 's3'), interviewer: someOf('i1', 'i2') }),
  outcomes: fc.record({ dropout: came, report: came }) as fc.Arbitrary<Person['outcomes']>,
})
