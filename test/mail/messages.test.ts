import { expect, test } from 'vitest'
import { compose, type MailTask } from '../../app/mail/compose'
import { type MessageName, messages } from '../../app/mail/messages'
import { day } from '../../app/protocol/day'
import { signed, titled } from './studies'

const names = Object.keys(messages) as MessageName[]
const asksOf = (kind: MessageName) => messages[kind].variables.includes('link')
const task = (
  kind: MessageName,
  pseudonym = 'ABC-DEF-GHJ',
  link = 'https://koppel.example/answer/token',
): MailTask => ({
  kind,
  pseudonym,
  asked: asksOf(kind) ? { link, until: day('2012-03-05') } : null,
})

test.each(names.flatMap((name) => (['nl', 'en'] as const).map((language) => [name, language] as const)))(
  '%s in %s',
  (name, language) => {
    const { subject, text } = compose(language, titled, [task(name)])
    expect(`${subject}\n\n${text}`).toMatchSnapshot()
  },
)

test('several questions are one message, numbered, each with its own link', () => {
  const tasks = [task('inquiry'), task('questionnaire_reminder', 'KLM-NPQ-RST', 'https://k.example/answer/2')]
  const { subject, text, html } = compose('nl', titled, tasks)
  expect(`${subject}\n\n${text}\n${html}`).toMatchSnapshot()
  expect(html.match(/<li>/g)).toHaveLength(2)
})

test('thanks come before what is asked, and are no question: they have no number and no link', () => {
  const thanks = task('thanks', 'KLM-NPQ-RST')
  const { subject, text, html } = compose('nl', titled, [task('window_opens'), thanks, task('inquiry')])
  expect(`${subject}\n\n${text}\n${html}`).toMatchSnapshot()
  expect(html.match(/<li>/g)).toHaveLength(2)
  expect(compose('nl', titled, [thanks, task('inquiry')]).subject).toBe(
    compose('nl', titled, [task('inquiry')]).subject,
  )
})

test('a message that only thanks has no link and no word about one', () => {
  const { subject, text, html } = compose('en', titled, [task('thanks'), task('thanks', 'KLM-NPQ-RST')])
  expect(subject).toBe('Thank you for your questionnaire')
  for (const body of [text, html]) {
    expect(body).not.toMatch(/http|href|link/)
    expect(body).toContain('KLM-NPQ-RST')
  }
})

test('a question without a link, or thanks with one, is a mistake', () => {
  expect(() => compose('nl', titled, [{ ...task('inquiry'), asked: null }])).toThrow(RangeError)
  expect(() => compose('nl', titled, [{ ...task('thanks'), asked: task('inquiry').asked }])).toThrow(RangeError)
})

test('below stands what the study set, in the language of the message, and the title where it set nothing', () => {
  const dutch = compose('nl', signed, [task('inquiry')])
  expect(dutch.text).toMatch(/Met vriendelijke groet,\nHet onderzoeksteam\nTelefoon 030 123 45 67\n$/)
  expect(dutch.html).toContain('Met vriendelijke groet,<br>Het onderzoeksteam<br>Telefoon 030 123 45 67')
  const english = compose('en', signed, [task('inquiry')])
  expect(english.html).toContain('The research team<br>&lt;b&gt;&amp;')
  const half = { ...signed, signature: { ...signed.signature, en: null } }
  expect(compose('en', half, [task('inquiry')]).text).toMatch(/Kind regards,\nStudy of the working alliance\n$/)
})

test('each message uses exactly the variables that it names, in both languages', () => {
  const all = { pseudonym: '«pseudonym»', link: '«link»', until: '«until»' }
  for (const name of names)
    for (const words of Object.values(messages[name].words)) {
      const said = `${words.text(all)}${words.link === null ? '' : '«link»'}`
      const used = Object.entries(all).flatMap(([variable, mark]) => (said.includes(mark) ? [variable] : []))
      expect(used.sort(), name).toEqual([...messages[name].variables].sort())
    }
})

test('what stands in a variable cannot become HTML', () => {
  for (const kind of names) {
    const { html } = compose('en', titled, [task(kind, '<b>"&\'', 'https://x.example/?a=1&b="2')])
    expect(html, kind).toContain('&lt;b&gt;&quot;&amp;&#39;')
    if (asksOf(kind)) expect(html).toContain('href="https://x.example/?a=1&amp;b=&quot;2"')
  }
})

test('a language that we do not write is answered in Dutch; a message that says nothing is a mistake', () => {
  expect(compose('fr', titled, [task('inquiry')]).subject).toBe(compose('nl', titled, [task('inquiry')]).subject)
  expect(() => compose('nl', titled, [])).toThrow(RangeError)
})
