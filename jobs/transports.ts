import { smtpTransport } from '../app/mail/smtp'
import { suppressed, type Transport } from '../app/mail/transport'
import type { StudyDb } from '../app/platform/database'
import type { Environment } from '../app/platform/environment'
import { ANY_TIME, type Sending } from '../app/protocol/sending'
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

/** Connections to the mail server that one worker keeps at work. */
const LANES = 4

/**
 * When and how fast this installation sends. Hours are kept in production only: whoever tries the system out would wait
 * for Monday. The demo's days have no hours, and days of rest as any.
 */
export function sendingOf({ mode, mailHours, mailPerMinute }: Environment): Sending {
  if (mode === 'demo') return { ...ANY_TIME, workingDays: true }
  const pace = { ...ANY_TIME, perMinute: mailPerMinute, lanes: LANES }
  return mode === 'production' ? { ...pace, hours: mailHours, workingDays: true } : pace
}
