import { now } from '../app/platform/clock'
import type { Occasion } from '../app/platform/occasion'
import { maySend } from '../app/protocol/sending'
import { beginAnewAfterOutage } from '../app/records/ledger/after-outage'
import type { Claimed } from '../app/records/ledger/claimed'
import { claimMail } from '../app/records/ledger/dispatch'
import { readyMail } from '../app/records/ledger/ready'
import { type MailOutcomes, NO_MAIL, type Settled, settleMail } from '../app/records/ledger/settle'
import { pausedUntil } from '../app/records/ledger/stopped'
import { signedBy } from '../app/records/messages/setting'
import type { Desk } from './desk'
import { sendBySmtp } from './sending/by-smtp'
import { sum } from './sending/settling'
import { sendToStaff } from './sending/to-staff'
import { outcomeOf, tokensFor, written } from './sending/written'

/** What goes nowhere is only written down, many at a time. */
const AT_ONCE = { demo: 50, suppressed: 500 }

/**
 * Sends what waits in the ledger for today, when it may leave. Returns how many envelopes ended in which way. Throws what
 * nobody can mend by waiting (a refused login); what was sent until then is written down, the rest stays and is taken up
 * again after a pause that grows.
 */
export async function sendWaitingMail(desk: Desk, occasion: Occasion): Promise<MailOutcomes> {
  const { study: db, transport, sending } = desk
  const instant = now()
  if (!maySend(sending, occasion.today, instant)) return NO_MAIL
  const pause = await pausedUntil(db, occasion.study.id)
  if (pause && pause > instant) return NO_MAIL
  if (!(await readyMail(db, occasion, transport.name === 'suppressed' ? 0 : sending.stuckAfterMs))) return NO_MAIL
  await beginAnewAfterOutage(db, occasion)
  const { name } = transport
  // a coordinator whom the server refuses keeps no supervisor waiting
  const [toStaff] = await Promise.allSettled([sendToStaff(desk, occasion)])
  const toSupervisors =
    name === 'smtp' ? await sendBySmtp(desk, occasion) : await writeDown(desk, occasion, AT_ONCE[name])
  if (toStaff.status === 'rejected') throw toStaff.reason
  return sum(toStaff.value, toSupervisors)
}

async function writeDown(desk: Desk, occasion: Occasion, most: number): Promise<MailOutcomes> {
  let total = NO_MAIL
  while (!desk.stop?.aborted) {
    const { claimed, more } = await claimMail(desk.study, occasion, most)
    if (!more) break
    total = sum(total, await settleMail(desk.study, occasion, await handOver(desk, occasion, claimed)))
  }
  return total
}

/** No name is opened: only mail that really goes needs an address. */
async function handOver(desk: Desk, occasion: Occasion, claimed: readonly Claimed[]): Promise<Settled[]> {
  const tokens = await tokensFor(desk, occasion, claimed)
  const signed = await signedBy(desk.study, occasion.study)
  const settled: Settled[] = []
  for (const envelope of claimed) {
    const delivery = await desk.transport.send(written(desk, occasion, envelope, { tokens, signed }))
    settled.push({ envelope, outcome: outcomeOf(delivery) })
  }
  return settled
}
