import { smtpTransport } from '../app/mail/smtp'
import { suppressed, type Transport } from '../app/mail/transport'
import type { StudyDb } from '../app/platform/database'
import type { Environment } from '../app/platform/environment'
import { keepDemoMessage } from '../app/records/ledger/demo-messages'

/** The demo's mail ends in the mailbox page of the application. */
export const demoTransport = (db: StudyDb): Transport => ({
  name: 'demo',
  send: async (message) => {
    await keepDemoMessage(db, message)
    return { outcome: 'delivered', answer: 'mailbox of the demo' }
  },
})

/**
 * How this installation sends: the demo into its own mailbox, others by SMTP_URL. Without one nothing goes out and
 * the ledger says `suppressed`; production does not start without one.
 */
export function transportOf({ mode, smtpUrl, mailFrom }: Environment, db: StudyDb): Transport {
  if (mode === 'demo') return demoTransport(db)
  return smtpUrl ? smtpTransport(smtpUrl, mailFrom) : suppressed
}
