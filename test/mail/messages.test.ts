import { expect, test } from 'vitest'
import { compose, type MailTask } from '../../app/mail/compose'
import { type MessageName, messages } from '../../app/mail/messages'
import { day } from '../../app/protocol/day'

const title = { nl: 'Onderzoek naar de werkalliantie', en: 'Study of the working alliance' }
const names = Object.keys(messages) as MessageName[]
const task = (kind: MessageName, more: Partial<MailTask> = {}): MailTask => ({
  kind,
  pseudonym: 'ABC-DEF-GHJ',
  link: 'https://koppel.example/answer/token',
  until: day('2012-03-05'),
  ...more,
})

test.each(names.flatMap((name) => (['nl', 'en'] as const).map((language) => [name, language] as const)))(
  '%s in %s',
  (name, language) => {
    const { subject, text } = compose(language, title, [task(name)])
    expect(`${subject}\n\n${text}`).toMatchSnapshot()
  },
)

test('several tasks are one message, numbered, each with its own link', () => {
  const tasks = [
    task('inquiry'),
    task('questionnaire_reminder', { pseudonym: 'KLM-NPQ-RST', link: 'https://k.example/answer/2' }),
  ]
  const { subject, text, html } = compose('nl', title, tasks)
  expect(`${subject}\n\n${text}\n${html}`).toMatchSnapshot()
  expect(html.match(/<li>/g)).toHaveLength(2)
})

test('each message uses exactly the variables that it names, in both languages', () => {
  const all = { pseudonym: '«pseudonym»', link: '«link»', until: '«until»' }
  for (const name of names)
    for (const words of Object.values(messages[name].words)) {
      const said = `${words.text(all)}«link»`
      const used = Object.entries(all).flatMap(([variable, mark]) => (said.includes(mark) ? [variable] : []))
      expect(used.sort(), name).toEqual([...messages[name].variables].sort())
    }
})

test('what stands in a variable cannot become HTML', () => {
  const { html } = compose('en', title, [
    task('inquiry', { pseudonym: '<b>"&\'', link: 'https://x.example/?a=1&b="2' }),
  ])
  expect(html).toContain('&lt;b&gt;&quot;&amp;&#39;')
  expect(html).toContain('href="https://x.example/?a=1&amp;b=&quot;2"')
})

test('a language that we do not write is answered in Dutch; a message without a task is a mistake', () => {
  expect(compose('fr', title, [task('inquiry')]).subject).toBe(compose('nl', title, [task('inquiry')]).subject)
  expect(() => compose('nl', title, [])).toThrow(RangeError)
})
