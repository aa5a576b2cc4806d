import type { StudyProtocol } from '../study'
import type { CaseWorkKind } from '../work'
import { addressWork } from './address'
import type { Course } from './course'
import { firstInterviewWork } from './first-interview'
import { followUpWork } from './follow-up'
import { inquiryWork } from './inquiry'
import { laterInterviewWork } from './later-interview'
import { ends, type Piece, type Rule } from './piece'
import { questionnaireWork } from './questionnaire'
import { resumedInterviewWork } from './resumed-interview'
import { screeningWork } from './screening'

const RULES = {
  inquiry: inquiryWork,
  screening: screeningWork,
  interview: firstInterviewWork,
  questionnaire: questionnaireWork,
  appointment: laterInterviewWork,
  resume: resumedInterviewWork,
  follow_up: followUpWork,
  address: addressWork,
} as const satisfies Record<CaseWorkKind, Rule>

/**
 * All work that the facts of a case make, ended or not, each with the fact that made it (§2 to §5). Which day it is does not
 * count here: see `stateOf` for where a piece stands on a day, and `courseAsOf` for what was known on one.
 */
export const plan = (study: StudyProtocol, course: Course): readonly Piece[] =>
  Object.values(RULES).flatMap((rule) => rule(study, course).map((piece) => untilWithdrawn(piece, course)))

/** Nothing is done about a client who withdrew: what had not ended by then is dropped that day (§6). */
function untilWithdrawn(piece: Piece, { withdrawnOn }: Course): Piece {
  const { ended } = piece
  if (!withdrawnOn || (ended && (ended.on < withdrawnOn || (ended.how === 'done' && ended.on === withdrawnOn))))
    return piece
  return { ...piece, ended: ends('dropped', 'withdrawn', withdrawnOn) }
}
