import { MailStopped } from '../../app/mail/smtp'
import type { Message } from '../../app/mail/transport'
import type { Outcome, Settled } from '../../app/records/ledger/settle'
import type { Desk } from '../desk'
import type { Settling } from './settling'
import { outcomeOf } from './written'

/** Tells the server a message, and writes down what it said. What nobody can mend by waiting is written down too, and thrown. */
export async function deliver(
  { transport }: Desk,
  { settle }: Settling,
  envelope: Settled['envelope'],
  message: Message,
): Promise<void> {
  let outcome: Outcome
  try {
    outcome = outcomeOf(await transport.send(message))
  } catch (error) {
    if (error instanceof MailStopped) await settle({ envelope, outcome: { state: 'stopped', answer: error.message } })
    throw error
  }
  await settle({ envelope, outcome })
}
