import { VALID_MINUTES } from '../app/identity/access-codes'
import { addressOf } from '../app/identity/addresses'
import { wrongTries } from '../app/identity/code-limits'
import { type CodeOutcome, claimCodes, forgetCodes, settleCode, type WaitingCode } from '../app/identity/code-mail'
import { composeCode } from '../app/mail/code'
import type { Delivery, Message } from '../app/mail/transport'
import { now } from '../app/platform/clock'
import { newId } from '../app/platform/id'
import type { Occasion } from '../app/platform/occasion'
import { todayOf } from '../app/records/clock'
import { signedBy } from '../app/records/messages/setting'
import { studies } from '../app/records/studies'
import { pseudonymOfSupervisor } from '../app/records/whose'
import type { Desk } from './desk'

/**
 * Sends the codes that supervisors asked for, in every study, whatever its clock says: somebody sits waiting. They are
 * no part of the day's one mail. Throws what nobody can mend by waiting; what was sent until then is written down.
 */
export async function sendCodes(desk: Desk): Promise<void> {
  await forgetCodes(desk.vault, now())
  for (const study of await studies(desk.study)) {
    const claimed = await claimCodes(desk.vault, study.id, now())
    if (claimed.length === 0) continue
    const occasion: Occasion = { study, actor: 'system', today: await todayOf(desk.study, study.id) }
    const left = [...claimed]
    try {
      for (let code = left[0]; code; code = left[0]) {
        await settleCode(desk.vault, occasion, code, await send(desk, occasion, code))
        left.shift()
      }
    } finally {
      for (const code of left) await settleCode(desk.vault, occasion, code, 'planned')
    }
  }
}

const OUTCOMES = {
  delivered: 'sent',
  suppressed: 'unsent',
  temporary: 'planned',
  unknown_mailbox: 'failed',
} as const satisfies Record<Delivery['outcome'], CodeOutcome>

async function send({ study: db, vault, transport }: Desk, { study, today }: Occasion, waiting: WaitingCode) {
  const { id, supervisorId, language, code } = waiting
  const wrong = await wrongTries(vault, supervisorId)
  const signed = await signedBy(db, study)
  const written = composeCode(language, signed, { code, minutes: VALID_MINUTES, wrong })
  const pseudonym = await pseudonymOfSupervisor(db, study, supervisorId)
  // the vault's id of the code leaves in the Message-ID only: the demo's mailbox stands in study and gets another
  const message: Message = {
    ...written,
    from: signed,
    studyId: study.id,
    day: today,
    envelopeId: newId(),
    messageId: id,
    pseudonym,
  }
  if (transport.name !== 'smtp') return OUTCOMES[(await transport.send(message)).outcome]
  const to = await addressOf(vault, supervisorId)
  return to ? OUTCOMES[(await transport.send({ ...message, to })).outcome] : 'failed'
}
