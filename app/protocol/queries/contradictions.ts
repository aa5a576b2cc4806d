import type { Answered } from '../instruments/asked'

/** Two answers that cannot both be true: code and answer of the one, code and answer of the other. The second is asked about. */
const CONTRADICTIONS = [
  ['intellectual_disability', 1, 'above_average_intelligence', 1],
  ['work_changed', 0, 'event_lost_work', 1],
  ['living_changed', 0, 'event_lost_home', 1],
  ['living_changed', 0, 'event_moved', 1],
] as const

/** The questions of §7.2 whose answer another answer contradicts. */
export const contradicted = (given: Answered): string[] =>
  CONTRADICTIONS.filter(([one, says, other, denies]) => given[one] === says && given[other] === denies).map(
    ([, , other]) => other,
  )
