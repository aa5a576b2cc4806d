import type { BreachClock } from '../../protocol/breach'
import type { DeviationState } from '../../protocol/deviations'
import type { FollowUpState } from '../../protocol/follow-up'
import type { PieceState } from '../../protocol/planner/state'
import type { StatementState } from '../../protocol/reconciliation'
import type { WaveStateName } from '../../protocol/waves'
import type { ImportState } from '../../records/imports'
import type { QueryState } from '../../records/queries/list'
import type { ReleaseState } from '../../records/releases/release'
import type { Tone } from '../../ui/badge'

/** How a wave's state looks. */
export const waveTone = {
  not_anchored: 'mute',
  not_yet: 'mute',
  open: 'calm',
  closing: 'soon',
  begun: 'soon',
  held: 'good',
  lost: 'mute',
  missed: 'late',
  withdrawn: 'mute',
} as const satisfies Record<WaveStateName, Tone>

/** How a piece of work looks. */
export const workTone = {
  overdue: 'late',
  due: 'soon',
  closing: 'soon',
  open: 'calm',
  later: 'mute',
  missed: 'late',
  done: 'good',
  dropped: 'mute',
} as const satisfies Record<PieceState, Tone>

/** How the comparison of a month looks. */
export const statementTone = {
  open: 'mute',
  matches: 'calm',
  differs: 'late',
  signed_off: 'good',
} as const satisfies Record<StatementState, Tone>

/** How the state of an import looks. */
export const importTone = {
  receiving: 'mute',
  received: 'soon',
  checking: 'calm',
  checked: 'soon',
  applying: 'calm',
  done: 'good',
  failed: 'late',
  dropped: 'mute',
} as const satisfies Record<ImportState, Tone>

/** How the clock of a breach looks. */
export const breachTone = {
  running: 'soon',
  over: 'late',
  in_time: 'good',
  late: 'late',
  not_needed: 'mute',
} as const satisfies Record<BreachClock['state'], Tone>

/** How a question about an answer looks. */
export const queryTone = {
  open: 'soon',
  answered: 'calm',
  closed: 'good',
} as const satisfies Record<QueryState, Tone>

export const deviationTone = {
  open: 'soon',
  decided: 'good',
  resolved: 'mute',
} as const satisfies Record<DeviationState, Tone>

/** How the follow-up of a participant looks. */
export const followUpTone = {
  lacking: 'late',
  due: 'soon',
  later: 'mute',
  known: 'good',
} as const satisfies Record<FollowUpState, Tone>

/** How the state of a release looks. */
export const releaseTone = {
  asked: 'mute',
  making: 'calm',
  made: 'soon',
  approved: 'good',
  rejected: 'mute',
  failed: 'late',
} as const satisfies Record<ReleaseState, Tone>
