import PostalMime, { type Attachment, type Email, type Header } from 'postal-mime'
import { ownMessageId } from './own-message-id'
import { enhancedIn, isPermanent, statusIn } from './status'

/** What a mail system said afterwards about a message of ours. Nothing else of its report is kept: it holds addresses. */
export type Bounce = {
  /** Left of the @ of our Message-ID. */
  readonly messageId: string
  readonly action: Action
  /** The enhanced status code (RFC 3463), as in 5.1.1. */
  readonly status: string
  /** It will not arrive any more: what merely takes longer is not. */
  readonly permanent: boolean
}
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
type Action = (typeof ACTIONS)[number]

const RETURNED = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers']

/**
 * Reads a message of the mailbox to which ours come back. Gives what it says of which message of ours, or null: it is no
 * report of a mail system (somebody's answer, an out-of-office, spam), or not about a message with an id like ours. Reads
 * the standard reports (RFC 3464), and others as far as they return our headers. Throws when it cannot be read at all.
 */
export async function readBounce(raw: Buffer): Promise<Bounce | null> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' })
  const report = partsOf(mail, ['message/delivery-status', 'message/global-delivery-status'])[0]
  const said = report === undefined ? outsideTheStandard(mail) : await standard(report)
  if (!said) return null
  const messageId = (await returnedId(mail)) ?? said.messageId ?? answeredId(mail)
  const { action, status } = said
  return messageId ? { messageId, action, status, permanent: isPermanent(action, status) } : null
}

type Said = { readonly action: Action; readonly status: string; readonly messageId: string | null }

/**
 * A delivery status: a group of fields about the message, then one a recipient. Ours have one recipient; where an alias
 * made it several, the worst counts.
 */
async function standard(report: string): Promise<Said | null> {
  const groups = report.split(/\r?\n[ \t]*\r?\n/).filter((group) => group.trim() !== '')
  const fields = await Promise.all(groups.map(async (group) => (await PostalMime.parse(`${group}\r\n\r\n`)).headers))
  const recipients = fields.flatMap((headers) => {
    const action = ACTIONS.find((one) => one === field(headers, 'action')?.trim().toLowerCase())
    const status = statusIn(field(headers, 'status') ?? '', field(headers, 'diagnostic-code') ?? '')
    return action ? [{ action, status }] : status?.startsWith('5.') ? [{ action: 'failed' as const, status }] : []
  })
  const worst = recipients.sort((a, b) => ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action))[0]
  if (!worst) return null
  const messageId = ownMessageId(fields.map((headers) => field(headers, 'x-original-message-id')).join(' '))
  return { action: worst.action, status: worst.status ?? NO_CODE[worst.action], messageId }
}

/** What an action says by itself when no code stands beside it. */
const NO_CODE = { failed: '5.0.0', delayed: '4.0.0', delivered: '2.0.0', relayed: '2.0.0', expanded: '2.0.0' } as const

/** Who writes for a mail system; people and their holiday answers do not. */
const MAIL_SYSTEM = /(^|[<" ])(mailer-daemon|postmaster|mail delivery|mail-daemon|microsoftexchange)/i

/**
 * A report in words with our message below it, as older systems send them. Only from a mail system, and only when it names
 * the recipients that failed, or a code. Our own headers hold no code, so the first one is theirs.
 */
function outsideTheStandard(mail: Email): Said | null {
  const failed = field(mail.headers, 'x-failed-recipients') !== undefined
  if (!failed && !MAIL_SYSTEM.test(field(mail.headers, 'from') ?? '')) return null
  const text = mail.text ?? ''
  const status = enhancedIn(text.slice(0, returnedAt(text)))
  const messageId = ownMessageId(text.slice(returnedAt(text)))
  if (failed) return { action: 'failed', status: status?.startsWith('5.') ? status : '5.0.0', messageId }
  if (!status || status.startsWith('2.')) return null
  return { action: status.startsWith('5.') ? 'failed' : 'delayed', status, messageId }
}

/** Where the returned message begins in a report in words: at the header with its id. */
function returnedAt(text: string): number {
  const at = text.search(/^[> \t]*message-id:/im)
  return at < 0 ? text.length : at
}

/** Our id in the headers that were returned. */
async function returnedId(mail: Email): Promise<string | null> {
  const [returned] = partsOf(mail, RETURNED)
  if (returned === undefined) return null
  return ownMessageId((await PostalMime.parse(returned.trimStart(), { forceRfc822Attachments: true })).messageId ?? '')
}

/** Our id where the report names what it answers. */
const answeredId = ({ inReplyTo = '', references = '' }: Email): string | null =>
  ownMessageId(`${inReplyTo} ${references}`)

const partsOf = (mail: Email, types: readonly string[]): string[] =>
  mail.attachments.filter(({ mimeType }) => types.includes(mimeType)).map(textOf)

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8')

const field = (headers: readonly Header[], key: string): string | undefined =>
  headers.find((header) => header.key === key)?.value
