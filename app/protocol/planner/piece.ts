import type { Day } from '../day'
import type { StudyProtocol } from '../study'
import type { CaseWorkKind } from '../work'
import type { Course } from './course'

/** Facts that make work, and the section whose rule they fire. */
export const CAUSES = {
  inquiry_sent: '§2.2',
  replied: '§2.1',
  pair_bound: '§3',
  talk_told: '§3',
  talk_planned: '§3',
  link_sent: '§3',
  anchor_held: '§4.2',
  broken_off: '§3',
  supervision_started: '§5',
  mail_returned: '§2.2',
} as const satisfies Record<string, string>
export type Cause = keyof typeof CAUSES

/** Facts that end work. */
export const ENDINGS = [
  'reply_came',
  'judged',
  'case_left',
  'pair_ended',
  'interview_held',
  'filled_in',
  'closed_unanswered',
  'closed_as_it_was',
  'wave_lost',
  'no_consent',
  'withdrawn',
  'contacts_over',
  'too_late',
  'ending_told',
  'register_known',
  'declined',
  'nothing_to_ask',
] as const
export type Ending = (typeof ENDINGS)[number]

/** How work ended: it was done, its time passed, or it became needless. */
export type Ended = { readonly how: 'done' | 'missed' | 'dropped'; readonly fact: Ending; readonly on: Day }

/** One piece of work of a case; there is never another of its kind at its wave. */
export type Piece = {
  readonly kind: CaseWorkKind
  /** `intake`, the name of a wave, or `follow_up`. */
  readonly wave: string
  /** From which day on it can be done. */
  readonly opens: Day
  readonly due: Day
  /** The last day on which it can be done; null: it has none. */
  readonly closes: Day | null
  /** Which fact fired which rule, and the day of that fact. */
  readonly because: { readonly fact: Cause; readonly on: Day; readonly cite: string }
  /** May come before it opens; null while it has not ended. */
  readonly ended: Ended | null
}

/** A rule of the planner: the work of one kind that the facts of a case make. */
export type Rule = (study: StudyProtocol, course: Course) => readonly Piece[]

/** Which fact it was, with the section of its rule. */
export const because = (fact: Cause, on: Day): Piece['because'] => ({ fact, on, cite: CAUSES[fact] })

/** A way for work to end, when its day is known. */
export const ends = (how: Ended['how'], fact: Ending, on: Day | null | undefined): Ended | null =>
  on ? { how, fact, on } : null

/** The departures that stand: the case left there and did not come back. The first one first. */
export const gone = ({ departures }: Pick<Course, 'departures'>) =>
  departures.filter(({ returnedOn }) => returnedOn === null).sort((a, b) => (a.leftOn < b.leftOn ? -1 : 1))
