import type { Day } from '../protocol/day'
import type { StudyProtocol } from '../protocol/study'

/** A study of this installation: its row and the protocol that it follows. */
export type StudyRef = { readonly id: string; readonly code: string; readonly protocol: StudyProtocol }

/** Who did something: a person with an account, a supervisor by a personal link, an import, or the system's own sweeps. */
export type Actor = 'system' | 'import' | `account:${string}` | `supervisor:${string}`

/** In which study, by whom and on which protocol day something happens; `request` makes a row of an import happen once. */
export type Occasion = {
  readonly study: StudyRef
  readonly actor: string
  readonly today: Day
  readonly request?: string
}
