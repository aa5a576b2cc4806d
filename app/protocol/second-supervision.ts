import { reasonNamed } from './reasons'
import type { StudyProtocol } from './study'

/** What an earlier supervision of the same client came to, when it keeps the client from being asked again. */
export type Before = 'withdrew' | 'refused_before' | 'took_part_before'

/** What is known of the other supervisions of a client. */
export type EarlierFacts = {
  /** The client withdrew from the study. */
  readonly withdrawn: boolean
  /** The client was interviewed at the first wave of one of them. */
  readonly interviewed: boolean
  /** Reasons under which they left at the approach. */
  readonly leftAtApproach: readonly string[]
}

/** The published group that counts clients who did not want to take part (protocol §2, step 5). */
export const REFUSED = 'refused'

/**
 * One rule for a client's second supervision (decided; protocol §6): who withdrew, took part or refused is not asked
 * again. A client who was never met (left before the approach, did not appear, could not be met) is a new one. The
 * strongest comes first: a withdrawal ends every contact, whatever went before it.
 */
export function beforeOf(study: Pick<StudyProtocol, 'reasons'>, facts: EarlierFacts): Before | null {
  if (facts.withdrawn) return 'withdrew'
  if (facts.interviewed) return 'took_part_before'
  const refused = facts.leftAtApproach.some((code) => reasonNamed(study, 'approach', code)?.group === REFUSED)
  return refused ? 'refused_before' : null
}
