import { nonResponseOn } from '../reminders'
import { because, ends, type Rule } from './piece'

/** A supervisor has the link to a questionnaire and fills it in, until the day of non-response (§3). */
export const questionnaireWork: Rule = ({ waves }, course) =>
  waves.flatMap(({ name, questionnaire }) => {
    const asked = course.waves[name]?.supervisor
    if (!asked) return []
    const opens = asked.openedOn
    const due = nonResponseOn(questionnaire, opens)
    const ended =
      ends('done', 'filled_in', asked.completedOn) ??
      ends(asked.closedOn && asked.closedOn >= due ? 'missed' : 'dropped', 'closed_unanswered', asked.closedOn)
    return [
      {
        kind: 'questionnaire' as const,
        wave: name,
        opens,
        due,
        closes: null,
        because: because('link_sent', opens),
        ended,
      },
    ]
  })
