import type { PlaceOn } from './inclusion'
import { reasonNamed } from './reasons'
import type { Before } from './second-supervision'
import type { CaseFacts, StudyProtocol } from './study'

/** All that step 1 looks at. Every way into the study (one row, a file of them, a second look) brings the same facts. */
export type RegisterFacts = {
  readonly status: CaseFacts['status']
  /** Places still free with the supervisor; of a case without one: all of them. */
  readonly places: number
  readonly open: PlaceOn
  /** What an earlier supervision of the same client came to; null when nothing stands in the way. */
  readonly before: Before | null
  /** The client stands on the list of people who do not want to be asked. */
  readonly doNotAsk: boolean
}

/** Why a registration does not go on at step 1. */
export type RegisterReason =
  | 'do_not_ask'
  | Before
  | Exclude<PlaceOn, 'open'>
  | Exclude<CaseFacts['status'], 'running'>
  | 'supervisor_full'
export type RegisterStep = { readonly open: true } | { readonly open: false; readonly reason: RegisterReason }

/**
 * Step 1, from the register and what the study knows already (protocol §2). What will not change comes first, so that a
 * case that can come back by itself is never one that could not go on anyway. A reason that the study does not have at
 * this step keeps nobody out.
 */
export function registerStep(study: Pick<StudyProtocol, 'reasons'>, facts: RegisterFacts): RegisterStep {
  const reasons: readonly (RegisterReason | false | null)[] = [
    facts.doNotAsk && 'do_not_ask',
    facts.before,
    facts.open === 'outside_inclusion_period' && facts.open,
    facts.status !== 'running' && facts.status,
    facts.open === 'location_not_open' && facts.open,
    facts.places <= 0 && 'supervisor_full',
  ]
  const reason = reasons.find((code) => code && reasonNamed(study, 'register', code))
  return reason ? { open: false, reason } : { open: true }
}
