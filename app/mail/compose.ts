import { longDay } from '../i18n/days'
import { readLanguage } from '../i18n/language'
import type { Day } from '../protocol/day'
import { frames } from './frame'
import { escapeHtml, page, paragraph } from './html'
import { type MessageName, messages } from './messages'
import { type Signed, signatureOf } from './signed'

/** One thing to be asked or told: which, about whom (a pseudonym), and what is asked; null when nothing is. */
export type MailTask = {
  readonly kind: MessageName
  readonly pseudonym: string
  /** Behind which address, and up to when an answer counts. */
  readonly asked: { readonly link: string; readonly until: Day } | null
}
/** A message ready to be sent: plain text and the same in simple HTML. */
export type Written = { readonly subject: string; readonly text: string; readonly html: string }

/**
 * Writes one message to a supervisor that tells and asks all of an envelope: first what asks for nothing, then the
 * questions in the order given. Takes the reader's language, whose mail it is, and at least one task; a question without
 * a link is a mistake and throws. A language that is none of ours is read as Dutch.
 */
export function compose(reader: string, signed: Signed, tasks: readonly MailTask[]): Written {
  const language = readLanguage(reader) ?? 'nl'
  const frame = frames[language]
  const said = tasks.map(({ kind, pseudonym, asked }) => {
    const words = messages[kind].words[language]
    if ((words.link === null) !== (asked === null)) throw new RangeError(`a ${kind} with the link of another message`)
    const until = asked ? longDay(language, asked.until) : ''
    return {
      subject: words.subject,
      text: words.text({ pseudonym, until, link: asked?.link ?? '' }),
      link: words.link ?? '',
      address: asked?.link ?? null,
    }
  })
  const told = said.filter(({ address }) => address === null)
  const questions = said.filter(({ address }) => address !== null)
  const [first] = questions.length > 0 ? questions : told
  if (!first) throw new RangeError('a message that says nothing')
  const single = questions.length < 2
  const before = [frame.greeting, ...told.map(({ text }) => text)]
  const opening = single ? [] : [frame.several.opening(questions.length)]
  const closing = [...(questions.length > 0 ? [frame.personal] : []), frame.stop]
  const signature = signatureOf(signed, language)

  const numbered = (index: number) => (single ? '' : `${index + 1}. `)
  const text = [
    ...before,
    ...opening,
    ...questions.map((one, index) => `${numbered(index)}${one.text}\n${one.link}: ${one.address}`),
    ...closing,
    [frame.farewell, ...signature].join('\n'),
  ].join('\n\n')

  const blocks = questions.map(
    ({ text, link, address }) =>
      `<p>${escapeHtml(text)}</p><p><a href="${escapeHtml(address ?? '')}">${escapeHtml(link)}</a></p>`,
  )
  const html = [
    ...[...before, ...opening].map((line) => paragraph(escapeHtml(line))),
    ...(single ? blocks : [`<ol>${blocks.map((block) => `<li>${block}</li>`).join('')}</ol>`]),
    ...closing.map((line) => paragraph(escapeHtml(line))),
    paragraph([frame.farewell, ...signature].map(escapeHtml).join('<br>')),
  ].join('\n')

  return {
    subject: single ? first.subject : frame.several.subject(questions.length),
    text: `${text}\n`,
    html: page(language, html),
  }
}
