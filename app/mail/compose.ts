import { longDay } from '../i18n/days'
import { readLanguage } from '../i18n/language'
import type { Day } from '../protocol/day'
import type { Words } from '../protocol/study'
import { frames } from './frame'
import { escapeHtml, page, paragraph } from './html'
import { type MessageName, messages } from './messages'

/** One thing to be asked: which, about whom (a pseudonym), behind which address, and up to when it counts. */
export type MailTask = {
  readonly kind: MessageName
  readonly pseudonym: string
  readonly link: string
  readonly until: Day
}
/** A message ready to be sent: plain text and the same in simple HTML. */
export type Written = { readonly subject: string; readonly text: string; readonly html: string }

/**
 * Writes one message that asks all tasks of an envelope, in the order given. Takes the reader's language, the study's
 * title (the signature) and at least one task. A language that is none of ours is read as Dutch.
 */
export function compose(reader: string, title: Words, tasks: readonly MailTask[]): Written {
  const [first] = tasks
  if (!first) throw new RangeError('a message without a task')
  const language = readLanguage(reader) ?? 'nl'
  const frame = frames[language]
  const study = title[language]
  const asked = tasks.map(({ kind, until, ...task }) => {
    const words = messages[kind].words[language]
    return { text: words.text({ ...task, until: longDay(language, until) }), link: words.link, address: task.link }
  })
  const single = tasks.length === 1
  const opening = single ? [] : [frame.several.opening(tasks.length)]
  const closing = [frame.personal, frame.stop]

  const numbered = (index: number) => (single ? '' : `${index + 1}. `)
  const text = [
    frame.greeting,
    ...opening,
    ...asked.map((task, index) => `${numbered(index)}${task.text}\n${task.link}: ${task.address}`),
    ...closing,
    `${frame.farewell}\n${study}`,
  ].join('\n\n')

  const blocks = asked.map(
    (task) =>
      `<p>${escapeHtml(task.text)}</p><p><a href="${escapeHtml(task.address)}">${escapeHtml(task.link)}</a></p>`,
  )
  const html = [
    paragraph(escapeHtml(frame.greeting)),
    ...opening.map((line) => paragraph(escapeHtml(line))),
    single ? blocks.join('') : `<ol>${blocks.map((block) => `<li>${block}</li>`).join('')}</ol>`,
    ...closing.map((line) => paragraph(escapeHtml(line))),
    paragraph(`${escapeHtml(frame.farewell)}<br>${escapeHtml(study)}`),
  ].join('\n')

  const subject = single ? messages[first.kind].words[language].subject : frame.several.subject(tasks.length)
  return { subject, text: `${text}\n`, html: page(language, html) }
}
