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
/** Enhanced codes (RFC 3463) that speak of the mailbox: bad, moved or ambiguous address, or a mailbox that is closed. */
const MAILBOX = /\b5\.(?:1\.(?:1|2|3|6|10)|2\.1)\b/
const CERTIFICATE = /CERT|TLS|SSL|ISSUER|SIGNATURE/
const ENHANCED = /\b[245]\.\d{1,3}\.\d{1,3}\b/

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
    if (responseCode >= 400 && responseCode < 500) return { outcome: 'temporary', answer }
    if (speaksOfMailbox(responseCode, command, response ?? '')) return { outcome: 'unknown_mailbox', answer }
    return undefined
  }
  // A certificate that cannot be trusted comes as a socket error too, and does not pass by waiting.
  const passes = code !== undefined && NOT_REACHED.has(code) && !CERTIFICATE.test(originalCode ?? '')
  return passes ? { outcome: 'temporary', answer } : undefined
}

/** Servers repeat the address in their answer; the ledger and the log hold none. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…').slice(0, 300)

/** Many servers still answer RCPT with a bare 550 "no such user", without an enhanced code. */
function speaksOfMailbox(responseCode: number, command: string | undefined, response: string): boolean {
  if (MAILBOX.test(response)) return true
  return command === 'RCPT TO' && [550, 551, 553].includes(responseCode) && !ENHANCED.test(response)
}
