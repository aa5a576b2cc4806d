import { createTransport } from 'nodemailer'
import { classify, withoutAddresses } from './smtp-errors'
import type { Message, Transport } from './transport'

/**
 * Mail by SMTP, over so many connections that are kept open while there is mail. Takes the server's URL (`smtps://user:password@host:465`) and the sender; the part of the Message-ID
 * right of the @ is the sender's domain. A message without an address is refused: that is a mistake of ours.
 */
export function smtpTransport(url: string, from: string, connections = 1): Transport {
  const kept = { ...POOL, maxConnections: connections }
  const mailer = createTransport({ url, ...kept, ...WAITS, disableFileAccess: true, disableUrlAccess: true }, { from })
  const [, address, domain] = /([^\s<>@]+@([^\s<>@]+?))>?\s*$/.exec(from) ?? []
  if (!address || !domain) throw new RangeError('the sender of the mail is no address: name@organisation.nl')
  return {
    name: 'smtp',
    close: () => mailer.close(),
    send: async ({ to, from: study, subject, text, html, messageId }: Message) => {
      if (!to) throw new RangeError('no address to send to')
      if (!ADDRESS.test(to.email)) return { outcome: 'unknown_mailbox', answer: 'not an e-mail address' }
      try {
        const { response } = await mailer.sendMail({
          ...(study?.senderName && { from: { name: oneLine(study.senderName), address } }),
          ...(study?.replyTo && { replyTo: { name: '', address: study.replyTo } }),
          to: { name: oneLine(to.name), address: to.email },
          subject: oneLine(subject),
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          // no out-of-office answers to a machine
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(LONGEST_MS),
        })
        return { outcome: 'delivered', answer: withoutAddresses(response) }
      } catch (error) {
        const delivery = classify(error)
        if (!delivery) throw new MailStopped(error)
        return delivery
      }
    },
  }
}

/** The mail server refuses in a way that neither waiting nor another address mends. Says why, without any address. */
export class MailStopped extends Error {
  override name = 'MailStopped'
  constructor(error: unknown) {
    const { message, code } = error as { message?: string; code?: string }
    super(`${code ?? 'mail'}: ${withoutAddresses(message ?? 'unknown error')}`)
  }
}

// The ledger tries again, under the same Message-ID: here nothing is sent twice. Servers end idle connections after a
// while; ours are gone before.
const POOL = { pool: true, maxRequeues: 0, idleTimeout: 10_000 } as const
// Far below the ten minutes after which the ledger takes a sender for dead.
const WAITS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 }
/** A server that answers a letter at a time keeps no message longer than this. */
const LONGEST_MS = 120_000
/** One address and nothing else: no list, no second header. */
const ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/

/** A header is one line, whatever a name in the register contains. */
const oneLine = (text: string) => text.replace(/[\r\n\t\0]+/g, ' ').trim()
