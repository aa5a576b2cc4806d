import type { MailKind } from './kinds'
import type { PlannedLine } from './lines'

/** Whose claim an envelope is: an envelope that somebody else claimed since was tried more often. */
export type Claim = {
  readonly id: string
  /** How often it was tried, this time included. */
  readonly attempts: number
}

/** An envelope to a supervisor that is ours to send, with what is still to be said in it. */
export type Claimed = Claim & {
  readonly messageId: string
  readonly supervisorId: string
  /** The supervisor's pseudonym. */
  readonly pseudonym: string
  readonly language: string
  readonly lines: readonly ClaimedLine[]
}
export type ClaimedLine = {
  readonly id: string
  readonly kind: MailKind
  /** The client's pseudonym. */
  readonly pseudonym: string
  /** What is asked: what its link opens, and the last day that counts. Null when it asks for nothing. */
  readonly asked: PlannedLine['asked']
}
