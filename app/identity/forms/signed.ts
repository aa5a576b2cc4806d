import type { Day } from '../../protocol/day'
import type { Signing } from '../../protocol/signing'
import type { Paper } from './papers'

/** What a client can say to one scope of a form (protocol §6). */
export type ScopeAnswer = 'accepted' | 'declined' | 'not_asked'
/** A signed form: which version, in which language, on which day, where, and the answer to each scope. */
export type SignedForm = {
  readonly registrationId: string
  readonly version: string
  readonly language: 'nl' | 'en'
  readonly signedOn: Day
  readonly location: string
  readonly way: 'tablet' | 'paper' | 'import'
  readonly scopes: Readonly<Record<string, ScopeAnswer>>
  /** Kept when the client says yes to the scope that needs it. */
  readonly telephone?: string
  /** What was answered to the questions on understanding, and who signed with the client when that was needed. */
  readonly capacity?: Readonly<Record<string, boolean>>
  readonly guardian?: string
  /** Who signed, of a paper form; on a tablet the drawn signatures say it. */
  readonly signed?: Signing['signed']
  readonly papers?: readonly Paper[]
  /** The client signs once more, although a form of this version is in force. */
  readonly again?: true
}
