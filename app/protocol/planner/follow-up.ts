import { addMonths } from '../day'
import { knownSince } from '../register-known'
import { FOLLOW_UP } from '../work'
import { because, ends, type Rule } from './piece'

/**
 * The time of a participant's follow-up is over: the register has to say how supervision ended (§5). Files that know the
 * register to that day say it too when they name no ending: supervision went on.
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
      ended:
        ends('done', 'ending_told', told) ?? ends('done', 'register_known', knownSince(course.registerKnown, opens)),
    },
  ]
}
