import type { Day } from '../protocol/day'
import type { Written } from './compose'

/** A message on its way: of which study and day, for which supervisor (a pseudonym), and to whom when it really goes. */
export type Message = Written & {
  readonly studyId: string
  readonly day: Day
  readonly envelopeId: string
  /** Left of the @ of the Message-ID: the same at every try. */
  readonly messageId: string
  /** Empty for whoever runs the study. */
  readonly pseudonym: string
  readonly to?: { readonly name: string; readonly email: string }
  /** What the study set: the name before the sender's address, and where an answer goes. */
  readonly from?: { readonly senderName: string | null; readonly replyTo: string | null }
}

/** What became of it. Anything that is none of these throws: somebody has to look. */
export type Delivery =
  | { readonly outcome: 'delivered'; readonly answer: string }
  | { readonly outcome: 'suppressed' }
  /** The server cannot now (SMTP 4xx, no connection): try again later. */
  | {
      readonly outcome: 'temporary'
      readonly answer: string
      /** Whether it may have arrived all the same: false when the server never got the text. */
      readonly handedOver: boolean
      /** Whether the server refused this recipient, and not everybody. */
      readonly ofRecipient: boolean
    }
  /** Nobody is there to read it: a task for the coordinator, not for another try. */
  | { readonly outcome: 'unknown_mailbox'; readonly answer: string }

/** A way out. Only `smtp` needs an address: for the others no name is opened. */
export type Transport = {
  readonly name: 'smtp' | 'demo' | 'suppressed'
  readonly send: (message: Message) => Promise<Delivery>
  readonly close?: () => void
}

/** A replay writes down what would have gone out, and sends nothing. */
export const suppressed: Transport = { name: 'suppressed', send: async () => ({ outcome: 'suppressed' }) }
