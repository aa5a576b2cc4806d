import { now } from '../../platform/clock'
import type { StudyTx } from '../../platform/database'
import { backOffMs, givenUp } from '../../protocol/sending'
import type { Claim } from './claimed'
import { STOPPED } from './stopped'
import { UNHEARD } from './untried'

/** What is to be tried again. */
export type PutOff =
  | {
      readonly state: 'retry'
      readonly answer: string
      /** Whether the message may have arrived all the same. */
      readonly handedOver: boolean
      /** Whether its recipient was refused, and not everybody. */
      readonly ofRecipient: boolean
    }
  /** The server refuses in a way that neither waiting nor another address mends: somebody has to look. */
  | { readonly state: 'stopped'; readonly answer: string }

/** The server does not take it for this recipient: a task for the coordinator. */
type Refused = { readonly state: 'failed'; readonly reason: 'not_taken'; readonly answer: string }

/**
 * Puts an envelope that did not get through back to planned, for a while. Gives that it failed when there is no use in that:
 * its recipient was refused for days, or it was stopped again though others got through in between, so that it is not we
 * who are refused. Somebody else's claim stays.
 */
export async function putOff(tx: StudyTx, { id, attempts }: Claim, outcome: PutOff): Promise<Refused | null> {
  const instant = now()
  const envelope = await tx.mailEnvelope.findFirst({ where: { id, attempts, state: 'sending' } })
  if (!envelope) return null
  const { answer } = outcome
  const useless =
    outcome.state === 'stopped'
      ? envelope.reason === STOPPED && (await othersGotThrough(tx, envelope))
      : outcome.ofRecipient && givenUp(attempts, envelope.plannedAt, instant)
  if (useless) return { state: 'failed', reason: 'not_taken', answer }
  const retryAt = new Date(instant.getTime() + backOffMs(attempts, Math.random()))
  await tx.mailEnvelope.updateMany({
    where: { id, attempts, state: 'sending' },
    data: { state: 'planned', retryAt, reason: reasonOf(outcome, envelope), answer },
  })
  return null
}

/** Why it waits. That no server got it is only true when it was so at every try. */
function reasonOf(outcome: PutOff, before: Claim & { readonly reason: string | null }): string | null {
  if (outcome.state === 'stopped') return STOPPED
  return !outcome.handedOver && (before.attempts === 1 || before.reason === UNHEARD) ? UNHEARD : null
}

type Stopped = { readonly id: string; readonly studyId: string; readonly retryAt: Date | null }

/** Since the moment from which an envelope that was stopped might be tried again: what left earlier may have been before it. */
async function othersGotThrough(tx: StudyTx, { id, studyId, retryAt }: Stopped): Promise<boolean> {
  if (!retryAt) return false
  const other = await tx.mailEnvelope.findFirst({
    where: { studyId, id: { not: id }, sentAt: { gte: retryAt } },
    select: { id: true },
  })
  return other !== null
}
