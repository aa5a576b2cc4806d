import { coordinatorAddresses, coordinatorsOf } from '../../app/identity/staff-mail'
import type { Signed } from '../../app/mail/signed'
import { MailStopped } from '../../app/mail/smtp'
import { composeForStaff } from '../../app/mail/staff'
import type { Message } from '../../app/mail/transport'
import type { Occasion } from '../../app/platform/occasion'
import { type MailOutcomes, NO_MAIL, type Outcome, settleMail } from '../../app/records/ledger/settle'
import { claimForStaff, type StaffMail } from '../../app/records/ledger/staff'
import { signedBy } from '../../app/records/messages/setting'
import type { Desk } from '../desk'
import { sum } from './settling'
import { outcomeOf } from './written'

/**
 * Sends the day's message to whoever coordinates: few, so one at a time, and no pace. Only where mail really goes a name is
 * opened. Returns how many ended in which way; throws what nobody can mend by waiting, after it was written down.
 */
export async function sendToStaff(desk: Desk, occasion: Occasion): Promise<MailOutcomes> {
  let total = NO_MAIL
  while (!desk.stop?.aborted) {
    const to = await recipients(desk, occasion)
    const { mail, more } = await claimForStaff(desk.study, occasion, (id) => to.has(id))
    if (!more) break
    if (!mail) continue
    const message = written(desk, occasion, mail, await signedBy(desk.study, occasion.study))
    const address = to.get(mail.to)
    try {
      const delivery = await desk.transport.send({ ...message, ...(address && { to: address }) })
      total = sum(total, await settle(desk, occasion, mail, outcomeOf(delivery)))
    } catch (error) {
      if (error instanceof MailStopped) await settle(desk, occasion, mail, { state: 'stopped', answer: error.message })
      throw error
    }
  }
  return total
}

const settle = ({ study }: Desk, occasion: Occasion, envelope: StaffMail, outcome: Outcome) =>
  settleMail(study, occasion, [{ envelope, outcome }])

/** Who coordinates now, with an address where one is needed. */
async function recipients({ vault, transport }: Desk, { study }: Occasion) {
  if (transport.name === 'smtp') return coordinatorAddresses(vault, study.id)
  return new Map((await coordinatorsOf(vault, study.id)).map(({ id }) => [id, null] as const))
}

function written({ baseUrl }: Desk, { study, today }: Occasion, mail: StaffMail, signed: Signed): Message {
  const { id: envelopeId, messageId, language, digest, warnings } = mail
  const text = composeForStaff(language, signed, {
    on: today,
    list: `${baseUrl.replace(/\/+$/, '')}/today`,
    digest,
    warnings,
  })
  return { ...text, from: signed, studyId: study.id, day: today, envelopeId, messageId, pseudonym: '' }
}
