import type { IntakeStep, Place, Stage } from '../stages'

/** Who does it: the program by itself, or one of the people of §1 (a supervisor by personal link). */
export type Who = 'system' | 'coordinator' | 'supervisor' | 'interviewer'

/** A way out: at which step (`wave`: a later wave), under which reasons of that step's list; `any` is all of them. */
export type Exit = {
  readonly step: IntakeStep | 'wave'
  readonly reasons: 'any' | readonly string[]
}

/** One line of the table: a verb that moves a case. */
export type Transition = {
  readonly cite: string
  readonly who: readonly Who[]
  /** In which places it may be done (`true`); in the others why it is refused: a code of the catalogue. */
  readonly at: Readonly<Record<Place, true | string>>
  /** Stages in which the case may stand afterwards, when it does not leave. */
  readonly to: readonly Stage[]
  readonly exits: readonly Exit[]
  /** Whether somebody gives the reason of an exit. `none`: there is no exit, or the rule itself knows why. */
  readonly reason: 'required' | 'optional' | 'none'
}

/** The same for every step at which a case left. */
export const left = <Answer extends true | string>(answer: Answer) => ({
  left_register: answer,
  left_inquiry: answer,
  left_criteria: answer,
  left_judgement: answer,
  left_approach: answer,
})
/** The same before the client can be approached. */
export const before = <Answer extends true | string>(answer: Answer) => ({
  to_inquire: answer,
  awaiting_reply: answer,
  to_screen: answer,
  to_judge: answer,
})
/** The same from the approach on. */
export const paired = <Answer extends true | string>(answer: Answer) => ({
  to_approach: answer,
  planned: answer,
  interviewed: answer,
})
export const everywhere = { ...before(true), ...paired(true), ...left(true) } as const
