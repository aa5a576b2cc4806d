import { coordinatorAddresses, coordinatorsOf } from '../../app/identity/staff-mail'
import type { Signed } from '../../app/mail/signed'
import { composeForStaff } from '../../app/mail/staff'
import type { Message } from '../../app/mail/transport'
import type { Occasion } from '../../app/platform/occasion'
import type { MailOutcomes } from '../../app/records/ledger/settle'
import { claimForStaff, type StaffMail } from '../../app/records/ledger/staff'
import { signedBy } from '../../app/records/messages/setting'
import type { Desk } from '../desk'
import { deliver } from './deliver'
import { settling } from './settling'

/**
 * Sends the day's message to whoever coordinates: few, so one at a time, and no pace. Only where mail really goes a name is
 * opened. Returns how many ended in which way; throws what nobody can mend by waiting, after it was written down.
 */
export async function sendToStaff(desk: Desk, occasion: Occasion): Promise<MailOutcomes> {
  const signed = await signedBy(desk.study, occasion.study)
  const ledger = settling(desk, occasion)
  while (!desk.stop?.aborted) {
    const to = await recipients(desk, occasion)
    const { mail, more } = await claimForStaff(desk.study, occasion, (id) => to.has(id))
    if (!more) break
    if (!mail) continue
    const message = written(desk, occasion, mail, signed)
    const address = to.get(mail.to)
    await deliver(desk, ledger, mail, { ...message, ...(address && { to: address }) })
  }
  return ledger.total()
}

/** Who coordinates now, with an address where one is needed. */
async function recipients({ vault, transport }: Desk, { study }: Occasion) {
  if (transport.name === 'smtp') return coordinatorAddresses(vault, study.id)
  return new Map((await coordinatorsOf(vault, study.id)).map(({ id }) => [id, null] as const))
}

function written({ baseUrl }: Desk, { study, today }: Occasion, mail: StaffMail, signed: Signed): Message {
  const { id: envelopeId, messageId, language, digest, warnings } = mail
  const text = composeForStaff(language, signed, {
    on: today,
    list: `${baseUrl}/today`,
    digest,
    warnings,
  })
  return { ...text, from: signed, studyId: study.id, day: today, envelopeId, messageId, pseudonym: '' }
}
