import type { Address } from '../../app/identity/addresses'
import { coordinatorsOf, officersOf, staffAddresses } from '../../app/identity/staff-mail'
import { composeHead } from '../../app/mail/audit-head'
import type { Signed } from '../../app/mail/signed'
import { composeForStaff } from '../../app/mail/staff'
import type { Message } from '../../app/mail/transport'
import { standing } from '../../app/platform/audit/heads'
import { ChainBroken } from '../../app/platform/audit/sealing'
import { now } from '../../app/platform/clock'
import { log } from '../../app/platform/log'
import type { Occasion } from '../../app/platform/occasion'
import type { MailOutcomes } from '../../app/records/ledger/settle'
import { claimForStaff, type StaffMail } from '../../app/records/ledger/staff'
import { signedBy } from '../../app/records/messages/setting'
import type { Desk } from '../desk'
import { deliver } from './deliver'
import { settling } from './settling'

/**
 * Sends the day's message to whoever coordinates and to who guards privacy: few, so one at a time, and no pace. Only where mail really goes a name is
 * opened. Returns how many ended in which way; throws what nobody can mend by waiting, after it was written down.
 */
export async function sendToStaff(desk: Desk, occasion: Occasion): Promise<MailOutcomes> {
  const signed = await signedBy(desk.study, occasion.study)
  const ledger = settling(desk, occasion)
  while (!desk.stop?.aborted) {
    const to = await recipients(desk, occasion)
    const { mail, more } = await claimForStaff(desk.study, occasion, (id, kind) =>
      (kind === 'audit_head' ? to.officers : to.coordinators).has(id),
    )
    if (!more) break
    if (!mail) continue
    const message = await written(desk, occasion, mail, signed)
    const address = to.coordinators.get(mail.to) ?? to.officers.get(mail.to)
    await deliver(desk, ledger, mail, { ...message, ...(address && { to: address }) })
  }
  return ledger.total()
}

/** Who coordinates and who guards privacy now, with an address where one is needed. */
async function recipients({ vault, transport }: Desk, { study }: Occasion) {
  if (transport.name === 'smtp') {
    const coordinators = await staffAddresses(vault, study.id, 'coordinator')
    return { coordinators, officers: await staffAddresses(vault, study.id, 'privacy_officer') }
  }
  const without = (all: readonly { id: string }[]) => new Map(all.map(({ id }) => [id, null as Address | null]))
  return {
    coordinators: without(await coordinatorsOf(vault, study.id)),
    officers: without(await officersOf(vault, study.id)),
  }
}

async function written(desk: Desk, occasion: Occasion, mail: StaffMail, signed: Signed): Promise<Message> {
  const { baseUrl } = desk
  const { study, today } = occasion
  const { id: envelopeId, messageId, language, digest, warnings, head } = mail
  const text = head
    ? composeHead(language, signed, {
        at: now().toISOString(),
        page: `${baseUrl}/privacy/audit`,
        chains: await heads(desk),
      })
    : composeForStaff(language, signed, { on: today, list: `${baseUrl}/today`, digest, warnings })
  return { ...text, from: signed, studyId: study.id, day: today, envelopeId, messageId, pseudonym: '' }
}

/** How the chains stand when the message leaves; null when one was cut: then that is what it says. */
async function heads({ study, vault }: Desk) {
  try {
    return await standing(study, vault)
  } catch (error) {
    if (!(error instanceof ChainBroken)) throw error
    log.error({ err: error }, 'the audit trail is not what was sealed')
    return null
  }
}
