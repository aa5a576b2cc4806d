import { compose } from '../../app/mail/compose'
import type { Signed } from '../../app/mail/signed'
import type { Delivery, Message } from '../../app/mail/transport'
import type { Occasion } from '../../app/platform/occasion'
import { answerUrl } from '../../app/platform/personal-link'
import type { Claimed } from '../../app/records/ledger/claimed'
import type { Outcome } from '../../app/records/ledger/settle'
import { issueLinks } from '../../app/records/links/issued'
import type { Desk } from '../desk'

/** The token of each line's link, by the line's id. */
export type Tokens = ReadonlyMap<string, string>

/** Links for all that is asked in these envelopes: a link is known before anybody has it. */
export async function tokensFor(desk: Desk, occasion: Occasion, claimed: readonly Claimed[]): Promise<Tokens> {
  const lines = claimed.flatMap(({ supervisorId, lines }) =>
    lines.flatMap(({ id: line, asked }) => (asked ? [{ ...asked.link, supervisorId, line }] : [])),
  )
  const wanted = lines.map(({ kind, id, supervisorId }) => ({ kind, id, supervisorId }))
  const tokens = await issueLinks(desk.study, occasion, desk.linkKey, wanted)
  return new Map(lines.map(({ line }, at) => [line, tokens[at] as string]))
}

/** The message of an envelope, without an address. */
export function written(
  { baseUrl }: Desk,
  { study, today }: Occasion,
  envelope: Claimed,
  { tokens, signed }: { readonly tokens: Tokens; readonly signed: Signed },
): Message {
  const tasks = envelope.lines.map(({ id, kind, pseudonym, asked }) => ({
    kind,
    pseudonym,
    asked: asked && { until: asked.until, link: answerUrl(baseUrl, tokens.get(id) as string) },
  }))
  const { id: envelopeId, messageId, pseudonym } = envelope
  const text = compose(envelope.language, signed, tasks)
  return { ...text, from: signed, studyId: study.id, day: today, envelopeId, messageId, pseudonym }
}

/** What the ledger says of what a server said. */
export function outcomeOf(delivery: Delivery): Outcome {
  switch (delivery.outcome) {
    case 'delivered':
      return { state: 'sent', answer: delivery.answer }
    case 'suppressed':
      return { state: 'suppressed', answer: null }
    case 'temporary': {
      const { answer, handedOver, ofRecipient } = delivery
      return { state: 'retry', answer, handedOver, ofRecipient }
    }
    case 'unknown_mailbox':
      return { state: 'failed', reason: 'unknown_mailbox', answer: delivery.answer }
  }
}
