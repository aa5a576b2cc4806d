import type { StudyProtocol } from '../study'
import { INTAKE } from '../work'
import type { Course } from './course'
import { firstInterviewWork } from './first-interview'
import { inquiryWork } from './inquiry'
import { laterInterviewWork } from './later-interview'
import { because, type Ended, ends, gone, type Rule } from './piece'
import { questionnaireWork } from './questionnaire'
import { screeningWork } from './screening'

/**
 * Mail to whoever is asked comes back: without another address nobody is reached (§2.2, decided). Until they decline, or there is
 * nothing left that a message could be about.
 */
export const addressWork: Rule = (study, course) => {
  if (!course.undelivered) return []
  const opens = course.undelivered.on
  const ended = ends('dropped', 'declined', course.declinedOn) ?? nothingLeft(study, course)
  return [
    { kind: 'address', wave: INTAKE, opens, due: opens, closes: null, because: because('mail_returned', opens), ended },
  ]
}

/** Work that a supervisor is asked about now, or will be once it is done. */
const ASKS: readonly Rule[] = [inquiryWork, screeningWork, firstInterviewWork, questionnaireWork, laterInterviewWork]

/** Since the last of that ended, of a case that left or whose client was interviewed: before, a pair is still to come. */
function nothingLeft(study: StudyProtocol, course: Course): Ended | null {
  const pieces = ASKS.flatMap((rule) => rule(study, course))
  if (pieces.some(({ ended }) => ended === null)) return null
  const lastOn = pieces
    .flatMap(({ ended }) => (ended ? [ended.on] : []))
    .sort()
    .at(-1)
  const [left] = gone(course)
  if (left && (!lastOn || lastOn <= left.leftOn)) return ends('dropped', 'case_left', left.leftOn)
  const interviewed = Object.values(course.waves).some(({ client }) => client)
  return left || interviewed ? ends('dropped', 'nothing_to_ask', lastOn) : null
}
