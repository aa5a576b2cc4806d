import { expect, test } from 'vitest'
import { type ClosingWarning, composeForStaff, type Digest, type StaffNews } from '../../app/mail/staff'
import { day } from '../../app/protocol/day'
import { signed, titled } from './studies'

const piece = {
  kind: 'questionnaire',
  wave: 'T1',
  pseudonym: 'ABC-DEF-GHJ',
  month: null,
  location: 'Utrecht',
  due: day('2012-03-01'),
} as const
const digest: Digest = {
  parts: [
    {
      part: 'overdue',
      count: 7,
      first: [piece, { ...piece, kind: 'inquiry', wave: 'intake', pseudonym: 'KLM-NPQ-RST' }],
    },
    {
      part: 'due',
      count: 1,
      first: [{ ...piece, kind: 'reconciliation', wave: 'intake', pseudonym: null, month: '2012-02', location: '' }],
    },
    { part: 'closing', count: 0, first: [] },
  ],
  failed: { count: 2, first: ['ABC-DEF-GHJ', 'KLM-NPQ-RST'] },
}
const warning = (left: number): ClosingWarning => ({
  pair: 'TUV-WXY-Z23',
  location: 'Rotterdam',
  last: day('2012-12-07'),
  left,
})
const news = (more: Partial<StaffNews>): StaffNews => ({
  on: day('2012-03-05'),
  list: 'https://koppel.example/today',
  digest: null,
  warnings: [],
  ...more,
})
const KINDS = {
  digest: news({ digest }),
  'digest of one piece': news({
    digest: { parts: [{ part: 'due', count: 1, first: [piece] }], failed: { count: 0, first: [] } },
  }),
  'digest of mail that failed': news({ digest: { parts: [], failed: { count: 1, first: ['ABC-DEF-GHJ'] } } }),
  closing_warning: news({ warnings: [warning(28)] }),
  'closing_warning of two, the last day': news({ warnings: [warning(7), warning(1)] }),
  both: news({ digest, warnings: [warning(7)] }),
}

test.each(
  Object.entries(KINDS).flatMap(([name, one]) =>
    (['nl', 'en'] as const).map((language) => [name, language, one] as const),
  ),
)('%s in %s', (_, language, one) => {
  const { subject, text, html } = composeForStaff(language, titled, one)
  expect(`${subject}\n\n${text}\n${html}`).toMatchSnapshot()
  for (const body of [text, html]) {
    expect(body.match(/https:\/\/\S*?(?=["\s])/g)).toEqual(['https://koppel.example/today'])
    expect(body).not.toContain('/answer/')
  }
})

test('what stands in a piece cannot become HTML, nor what stands below', () => {
  const evil = { ...piece, pseudonym: '<b>', location: '<i>"' }
  const { html } = composeForStaff('en', signed, {
    ...news({ warnings: [{ ...warning(7), pair: '<u>', location: '<s>' }] }),
    digest: { parts: [{ part: 'due', count: 1, first: [evil] }], failed: { count: 1, first: ['<u>'] } },
  })
  expect(html).not.toMatch(/<(?!\/?(?:!doctype|html|head|meta|body|p|ul|li|br|a)\b)/)
  expect(html).toContain('&lt;b&gt;')
})

test('a language that we do not write is Dutch; nothing to say is a mistake', () => {
  const one = news({ warnings: [warning(7)] })
  expect(composeForStaff('fr', titled, one).subject).toBe(composeForStaff('nl', titled, one).subject)
  expect(() => composeForStaff('nl', titled, news({}))).toThrow(RangeError)
  const empty = { parts: [{ part: 'due', count: 0, first: [] }], failed: { count: 0, first: [] } } as const
  expect(() => composeForStaff('nl', titled, news({ digest: empty }))).toThrow(RangeError)
})
