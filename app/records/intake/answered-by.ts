import type { Occasion } from '../../platform/occasion'
import { type Result, refuse } from '../../protocol/refusal'
import type { Case } from '../case'

/** Who said something about a case: the supervisor, a stand-in who was asked, an account for them, or a file. */
export type AnsweredBy = 'supervisor' | 'stand_in' | 'account' | 'import'

/** By the actor of the occasion; somebody behind a personal link is the supervisor who was asked, or their stand-in. */
export function answeredBy({ actor }: Occasion, { inquiry }: Pick<Case, 'inquiry'>): AnsweredBy {
  if (actor.startsWith('account:')) return 'account'
  if (!actor.startsWith('supervisor:')) return 'import'
  return inquiry && actor !== `supervisor:${inquiry.supervisorId}` ? 'stand_in' : 'supervisor'
}

/**
 * Refuses who has a link to a question that is somebody else's by now: they handed it over, or stood in and do so no
 * more. Null for whoever is asked, the supervisor beside a stand-in, and for everybody who has no link.
 */
export function askedElsewhere({ actor }: Occasion, { inquiry }: Pick<Case, 'inquiry'>): Result<never> | null {
  if (!actor.startsWith('supervisor:') || !inquiry) return null
  const asked = [inquiry.askedId, inquiry.supervisorId].some((id) => actor === `supervisor:${id}`)
  return asked ? null : refuse('asked_elsewhere', { field: 'supervision' })
}
