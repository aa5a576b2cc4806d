import { addressOf } from '../app/identity/addresses'
import { compose } from '../app/mail/compose'
import type { Signed } from '../app/mail/signed'
import type { Delivery, Message } from '../app/mail/transport'
import type { Occasion } from '../app/platform/occasion'
import { answerUrl } from '../app/platform/personal-link'
import { type Claimed, claimMail, readyMail } from '../app/records/ledger/dispatch'
import { type MailOutcomes, NO_MAIL, type Outcome, type Settled, settleMail } from '../app/records/ledger/settle'
import { issueLinks } from '../app/records/links/issued'
import { signedBy } from '../app/records/messages/setting'
import type { Desk } from './desk'

/** A server takes one message at a time, so that a crash leaves one in doubt; writing them down takes many. */
const AT_ONCE = { smtp: 1, demo: 50, suppressed: 500 }

/**
 * Sends what waits in the ledger for today. Returns how many envelopes ended in which way. Throws what nobody can
 * mend by waiting (a refused login); what was sent until then is written down, the rest stays and is taken up again.
 */
export async function sendWaitingMail(desk: Desk, occasion: Occasion): Promise<MailOutcomes> {
  let total = NO_MAIL
  const stuckAfter = desk.transport.name === 'suppressed' ? 0 : undefined
  if (!(await readyMail(desk.study, occasion, stuckAfter))) return total
  while (!desk.stop?.aborted) {
    const { claimed, more } = await claimMail(desk.study, occasion, AT_ONCE[desk.transport.name])
    if (!more) break
    total = sum(total, await sendAll(desk, occasion, claimed))
  }
  return total
}

async function sendAll(desk: Desk, occasion: Occasion, claimed: readonly Claimed[]): Promise<MailOutcomes> {
  const settled: Settled[] = []
  // a link is known before anybody has it
  const tokens = await tokensFor(desk, occasion, claimed)
  const signed = await signedBy(desk.study, occasion.study)
  try {
    for (const envelope of claimed)
      settled.push({ envelope, outcome: await send(desk, occasion, envelope, { tokens, signed }) })
  } catch (error) {
    await settleMail(desk.study, occasion, settled)
    throw error
  }
  return settleMail(desk.study, occasion, settled)
}

/** One envelope. Only mail that really goes needs an address: else no name is opened. */
async function send(desk: Desk, occasion: Occasion, envelope: Claimed, known: Known): Promise<Outcome> {
  const message = write(desk, occasion, envelope, known)
  if (desk.transport.name !== 'smtp') return outcomeOf(await desk.transport.send(message))
  const to = await addressOf(desk.vault, envelope.supervisorId)
  if (!to) return { state: 'failed', reason: 'no_address', answer: null }
  return outcomeOf(await desk.transport.send({ ...message, to }))
}

/** The token of each line's link, by the line's id. */
type Tokens = ReadonlyMap<string, string>
/** What the messages of a turn need beside what stands in them: their links, and whose mail it is. */
type Known = { readonly tokens: Tokens; readonly signed: Signed }

async function tokensFor(desk: Desk, occasion: Occasion, claimed: readonly Claimed[]): Promise<Tokens> {
  const lines = claimed.flatMap(({ supervisorId, lines }) =>
    lines.flatMap(({ id: line, asked }) => (asked ? [{ ...asked.link, supervisorId, line }] : [])),
  )
  const wanted = lines.map(({ kind, id, supervisorId }) => ({ kind, id, supervisorId }))
  const tokens = await issueLinks(desk.study, occasion, desk.linkKey, wanted)
  return new Map(lines.map(({ line }, at) => [line, tokens[at] as string]))
}

function write({ baseUrl }: Desk, { study, today }: Occasion, envelope: Claimed, { tokens, signed }: Known): Message {
  const tasks = envelope.lines.map(({ id, kind, pseudonym, asked }) => ({
    kind,
    pseudonym,
    asked: asked && { until: asked.until, link: answerUrl(baseUrl, tokens.get(id) as string) },
  }))
  const { id: envelopeId, messageId, pseudonym } = envelope
  const written = compose(envelope.language, signed, tasks)
  return { ...written, from: signed, studyId: study.id, day: today, envelopeId, messageId, pseudonym }
}

function outcomeOf(delivery: Delivery): Outcome {
  switch (delivery.outcome) {
    case 'delivered':
      return { state: 'sent', answer: delivery.answer }
    case 'suppressed':
      return { state: 'suppressed', answer: null }
    case 'temporary':
      return { state: 'retry', answer: delivery.answer }
    case 'unknown_mailbox':
      return { state: 'failed', reason: 'unknown_mailbox', answer: delivery.answer }
  }
}

const sum = (a: MailOutcomes, b: MailOutcomes): MailOutcomes => ({
  sent: a.sent + b.sent,
  suppressed: a.suppressed + b.suppressed,
  failed: a.failed + b.failed,
  retry: a.retry + b.retry,
})
