import type { Occasion } from '../../platform/occasion'
import type { Case } from '../case'

/** Who said something about a case: the supervisor, a stand-in who was asked, a coordinator for them, or a file. */
export type AnsweredBy = 'supervisor' | 'stand_in' | 'coordinator' | 'import'

/** By the actor of the occasion; somebody behind a personal link is the supervisor who was asked, or their stand-in. */
export function answeredBy({ actor }: Occasion, { inquiry }: Pick<Case, 'inquiry'>): AnsweredBy {
  if (actor.startsWith('account:')) return 'coordinator'
  if (!actor.startsWith('supervisor:')) return 'import'
  return inquiry && actor !== `supervisor:${inquiry.supervisorId}` ? 'stand_in' : 'supervisor'
}
