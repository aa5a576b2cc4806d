import { composeAlarm } from '../app/mail/alarm'
import { smtpTransport } from '../app/mail/smtp'
import { suppressed, type Transport } from '../app/mail/transport'
import { systemToday } from '../app/platform/clock'
import type { StudyDb } from '../app/platform/database'
import type { Environment } from '../app/platform/environment'
import { newId } from '../app/platform/id'
import { ANY_TIME, type Sending } from '../app/protocol/sending'
import { keepDemoMessage } from '../app/records/ledger/demo-messages'
import type { Lookout } from './lookout'

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
  return smtpUrl ? smtpTransport(smtpUrl, mailFrom, LANES) : suppressed
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

/**
 * Tells of an alarm by mail to everybody of KOPPEL_ALARM_TO, past the ledger: it may be the ledger that stands still.
 * Undefined where there is nobody to tell, or no way. Throws when one of them was not reached.
 */
export function tellingOf({ mode, smtpUrl, mailFrom, alarmTo, baseUrl }: Environment): Lookout['tell'] {
  if (mode === 'demo' || !smtpUrl || alarmTo.length === 0) return undefined
  return async (study, { kind, amount, raisedAt }) => {
    const transport = smtpTransport(smtpUrl, mailFrom)
    const written = composeAlarm({ study: study.code, kind, amount, raisedAt, jobs: `${baseUrl}/jobs` })
    try {
      for (const email of alarmTo) {
        const [envelopeId, messageId] = [newId(), newId()]
        const ids = { studyId: study.id, day: systemToday(), envelopeId, messageId, pseudonym: '' }
        const { outcome } = await transport.send({ ...written, ...ids, to: { name: '', email } })
        if (outcome !== 'delivered') throw new Error(`the mail server did not take it: ${outcome}`)
      }
    } finally {
      transport.close?.()
    }
  }
}
