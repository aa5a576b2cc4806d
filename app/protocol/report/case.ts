import type { Answers } from '../scoring'
import type { OutcomeValue, Perspective } from '../study'
import type { Covariates } from './covariates'

/** A completed measurement as the report looks at it. */
export type Measured = {
  readonly wave: string
  readonly perspective: Perspective
  /** Left out of analysis, and counted (protocol §3). */
  readonly unreliable: boolean
  readonly answers: Answers
}

/** An outcome, or why it is not even asked: without leave the register is not linked (protocol §6). */
export type OutcomeSeen = OutcomeValue | 'not_linked'

/** All that the report looks at of one case: nothing by which anybody could be found again. */
export type CaseSeen = {
  readonly covariates: Covariates
  readonly measurements: readonly Measured[]
  /** The waves at which the client's interview was held; and why the case was lost to one, by wave. */
  readonly held: readonly string[]
  readonly lost: Readonly<Record<string, string>>
  /** By the rules that were asked for, in their order; empty of who was not interviewed at the first wave. */
  readonly outcomes: readonly OutcomeSeen[]
}
