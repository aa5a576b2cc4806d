import type { Delivery } from './transport'

/** The server was not reached, or went away: nothing was said about the message. */
const NOT_REACHED = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'EABORT',
])
/** Enhanced codes (RFC 3463) that speak of the mailbox at whatever command: bad, moved, closed or full. */
const MAILBOX = /\b5\.(?:1\.(?:1|2|3|6|10)|2\.[12])\b/
/**
 * What servers answer to a recipient because of who sends: no relaying, a login that is wanted, a sender or a machine that is
 * not trusted, a message that is too large.
 */
const OURS =
  /\b5\.(?:1\.[78]|3\.4|5\.\d+|6\.\d+)\b|\brelay|authenti|\bsender\b|rcpthosts|client host|block|black ?list|\bspf\b|dkim|dmarc|reputation/i
/** 5.7 speaks of what is allowed: to us as a rule, unless the answer says that it means the recipient. */
const NOT_ALLOWED = /\b5\.7\.\d+\b/
const RECIPIENT = /recipient address rejected|user unknown|unknown user|no such (?:user|recipient|mailbox)/i
/** A login that is wanted or was refused, and commands out of order. */
const OUR_CODES = new Set([500, 502, 503, 504, 530, 534, 535, 538])
/** Commands that come before the text of a message. */
const BEFORE_TEXT = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'MAIL FROM', 'RCPT TO'])
/** What a socket says that was never open. Any other may have closed in the middle. */
const NEVER_OPENED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'])
const CERTIFICATE = /CERT|TLS|SSL|ISSUER|SIGNATURE/

/**
 * The one place that reads SMTP errors. Takes what nodemailer threw; returns what it means for the message, or
 * undefined when it is neither passing nor about the mailbox (a refused login, a forbidden sender): then it is raised.
 */
export function classify(error: unknown): Delivery | undefined {
  const { code, originalCode, command, responseCode, response, message } = error as {
    code?: string
    originalCode?: string
    command?: string
    responseCode?: number
    response?: string
    message?: string
  }
  const answer = withoutAddresses(response ?? message ?? 'no answer')
  if (responseCode !== undefined) {
    if (responseCode >= 400 && responseCode < 500) {
      // a text that was handed over may have been kept all the same
      return {
        outcome: 'temporary',
        answer,
        handedOver: !BEFORE_TEXT.has(command ?? ''),
        ofRecipient: command === 'RCPT TO',
      }
    }
    if (speaksOfMailbox(responseCode, command, response ?? '')) return { outcome: 'unknown_mailbox', answer }
    return undefined
  }
  // A certificate that cannot be trusted comes as a socket error too, and does not pass by waiting.
  const passes = code !== undefined && NOT_REACHED.has(code) && !CERTIFICATE.test(originalCode ?? '')
  if (!passes) return undefined
  const handedOver = code !== 'EDNS' && !NEVER_OPENED.has(originalCode ?? '')
  return { outcome: 'temporary', answer, handedOver, ofRecipient: false }
}

/** Servers repeat the address in their answer; the ledger and the log hold none. */
export const withoutAddresses = (text: string): string =>
  text.replace(/(?<![^\s<>"'])[^\s<>"']+@[^\s<>"']+/g, '…').slice(0, 300)

/** A refusal of the recipient speaks of the recipient, unless it says that it is about us. */
function speaksOfMailbox(responseCode: number, command: string | undefined, response: string): boolean {
  if (MAILBOX.test(response)) return true
  if (command !== 'RCPT TO' || OUR_CODES.has(responseCode) || OURS.test(response)) return false
  return !NOT_ALLOWED.test(response) || RECIPIENT.test(response)
}
