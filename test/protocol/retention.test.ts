import { expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { RETAINED } from '../../app/protocol/retained'
import { dueOn, GOES } from '../../app/protocol/retention'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const { retention, consent } = werkalliantie

test('the day on which a term is over, in days, months clamped to their end, and hours', () => {
  expect(dueOn({ keep: { days: 90 } }, day('2012-03-06'))).toBe('2012-06-04')
  expect(dueOn({ keep: { months: 6 } }, day('2011-08-31'))).toBe('2012-02-29')
  expect(dueOn({ keep: { hours: 12 } }, day('2012-03-06'))).toBe('2012-03-07')
})

test('every kind goes in some way', () => {
  expect(Object.keys(GOES)).toEqual([...RETAINED])
})

// what is promised is what the table does: a text that says otherwise needs a new version, or the table does
const TEXTS = [
  ...consent.forms.flatMap(({ version, sections }) =>
    sections.map(({ sentences }) => [version, sentences.map(({ nl, en }) => `${nl} ${en}`).join(' ')] as const),
  ),
  ...consent.letters.map(
    ({ version, paragraphs }) => [version, paragraphs.map(({ nl, en }) => `${nl} ${en}`).join(' ')] as const,
  ),
].filter(([, text]) => /negentig dagen|tien jaar/.test(text))

test.each(TEXTS)('%s promises what the table of retention does', (_, text) => {
  expect(text).toMatch(/wissen wij uw naam binnen negentig dagen.*erase your name within ninety days/s)
  expect(retention.names_never_took_part).toMatchObject({ from: 'case_closed', keep: { days: 90 } })
  expect(text).toMatch(/wissen wij uw naam en de sleutel als het onderzoek klaar is/)
  // the name no later than that, and the key with it
  expect([retention.names_of_participants.from, GOES.names_of_participants]).toEqual(['follow_up_over', 'job'])
  expect(retention.names_of_participants.label.en).toContain('the key')
  expect(text).toMatch(/onder een nummer bewaren wij tot tien jaar daarna/)
  for (const kind of ['answers', 'consent_forms'] as const)
    expect(retention[kind]).toMatchObject({ from: 'study_closed', keep: { months: 120 } })
  expect(retention.consent_forms.label.en).toContain('without name or signature')
})

test('both the form and the letter make that promise', () => {
  expect(TEXTS.map(([version]) => version)).toEqual(['tablet-1', 'letter-1'])
})
