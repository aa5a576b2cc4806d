import { addMonths, type Day } from '../day'
import { FOLLOW_UP } from '../work'
import type { Course } from './course'
import { because, ends, type Rule } from './piece'

/**
 * The time of a participant's follow-up is over: the register has to say how supervision ended (§5). A file that knows the
 * register to that day says it too when it names no ending: supervision went on.
 */
export const followUpWork: Rule = ({ waves: [first], followUpMonths }, course) => {
  const { startedOn } = course
  if (!first || !startedOn || !course.waves[first.name]?.client) return []
  const opens = addMonths(startedOn, followUpMonths)
  const [told] = [...course.endedOn].sort()
  return [
    {
      kind: 'follow_up',
      wave: FOLLOW_UP,
      opens,
      due: opens,
      closes: null,
      because: because('supervision_started', startedOn),
      ended: ends('done', 'ending_told', told) ?? ends('done', 'register_known', knownOn(course, opens)),
    },
  ]
}

/** The day on which the first file came that knows the register up to a day. */
function knownOn({ registerKnown }: Course, to: Day): Day | undefined {
  const [first] = registerKnown
    .filter(({ knownTo }) => knownTo >= to)
    .map(({ on }) => on)
    .sort()
  return first
}
