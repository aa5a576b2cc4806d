import type { Day } from '../protocol/day'
import type { StudyProtocol } from '../protocol/study'

/** A study of this installation: its row and the protocol that it follows. */
export type StudyRef = { readonly id: string; readonly code: string; readonly protocol: StudyProtocol }

/**
 * In which study, by whom and on which protocol day something happens; `request` makes a row of an import happen once.
 * The actor is `system`, `import`, `account:<id>`, or `supervisor:<id>` for whoever came by a personal link. `past` is told
 * of a time that is over: it counts on its own day, and nobody is mailed about it. For the audit only: the role of the account
 * at this moment, and the network that the request came from (`networkOf`).
 */
export type Occasion = {
  readonly study: StudyRef
  readonly actor: string
  readonly today: Day
  readonly request?: string
  readonly past?: boolean
  readonly role?: string | undefined
  readonly origin?: string | undefined
}

/** The same occasion for a half of a verb that is recognised otherwise: the request belongs to the other half. */
export const withoutRequest = ({ study, actor, today, role, origin }: Occasion): Occasion => ({
  study,
  actor,
  today,
  role,
  origin,
})
