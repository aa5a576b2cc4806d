import { forgetPace } from '../../app/identity/mail-pace'
import { now } from '../../app/platform/clock'
import type { Occasion } from '../../app/platform/occasion'
import type { Claimed } from '../../app/records/ledger/claimed'
import { orRelease, renewClaim } from '../../app/records/ledger/dispatch'
import { stillToSay } from '../../app/records/ledger/look-again'
import type { MailOutcomes, Outcome } from '../../app/records/ledger/settle'
import { signedBy } from '../../app/records/messages/setting'
import type { Desk } from '../desk'
import { deliver } from './deliver'
import { type Settling, settling } from './settling'
import { type Ready, supply } from './supply'
import { written } from './written'

/**
 * Sends by SMTP in as many lanes as the desk says, each with one message on its way. Each looks once more whether it is
 * still meant, immediately before the server is told, and is written down as soon as the server has answered. What nobody
 * can mend by waiting ends all lanes after the message at hand, and is thrown.
 */
export async function sendBySmtp(desk: Desk, occasion: Occasion): Promise<MailOutcomes> {
  await forgetPace(desk.vault, now())
  const signed = await signedBy(desk.study, occasion.study)
  const ledger = settling(desk, occasion)
  const waiting = supply(desk, occasion)
  const failures: unknown[] = []
  const lane = async () => {
    try {
      while (failures.length === 0) {
        const ready = await waiting.next()
        if (!ready) return
        await send(desk, occasion, ready, { ledger, signed })
      }
    } catch (error) {
      failures.push(error)
    }
  }
  await Promise.all(Array.from({ length: desk.sending.lanes }, lane))
  await waiting.close()
  if (failures.length > 0) throw failures[0]
  return ledger.total()
}

type With = { readonly ledger: Settling; readonly signed: Awaited<ReturnType<typeof signedBy>> }

async function send(desk: Desk, occasion: Occasion, { envelope, to, tokens }: Ready, { ledger, signed }: With) {
  const settle = (outcome: Outcome) => ledger.settle({ envelope, outcome })
  if (!to) return settle({ state: 'failed', reason: 'no_address', answer: null })
  if (to === 'unreadable') {
    await settle({ state: 'stopped', answer: UNREADABLE })
    throw new Error(UNREADABLE)
  }
  const still = await orRelease(desk.study, [envelope], () => stillOurs(desk, occasion, envelope))
  if (!still) return
  const message = { ...written(desk, occasion, still, { tokens, signed }), to }
  await deliver(desk, ledger, still, message)
}

/** What is still to be said, when it is still ours to say. */
async function stillOurs({ study }: Desk, occasion: Occasion, envelope: Claimed): Promise<Claimed | null> {
  const [still] = await stillToSay(study, occasion, [envelope])
  return still && (await renewClaim(study, still)) ? still : null
}

const UNREADABLE = 'the address of a supervisor does not open with the keys at hand'
