import { expect, test } from 'vitest'
import { composeCode } from '../../app/mail/code'
import { signed, titled } from './studies'

test.each(['nl', 'en', 'fr'])(
  'a code in %s: grouped to be read, in the text only, with no link to follow',
  (language) => {
    const { subject, text, html } = composeCode(language, titled, { code: '048213', minutes: 15, wrong: 0 })
    expect(subject).not.toMatch(/\d/)
    for (const body of [text, html]) {
      expect(body).toContain('048 213')
      expect(body).toContain(language === 'en' ? titled.title.en : titled.title.nl)
      expect(body).not.toMatch(/http|href/)
    }
  },
)

test.each([
  ['nl', 1, 'er is 1 keer een verkeerde code getypt'],
  ['en', 1, 'a wrong code was typed 1 time since'],
  ['en', 12, 'a wrong code was typed 12 times since'],
])('in %s it says that %i wrong tries were made', (language, wrong, said) => {
  const { text, html } = composeCode(language, titled, { code: '048213', minutes: 15, wrong })
  for (const body of [text, html]) expect(body).toContain(said)
})

test('it is signed as all mail of the study', () => {
  const { text, html } = composeCode('nl', signed, { code: '048213', minutes: 15, wrong: 0 })
  expect(text).toMatch(/Het onderzoeksteam\nTelefoon 030 123 45 67\n$/)
  expect(html).toContain('<br>Het onderzoeksteam<br>')
})
